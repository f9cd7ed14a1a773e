// What html-validate asks of every page. A rule that is off says why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Material's templates leave spaces at the ends of lines and write the doctype in small letters.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    // Titles are editors' headlines.
    "long-title": "off",
    // Search and filters answer while one types: there is nothing to submit.
    "wcag/h32": "off",
    // HTML allows any id without spaces; Material's begin with underscores.
    "valid-id": ["error", { relaxed: true }],
    // ARIA lets a list have a name; without a heading before it, it needs one.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
};
