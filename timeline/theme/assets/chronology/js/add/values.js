/*
 * Single values as `timeline check` tests them: ids, lines, addresses, numbers, references. Every message is the
 * program's own; the build has put them all into one file.
 */
import { DateError } from "./calendar.js";
import { withDigits } from "./clock.js";
import { parseDate } from "./expressions.js";
import { namesIn } from "./languages.js";
import { nearestId } from "./nearest.js";
import { fill } from "./words.js";
import { parseZone } from "./zones.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./rules.js").Choices} Choices */
/** @typedef {import("./rules.js").Noun} Noun */
/**
 * @typedef {object} Complaint What is wrong with a value.
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {[start: number, end: number]} [mark] The part of the value that is at fault.
 * @property {string} [meant] What can be written in place of it at a press.
 * @property {[value: string, name: string][]} [offers] Several such, with what each is called.
 * @property {string} [time] What is to be written beside it as the time.
 * @property {string} [event] The event that it is about, to be looked at.
 */

export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

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

/** What stands in a pattern for the names of a month in the event's language. */
const MONTH = /@(\d\d)/g;

/** @param {string} value */
export const quoted = (value) => `'${[...value].length > 60 ? `${[...value].slice(0, 60).join("")}…` : value}'`;

export class Values {
  /**
   * @param {Rules} rules
   * @param {Choices | null} choices Null while they are not there yet.
   * @param {unknown} own The id of the event itself, which its texts may name.
   */
  constructor(rules, choices, own) {
    this.rules = rules;
    this.choices = choices;
    this.own = own;
  }

  /**
   * A complaint in the program's words.
   *
   * @param {string} name
   * @param {Record<string, string | number | null>} [values]
   * @returns {Complaint}
   */
  say(name, values) {
    const { messages, language } = this.rules;
    const [message, hint, code] = messages[name].map((words) =>
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
   * @param {string} [key] Under which it stands.
   * @returns {Complaint | null}
   */
  check(value, type, key) {
    const { limits, language } = this.rules;
    const length = [...value].length;
    switch (type) {
      case "date":
        return this.dated("bad-date", (text) => parseDate(text, null, language), value, key);
      case "time": {
        const found = this.dated("bad-date", (text) => parseDate("2000-01-01", text, language), value);
        return found && { ...found, hint: found.hint.replace(", 2000-01-02", "") }; // the day is ours
      }
      case "timezone":
        return this.dated("bad-timezone", (text) => parseZone(text, language.zones), value);
      case "day":
        return this.#day(value);
      case "url":
        return this.#url(value);
      case "publisher":
        if (ID.test(value) && !/^\d+$/.test(value)) {
          return this.#orNobody(this.known(value, type), value, type);
        }
    }
    const limit = limits[type === "publisher" || type === "cited" ? "line" : type];
    if (limit && length > limit) {
      return type === "id" ? this.say("id-too-long", { count: length, limit })
        : this.say("too-long", { count: length, limit });
    }
    const noun = /^(id|kind|place|actor|storyline|event|article)$/.test(type) ? type : "";
    return noun ? this.#orNobody(this.#id(value, noun), value, noun) : null;
  }

  /**
   * What is said of an id, with another hint for words that say that there is none.
   *
   * @param {Complaint | null} told
   * @param {string} value
   * @param {string} noun
   */
  #orNobody(told, value, noun) {
    const [nobody] = this.matches(value, `no ${noun}`, {});
    return told && nobody ? { ...told, hint: nobody.hint } : told;
  }

  /**
   * What the patterns tell of a value: the first error, else all that is doubtful.
   *
   * @param {string} text
   * @param {string} key
   * @param {Record<string, unknown>} record What it stands in.
   * @returns {Complaint[]}
   */
  matches(text, key, record) {
    const { patterns, letters, levels } = this.rules;
    const count = [...text].length;
    const many = (count + 1).toLocaleString("en"); // with the line's end that is behind a long text in the file
    const values = { text, value: quoted(text), count, many, digits: text.replace(/\D/g, "") };
    /** @param {string} mark @param {string} number */
    const month = (mark, number) => (record.language ? namesIn(String(record.language)).months[Number(number) - 1] : "") || mark;
    // A date is the same in other digits, and told in those that it has.
    const plain = key === "title" ? withDigits(text) : text;
    /** @type {Complaint[]} */
    const all = [];
    for (const [name, keys, pattern, flags, beside, without, limit, put] of patterns) {
      if (!keys.includes(key)) {
        continue;
      }
      const rule = new RegExp(pattern.replace(MONTH, month), flags);
      const found = rule.exec(plain.replace(new RegExp(without, "gm"), "") + (beside && `\0${record[beside] ?? ""}`));
      const { found: said = "" } = found?.groups ?? {};
      const at = plain.indexOf(said);
      const date = said && { found: text.slice(at, at + said.length) };
      const told = found && {
        ...this.say(name, { ...values, limit, put, name: letters[found.groups?.char ?? ""], ...found.groups, ...date }),
        // A link is but a part of what stands in its field.
        meant: put === null || key === "address" ? "" : text.replace(rule, put).replace(/[?&]+(?=#|$)/, ""),
      };
      if (told && (levels[told.code] ?? 3) > 2) {
        return [told]; // what is too long for the others is none of theirs
      }
      told && all.push(told);
    }
    return all;
  }

  /**
   * What is wrong with the words of a text, or of an address, in which letters pass for those of another alphabet.
   *
   * @param {string} text
   * @param {boolean} isUrl
   * @returns {Complaint | undefined}
   */
  mixed(text, isUrl) {
    const { alphabets, letters } = this.rules;
    const host = (isUrl && text.split("/")[2]?.toLowerCase()) || "";
    for (const word of `${host} ${text}`.match(/\p{L}+/gu) ?? []) {
      const known = [...word].filter((char) => alphabets.some(([own]) => char.match(own)));
      for (const [number, [own, passing]] of alphabets.entries()) {
        const others = known.filter((char) => !char.match(own));
        const few = number ? others.length < known.length : others.length * 2 <= known.length;
        if (others.length && few && others.every((char) => passing[char])) {
          const meant = word.replace(/./gu, (char) => passing[char] ?? char);
          const name = !isUrl ? "mixed-alphabets" : host.includes(word) ? "mixed-host" : "mixed-address";
          return this.say(name, { word, meant, letter: others[0], name: letters[others[0]] });
        }
      }
    }
  }

  /** @param {string} value @param {string} noun */
  #id(value, noun) {
    const longest = this.rules.limits.id;
    if (!ID.test(value)) {
      const proposal = slug(value, longest);
      const name = noun === "id" ? "bad-id" : /place|actor/.test(noun) ? `bad-${noun}` : "bad-reference";
      return this.say(proposal ? name : `${name}-without-proposal`, { value: quoted(value), proposal });
    }
    if (noun !== "id") {
      return this.known(value, noun);
    }
    if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(value)) {
      return this.say("windows-id", { value });
    }
    return this.choices?.event.some(([id]) => id === value) ? this.say("duplicate-id", { id: value }) : null;
  }

  /**
   * What is wrong with an id that names something; null where there is such a thing.
   *
   * @param {string} id
   * @param {string} noun
   * @param {string} [name] That of the message, up to the noun.
   */
  known(id, noun, name = "unknown") {
    const ids = noun === "kind" ? this.rules.kinds : this.choices?.[/** @type {Noun} */ (noun)].map(([id]) => id);
    noun === "event" && this.own && ids?.push(/** @type {string} */ (this.own));
    if (!ids || ids.includes(id)) {
      return null;
    }
    return this.#meant(this.say(`${name}-${noun}`, { id, kinds: this.rules.kinds.join(", ") }), id, ids);
  }

  /**
   * What to say of a source that is none of the event's.
   *
   * @param {string} source
   * @param {string[]} own The addresses and titles of those that are.
   */
  unknownSource(source, own) {
    return this.#meant(this.say("unknown-source", { source }), source, own);
  }

  /** @param {Complaint} complaint @param {string} word @param {string[]} known @returns {Complaint} */
  #meant(complaint, word, known) {
    const near = nearestId(word, known);
    return near ? { ...complaint, hint: this.say("near", { near, hint: complaint.hint }).hint } : complaint;
  }

  /**
   * What is wrong with a date, a time or a zone; null where it can be read.
   *
   * @param {string} code
   * @param {(text: string) => unknown} read
   * @param {string} value
   * @param {string} [key] The key, where it is not the one that the mistake names.
   * @returns {Complaint | null}
   */
  dated(code, read, value, key) {
    try {
      read(value);
      return null;
    } catch (error) {
      if (!(error instanceof DateError)) {
        throw error;
      }
      const { field, start, end } = error;
      const [message, hint] = [error.message, error.hint].map((words) =>
        this.rules.reworded.reduce((said, [keys, pattern, put]) =>
          (keys.includes(key ?? field) ? said.replace(new RegExp(pattern), put) : said), words));
      const [, written] = /^write '?([^\s']*[^\s',])'?(?=[\s,]|$)(?! o[rf])/.exec(hint) ?? [];
      // In place of what is at fault; else, where there is but one date, of the whole.
      const meant = written && [value.slice(0, start) + written + value.slice(end), /[[/]/.test(value) ? "" : written]
        .find((text) => {
          try {
            return read(text);
          } catch {
            return false;
          }
        });
      const [, day, time] = (key === "date" && /^write date: (\S+) and time: (\S+?)(,|$)/.exec(error.hint)) || [];
      return { code, message, hint, mark: [start, end], meant: day ?? meant, time };
    }
  }

  /** @param {string} value */
  #day(value) {
    const found = /^\d{4}-\d\d-\d\d$/.test(value) && this.check(value, "date");
    return found === null ? null : found || this.say("bad-day", { value: quoted(value) });
  }

  /** @param {string} value */
  #url(value) {
    const [, host = ""] = /^https?:\/\/(\[[^\]]*\]|[^:/?#@\s<>"'`\\^{}|]+)(?=[:/?#]|$)/i.exec(value) ?? [];
    // What Punycode says, or whether it says anything, is another question.
    return !host || URL.canParse(`http://${host.replace(/xn--/gi, "")}`) && !host.includes("..")
      && (/^\[|[^\x00-\x7f]/.test(host) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host))
      ? null : this.say("url-host", { host: quoted(host.toLowerCase()) });
  }
}
