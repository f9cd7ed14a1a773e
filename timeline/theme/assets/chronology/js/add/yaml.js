/*
 * A draft as YAML: the layout of timeline/writing/notation.py. A text stands without quotes only where it is made of
 * letters, digits and marks that mean nothing to YAML, so that nothing that is typed can be read as something else.
 */

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {string | boolean | unknown[] | Record<string, unknown>} Value */

const WIDTH = 100;
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ./_()'’,%+~?*–-]|:(?! |$))*$/u;
const IN_BRACKETS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ./_()'’–-]*$/u;
/** Controls, bidirectional overrides and what else is refused in a file; nobody sees them, so they are left out. */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\uffff]|\p{NChar}|\p{Cs}/gu;

/**
 * A text as it will be read: without what nobody sees, and without spaces around it.
 *
 * @param {string} text
 * @param {boolean} lines Whether it may have several lines.
 */
export function clean(text, lines) {
  const seen = text.replace(/\r\n?/g, "\n").replace(HIDDEN, "").trim();
  return lines ? seen : seen.replace(/\s+/g, " ");
}

/**
 * A file with one event.
 *
 * @param {Draft} draft
 */
export const fileOf = (draft) => `${item(draft).join("\n")}\n`;

/** @param {Record<string, unknown>} record @returns {string[]} */
const item = (record) => mapping(record).map((line, number) => (line ? `${number ? "  " : "- "}${line}` : line));

/** @param {Record<string, unknown>} record @returns {string[]} */
function mapping(record) {
  return Object.entries(record).flatMap(([key, value]) => {
    if (typeof value === "string") {
      return text(key, value);
    }
    if (!Array.isArray(value)) {
      return [`${key}: ${value}`];
    }
    if (value.every((one) => typeof one === "string")) {
      return [`${key}: [${value.map((one) => scalar(one, IN_BRACKETS)).join(", ")}]`];
    }
    const items = value.flatMap((one) => (typeof one === "string" ? [`- ${scalar(one, PLAIN)}`] : item(one)));
    return [`${key}:`, ...items.map((line) => (line ? `  ${line}` : line))];
  });
}

/** @param {string} key @param {string} value @returns {string[]} */
function text(key, value) {
  const lines = value.split("\n");
  const plain = !/[^\S \n]|(?!\n)\p{C}/u.test(value);
  if (lines.length > 1 && plain && lines.every((line) => line === line.trimEnd())) {
    return [`${key}: |`, ...lines.map((line) => line && `  ${line}`)];
  }
  if (lines.length === 1 && key.length + value.length > WIDTH && plain && /^\S+( \S+)+$/.test(value)) {
    return [`${key}: >`, ...wrapped(value).map((line) => `  ${line}`)];
  }
  return [`${key}: ${scalar(value, PLAIN)}`];
}

/** @param {string} value */
function wrapped(value) {
  /** @type {string[]} */
  const lines = [""];
  for (const word of value.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length + 1 > WIDTH - 4) {
      lines.push(word);
    } else {
      lines[last] += (lines[last] && " ") + word;
    }
  }
  return lines;
}

/**
 * A text on one line.
 *
 * @param {string} value
 * @param {RegExp} plain What may stand without quotes.
 */
function scalar(value, plain) {
  if (plain.test(value) && !/^null$/i.test(value)) {
    return value;
  }
  return /[\n\t\p{C}]/u.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}
