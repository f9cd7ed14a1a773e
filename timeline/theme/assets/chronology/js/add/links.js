/*
 * The links and pictures in a Markdown text, and what is wrong with them: timeline/merging/links.py and
 * timeline/checks/links.py in the browser, with their patterns.
 */
import { nearest, nearestId } from "./nearest.js";
import { ID } from "./values.js";

/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Noun} Noun */
/** @typedef {import("./values.js").Values} Values */
/**
 * @typedef {object} Markdown What timeline/outputs/form_links.py has on links.
 * @property {[pattern: string, put: string][]} code What is taken out, and what is left of it.
 * @property {string} token
 * @property {string} target
 * @property {string} picture
 * @property {string} definition
 * @property {string} around What may stand around an address, and is no part of it.
 * @property {string[]} records The kinds of records that a link may name.
 * @property {string[]} schemes All that it may begin with: those kinds, and the schemes of addresses.
 */

/** @typedef {[target: string, isPicture: boolean, behind: string]} Link What stands behind it begins with the target. */

/**
 * The addresses that a text links to, and of each whether it is a picture's; those in code are none.
 *
 * @param {string} text
 * @param {Markdown} markdown
 * @returns {Link[]}
 */
export function linksIn(text, { code, token, target, picture, definition }) {
  const bare = code.reduce((left, [pattern, put]) => left.replace(new RegExp(pattern, "gm"), put), text);
  /** @type {boolean[]} */
  const openers = [];
  /** @type {Link[]} */
  const found = [];
  for (const { 0: word, index } of bare.matchAll(new RegExp(token, "gs"))) {
    if (/^!?\[/.test(word)) {
      openers.push(word !== "[");
    } else if (word[0] === "]" && openers.length) {
      const isPicture = Boolean(openers.pop());
      const behind = bare.slice(index + 2);
      const [, pointed, plain] = (word[1] && new RegExp(`^${target}`).exec(behind)) || [];
      word[1] && found.push([pointed ?? plain, isPicture, behind]);
    }
  }
  const pictures = [...bare.matchAll(new RegExp(picture, "g"))].map(([, words, name]) => (name || words).toLowerCase());
  for (const [, name, where] of bare.matchAll(new RegExp(definition, "gm"))) {
    found.push([where, pictures.includes(name.toLowerCase()), ""]);
  }
  return found;
}

/**
 * What is wrong with a link or a picture.
 *
 * @param {Link} link
 * @param {Values} values
 * @returns {Complaint | undefined}
 */
export function linkProblem([target, isPicture, behind], values) {
  const { choices, rules: { markdown: { around, records, schemes } } } = values;
  /** @param {string} text */
  const stripped = (text) => text.replace(new RegExp(around, "g"), "");
  /** @param {Complaint} told @param {string} name @param {string} [near] */
  const hinted = (told, name, near = "") => ({ ...told, hint: values.say(name, { near }).hint });
  const [, scheme, rest] = /^([a-z][a-z\d+.-]*)(:.*)/is.exec(target) ?? [];
  if (scheme) {
    const kind = scheme.toLowerCase();
    const id = rest.slice(1);
    const unknown = records.includes(kind) && values.known(id, kind, "link");
    // Behind a space, the address ends before the id.
    const meant = unknown && stripped(id || (/^[a-z]+:([^()\n]*)\)/i.exec(behind)?.[1] ?? ""));
    if (meant && meant !== id && ID.test(meant)) {
      return { ...values.say("link-marked", { near: `${kind}:${meant}` }), code: unknown.code };
    }
    const [told] = values.matches((isPicture ? "!" : "") + kind + rest, "link", {});
    const near = told?.code === "bad-link" && !schemes.includes(kind) && nearest(kind, schemes, 0.6);
    return unknown || (near ? hinted(told, "near-scheme", `${near}:`) : told);
  }
  const path = plainPath(target.split("#")[0]);
  const name = path.split("/").at(-1) ?? "";
  const known = isPicture ? choices?.media : choices?.page;
  if (!choices || !known || known.includes(path) || !(path || isPicture)) {
    return undefined;
  }
  const told = isPicture ? values.say("unknown-picture", { path })
    : values.say(/^(\/|\.\.\/)/.test(path) ? "outside-page" : "unknown-page", { path });
  const [, noun, id] = /^(?:[./]*([a-z]+)s\/)?([a-z\d-]+)(?:\.md|\.html|\/index\.html)?$/.exec(path) ?? [];
  const kind = records.find((one) => (noun ?? one) === one && choices[/** @type {Noun} */ (one)].some(([other]) => other === id));
  const meant = Object.hasOwn(choices.meant, path) ? choices.meant[path] : kind && `${kind}:${id}`;
  const near = known.find((one) => one.split("/").at(-1) === name) ?? nearestId(path, known);
  const [other] = values.matches(target, "page", {});
  const bare = stripped(target);
  const isQuoted = bare !== target && schemes.includes(bare.split(":")[0].toLowerCase());
  return isPicture ? near ? hinted(told, "near-page", near) : told
    : isQuoted ? { ...values.say("link-quoted", { near: bare }), code: told.code }
    : meant ? hinted(told, "link-meant", meant)
    : other ? { ...told, hint: other.hint }
    : choices.media.includes(path) ? hinted(told, "link-media")
    : near ? hinted(told, "near-page", near) : told;
}

/**
 * A path without what leads nowhere: Python's posixpath.normpath, in which two strokes in front stay two.
 *
 * @param {string} path
 */
function plainPath(path) {
  const root = /^\/\/?(?!\/)|^\/?/.exec(path)?.[0];
  /** @type {string[]} */
  const parts = [];
  for (const part of path.split("/")) {
    const isBack = part === ".." && (root || /^(?!\.\.$)./.test(parts.at(-1) ?? ""));
    isBack ? parts.pop() : /^\.?$/.test(part) || parts.push(part);
  }
  return root + parts.join("/") || path && ".";
}
