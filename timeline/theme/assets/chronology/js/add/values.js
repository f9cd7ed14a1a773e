/*
 * Single values as `timeline check` tests them: ids, lines, addresses, numbers, references. Every message is the
 * program's own; the build has put them all into one file.
 */
import { DateError } from "./calendar.js";
import { parseDate } from "./expressions.js";
import { nearestId } from "./nearest.js";
import { fill } from "./words.js";
import { parseZone } from "./zones.js";

/**
 * @typedef {object} Rules What the build knows of the rules.
 * @property {import("./words.js").Language} language
 * @property {Record<string, [message: string, hint: string]>} messages
 * @property {Record<string, Record<string, string>>} records The type of each key of each kind of record.
 * @property {Record<string, string[]>} needed The keys that a record must have.
 * @property {Record<string, number>} limits
 * @property {string} timezone The site's.
 * @property {string[]} kinds
 */
/**
 * @typedef {object} Choices What the site has: rows that begin with an id and a name.
 * @property {[id: string, name: string, timezone: string, within: string][]} place
 * @property {[id: string, name: string][]} actor
 * @property {[id: string, name: string][]} storyline
 * @property {[id: string, name: string][]} publisher
 * @property {[id: string, title: string, voice: string, published: string, latest: number | null][]} article
 * @property {[id: string, title: string][]} event
 */
/**
 * @typedef {object} Complaint What is wrong with a value.
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {[start: number, end: number]} [mark] The part of the value that is at fault.
 */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** An address of the most usual kind, but for its beginning. */
const PLAIN_HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,9}[a-z]{2,24}(?:[/?#].*)?$/i;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * Makes a plain slug of a text.
 *
 * @param {string} text
 * @param {number} longest
 */
export function slug(text, longest) {
  const trim = /^-+|-+$/g;
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(trim, "").slice(0, longest).replace(trim, "");
}

/** @param {string} value */
const quoted = (value) => `'${[...value].length > 60 ? `${[...value].slice(0, 60).join("")}…` : value}'`;

export class Values {
  /** @param {Rules} rules @param {Choices | null} choices Null while they are not there yet. */
  constructor(rules, choices) {
    this.rules = rules;
    this.choices = choices;
  }

  /**
   * A complaint in the program's words.
   *
   * @param {string} code
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   * @returns {Complaint}
   */
  say(code, name, values) {
    const { messages, language } = this.rules;
    const [message, hint] = messages[name].map((words) =>
      fill({ direction: language.direction, phrases: {} }, words, values)
        // Behind Arabic letters, the numbers of a date would change places.
        .replace(/\d[\d/.~-]*-[\d/.~-]*/g, (date) => (language.direction === "rtl" ? `\u2066${date}\u2069` : date)));
    return { code, message, hint };
  }

  /**
   * What is wrong with a value of a type; null where nothing is.
   *
   * @param {string} value
   * @param {string} type
   * @returns {Complaint | null}
   */
  check(value, type) {
    const { limits, language } = this.rules;
    const length = [...value].length;
    switch (type) {
      case "date":
        return this.#dated("bad-date", () => parseDate(value, null, language.characters));
      case "time":
        return this.#dated("bad-date", () => parseDate("2000-01-01", value, language.characters));
      case "timezone":
        return this.#dated("bad-timezone", () => parseZone(value, language.zones));
      case "day":
        return this.#day(value);
      case "url":
        return this.#url(value);
      case "number":
        if (length > limits.number) {
          return this.say("bad-number", "number-too-long", { limit: limits.number });
        }
        return NUMBER.test(value) ? null
          : this.say("bad-number", /^[+-]?\d+,\d{1,2}$/.test(value) ? "number-with-comma" : "bad-number",
            { value: quoted(value), number: value.replace(",", ".") });
      case "language":
        return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) && length <= limits.language
          ? null : this.say("bad-language", "bad-language", { value: quoted(value) });
      case "publisher":
        if (ID.test(value) && !/^\d+$/.test(value)) {
          return this.#known(value, "publisher");
        }
    }
    const limit = limits[type === "publisher" || type === "cited" ? "line" : type];
    if (limit && length > limit) {
      return type === "id" ? this.say("bad-id", "id-too-long", { count: length, limit })
        : this.say("too-long", "too-long", { count: length, limit });
    }
    const noun = /^(id|kind|place|actor|storyline|event|article)$/.test(type) ? type : "";
    return noun ? this.#id(value, noun) : null;
  }

  /** @param {string} value @param {string} noun */
  #id(value, noun) {
    const longest = this.rules.limits.id;
    if (!ID.test(value)) {
      const proposal = slug(value, longest);
      return this.say("bad-id", proposal ? "bad-id" : "bad-id-without-proposal", { value: quoted(value), proposal });
    }
    if (noun !== "id") {
      return this.#known(value, noun);
    }
    if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(value)) {
      return this.say("bad-id", "windows-id", { value });
    }
    return this.choices?.event.some(([id]) => id === value) ? this.say("duplicate-id", "duplicate-id", { id: value }) : null;
  }

  /** @param {string} id @param {string} noun */
  #known(id, noun) {
    const ids = noun === "kind" ? this.rules.kinds : this.choices?.[/** @type {keyof Choices} */ (noun)].map(([id]) => id);
    if (!ids || ids.includes(id)) {
      return null;
    }
    return this.#meant(this.say(`unknown-${noun}`, `unknown-${noun}`, { id }), id, ids);
  }

  /**
   * What to say of a source that is none of the event's.
   *
   * @param {string} source
   * @param {string[]} own The addresses and titles of those that are.
   */
  unknownSource(source, own) {
    return this.#meant(this.say("unknown-source", "unknown-source", { source }), source, own);
  }

  /** @param {Complaint} complaint @param {string} word @param {string[]} known @returns {Complaint} */
  #meant(complaint, word, known) {
    const near = nearestId(word, known);
    return near ? { ...complaint, hint: this.say("", "near", { near }).hint } : complaint;
  }

  /** @param {string} code @param {() => unknown} read @returns {Complaint | null} */
  #dated(code, read) {
    try {
      read();
      return null;
    } catch (error) {
      return complaintOf(code, error);
    }
  }

  /** @param {string} value */
  #day(value) {
    const found = /^\d{4}-\d\d-\d\d$/.test(value) && this.check(value, "date");
    return found === null ? null : found || this.say("bad-date", "bad-day", { value: quoted(value) });
  }

  /** @param {string} value */
  #url(value) {
    /** @param {string} name @param {Record<string, string | number>} [values] */
    const bad = (name, values) => this.say("bad-url", name, values);
    const { url } = this.rules.limits;
    if ([...value].length > url) {
      return bad("url-too-long", { limit: url, count: [...value].length });
    }
    if (/[\s<>"'`\\^{}|]/.test(value)) {
      return bad("url-characters");
    }
    const [, scheme, place = ""] = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?/i.exec(value) ?? [];
    const [, user, host, port] = /^(.*@)?(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(place) ?? [];
    if (host === undefined || (port && !(/^\d+$/.test(port) && Number(port) < 65_536))) {
      return bad("url-shape", { value: quoted(value) });
    }
    if (!/^https?$/i.test(scheme ?? "")) {
      return PLAIN_HOST.test(value) ? bad("url-bare", { url: `https://${value}` }) : bad("url-scheme");
    }
    if (user) {
      return bad("url-password");
    }
    if (!host) {
      return bad("url-without-host", { value: quoted(value) });
    }
    return URL.canParse(`http://${host}`) && (/^\[|[^\x00-\x7f]/.test(host) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host))
      && !host.includes("..") ? null : bad("url-host", { host: quoted(host.toLowerCase()) });
  }
}

/**
 * @param {string} code
 * @param {unknown} error
 * @returns {Complaint}
 */
export function complaintOf(code, error) {
  if (!(error instanceof DateError)) {
    throw error;
  }
  const { message, hint, start, end } = error;
  return { code, message, hint, mark: [start, end] };
}
