/*
 * Text as it is compared: what a reader types on a phone finds what an editor wrote with care. It is apart
 * because filters and search must agree on it; it knows no page.
 */

/** Letters that Unicode does not take apart, and those that Arabic writes in more ways than one. */
const LETTERS = new Map(
  Object.entries({
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i",
    "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": "",
  }),
);
const ODD = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "g");
const DIGITS = /[٠-٩۰-۹]/g;
const MARKS = /[\p{M}'’ʼ\u200c-\u200f\u2066-\u2069]/gu;
const GAPS = /[^\p{L}\p{N}\n]+/gu;
/** @param {string} digit */
const asciiDigit = (digit) => String(digit.charCodeAt(0) & 15);
/** Scripts whose words begin where a blank ends; elsewhere (العراق) a word may stand inside another. */
const BEGINS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+$/u;

/**
 * Folds a text: small letters without marks, single blanks between words and around each line.
 *
 * @param {string} text Lines are kept apart, so that many texts can be folded at once.
 * @returns {string}
 */
export function fold(text) {
  let folded = text.toLowerCase();
  // Plain ASCII has nothing to take apart, and is most of what there is.
  if (!/^[\x00-\x7f]*$/.test(folded)) {
    folded = folded
      .normalize("NFKD")
      .replace(ODD, (letter) => LETTERS.get(letter) ?? letter)
      .replace(DIGITS, asciiDigit);
  }
  return ` ${folded.replace(MARKS, "").replace(GAPS, " ").replaceAll("\n", " \n ")} `.replace(/ {2,}/g, " ");
}

/**
 * Folds many texts, each for itself.
 *
 * @param {string[]} texts
 * @returns {string[]}
 */
export function foldAll(texts) {
  return fold(texts.map((text) => text.replaceAll("\n", " ")).join("\n")).split("\n");
}

/** A month or a day as digits, which stand together in the text as they are typed. */
const DATES = /(?<!\d)\d{4}-\d{2}(-\d{2})?(?!\d)/g;

/**
 * What to look for in folded texts: every term must be there, in any order.
 *
 * @param {string} asked What the reader typed.
 * @returns {string[]} Each with a blank in front where it must begin a word, and one behind where it must end
 *   it: a number of one or two digits is a day, not the beginning of another number. A date as digits is one term.
 */
export function terms(asked) {
  /** @type {string[]} */
  const dates = [];
  const rest = asked
    .replace(DIGITS, asciiDigit)
    .replace(DATES, (date) => (dates.push(fold(date).trimEnd()), " "));
  const words = fold(rest).split(" ").filter(Boolean);
  const others = words.map((word) => {
    if (/^\d{1,2}$/.test(word)) {
      return ` ${word} `;
    }
    return BEGINS.test(word) ? ` ${word}` : word;
  });
  return [...new Set([...dates, ...others])];
}

/**
 * Whether a folded text has every term.
 *
 * @param {string} folded
 * @param {string[]} wanted
 * @returns {boolean}
 */
export function has(folded, wanted) {
  for (const term of wanted) {
    if (!folded.includes(term)) {
      return false;
    }
  }
  return true;
}
