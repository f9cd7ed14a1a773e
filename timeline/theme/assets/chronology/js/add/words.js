/*
 * Dates in the site's language: timeline/dates/words.py in the browser, with the same phrases and the same patterns of
 * CLDR, which the build has put into a file for this one language.
 */
import { DAY, dateOf, pad } from "./calendar.js";
import { clockText } from "./clock.js";
import { fixed } from "./zones.js";
import { isPlain, moment as momentOf } from "./moments.js";

/** @typedef {import("./expressions.js").Expression} Expression */
/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("./zones.js").Zone} Zone */
/** @typedef {[text: string, width: number][]} Pattern Literal text with width 0, or a field and its width. */
/**
 * @typedef {object} Language What the build knows of the site's language.
 * @property {"ltr" | "rtl"} direction
 * @property {Record<string, string>} phrases Those that are not the English ones.
 * @property {Record<string, [plain: Pattern, era: Pattern]>} patterns
 * @property {Pattern[]} clock Without and with seconds.
 * @property {Record<string, string[]>} months By the pattern's letter.
 * @property {[before: string, after: string]} eras
 * @property {boolean} dayFirst Whether two dates may share what follows the first.
 * @property {Record<string, string>} or How CLDR joins a list with 'or'.
 * @property {Record<string, string>} zones Every zone, with the name for the brackets behind a time.
 * @property {Record<string, string>} characters The names of characters that people mistake for ASCII's.
 * @property {import("./mistakes.js").Spoken["computed"]} computed
 * @property {import("./mistakes.js").Spoken["rewritten"]} rewritten
 * @property {import("./mistakes.js").Spoken["answered"]} whole
 * @property {import("./mistakes.js").Spoken["answered"]} answered
 * @property {import("./mistakes.js").Spoken["remaining"]} remaining
 * @property {Record<string, string>} times What to write in place of a word for a time.
 * @property {string} weekday How a weekday is named beside a date.
 * @property {Record<string, [message: string, hint: string]>} refusals What is said of dates that are refused, by name.
 * @property {string} offer The first value that a hint says to write: timeline/dates/offers.py.
 */

const RTL = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1eeff}";
const OTHER_WAY = { ltr: new RegExp(`[${RTL}]`, "u"), rtl: new RegExp(`(?![${RTL}])\\p{L}`, "u") };

/**
 * Fills a phrase; words that run the other way are kept from disordering it.
 *
 * @param {Pick<Language, "direction" | "phrases">} language
 * @param {string} phrase
 * @param {Record<string, string | number | null>} [values]
 */
export function fill({ direction, phrases }, phrase, values = {}) {
  return (phrases[phrase] ?? phrase).replace(/\{(\w+)\}/g, (_, name) => {
    const value = String(values[name] ?? "");
    return OTHER_WAY[direction].test(value) ? `\u2068${value}\u2069` : value;
  });
}

/**
 * The whole date as a phrase: '4 January 2020, about 19:45 (Baghdad)'.
 *
 * @param {{ expression: Expression, zone: Zone }} when
 * @param {Language} language
 */
export const inWords = (when, language) => new Phrase(language, when.zone).whole(when.expression);

class Phrase {
  #language;
  #zone;

  /** @param {Language} language @param {Zone} zone */
  constructor(language, zone) {
    this.#language = language;
    this.#zone = zone;
  }

  /** @param {string} phrase @param {Record<string, string | number>} values */
  #text(phrase, values) {
    return fill(this.#language, phrase, values);
  }

  /** @param {Expression} expression */
  whole({ kind, start, end, members, open }) {
    if (kind === "set") {
      return this.#set(members);
    }
    if (kind === "moment") {
      const [moment] = members;
      const said = this.#moment(moment);
      const bare = moment.precision === "month" && isPlain(moment) && !moment.hidden;
      return this.#zoned(bare ? this.#text("{date}, day not known", { date: said }) : said, [moment]);
    }
    if (!start || !end) {
      const date = this.#moment(members[0]);
      const phrase = open ? (start ? "{date} or later" : "{date} or earlier")
        : (start ? "from {date}, end not known" : "until {date}, start not known");
      return this.#zoned(this.#text(phrase, { date }), members);
    }
    if (start.clock && end.clock) {
      return this.#betweenClocks(start, end);
    }
    if (!start.clock && !end.clock && isPlain(start) && isPlain(end) && this.#date(start) === this.#date(end)) {
      return this.#moment(start);
    }
    return this.#zoned(this.#between(...this.#pair(start, end)), members);
  }

  /** @param {Moment} start @param {Moment} end */
  #betweenClocks(start, end) {
    const same = start.first === end.first && start.last === end.last && start.precision === end.precision
      && start.clock?.offset === end.clock?.offset;
    if (same) {
      return this.#zoned(this.#moment(start), [start]);
    }
    if (start.clock?.offset !== end.clock?.offset) {
      return this.#between(this.#zoned(this.#moment(start), [start]), this.#zoned(this.#moment(end), [end]));
    }
    if (Math.floor(start.first / DAY) !== Math.floor(end.first / DAY)) {
      return this.#zoned(this.#between(this.#moment(start), this.#moment(end)), [start]);
    }
    const values = { date: this.#date(start), start: this.#time(start), end: this.#time(end) };
    return this.#zoned(this.#text("on {date}, between {start} and {end}", values), [start]);
  }

  /** @param {Moment} start @param {Moment} end @returns {[string, string]} */
  #pair(start, end) {
    const alike = isPlain(start) && isPlain(end) && start.precision === end.precision;
    const style = alike ? this.#sharedStyle([start, end]) : "";
    return [style ? this.#by(style, start) : this.#moment(start), this.#moment(end)];
  }

  /**
   * How to say all but the last, without the month or year that the last one gives.
   *
   * @param {Moment[]} moments
   */
  #sharedStyle(moments) {
    const last = moments[moments.length - 1];
    const alike = moments.every((moment) => moment.year === last.year && moment.precision === last.precision);
    if (last.year < 100 || !this.#language.dayFirst || !alike) {
      return "";
    }
    if (last.precision === "month") {
      return "month-alone";
    }
    const sameMonth = moments.every((moment) => moment.month === last.month);
    return last.precision === "day" ? (sameMonth ? "day-alone" : "day-month") : "";
  }

  /** @param {Moment[]} members */
  #set(members) {
    const style = this.#sharedStyle(members);
    const items = members.map((moment, number) =>
      style && number < members.length - 1 ? this.#by(style, moment) : this.#date(moment));
    const { or } = this.#language;
    return items.reduce((said, item, number) => {
      const pattern = items.length === 2 ? or.two : or[number === 1 ? "start" : number === items.length - 1 ? "end" : "middle"];
      return pattern.replace(/{([01])}/g, (_, part) => (part === "0" ? said : item));
    });
  }

  /** @param {Moment} moment @returns {string} */
  #moment(moment) {
    const [date, time] = [this.#qualified(moment), this.#time(moment)];
    return time ? this.#text("{date}, {time}", { date, time }) : date;
  }

  /** @param {Moment} moment */
  #qualified(moment) {
    let date = this.#date(moment);
    const { precision, about, uncertain, hidden } = moment;
    const named = precision === "decade" && hasName(moment.year);
    if (about && ["days", "century", "decade"].includes(precision) && !named) {
      return this.#text(uncertain ? "{date} (approximate and uncertain)" : "{date} (approximate)", { date });
    }
    if (about) {
      return this.#text(uncertain ? "about {date} (uncertain)" : "about {date}", { date });
    }
    if (uncertain) {
      date = this.#text("{date} (uncertain)", { date });
    }
    return hidden ? this.#text(hidden === "day" ? "{date}, day not known" : "{date}, month not known", { date }) : date;
  }

  /**
   * The bare date, as exact as it is known.
   *
   * @param {Moment} moment
   * @returns {string}
   */
  #date(moment) {
    const { precision, year } = moment;
    const [first, last] = [moment.first, moment.last].map((second) => dateOf(Math.floor(second / DAY)));
    if (precision === "season") {
      return this.#season(year, moment.month);
    }
    if (precision === "decade" && hasName(year)) {
      return this.#text("the {decade}s", { decade: year });
    }
    if (precision === "decade" || precision === "century") {
      return this.#between(this.#pattern("year", first[0]), this.#pattern("year", last[0]));
    }
    if (precision === "days") {
      const [one, two] = [first, last].map((date) => momentOf("day", ...date, 0, 0));
      return moment.last - moment.first < DAY ? this.#date(one) : this.#between(...this.#pair(one, two));
    }
    return this.#by(precision === "year" || precision === "month" ? precision : "day", moment);
  }

  /** @param {number} year @param {number} season */
  #season(year, season) {
    let shown = this.#pattern("year", year);
    if (season === 24 && year >= 100) {
      const following = year + 1;
      const end = year >= 1000 && following % 100 ? pad(following % 100) : following;
      shown = this.#text("{year}–{end}", { year, end });
    }
    const phrases = ["spring {year}", "summer {year}", "autumn {year}", "winter {year}"];
    return this.#text(phrases[season - 21], { year: shown });
  }

  /** @param {string} style @param {Moment} moment */
  #by(style, { year, month, day }) {
    return this.#pattern(style, year, month || 1, day || 1);
  }

  /** @param {string} style @param {number} year @param {number} [month] @param {number} [day] */
  #pattern(style, year, month = 1, day = 1) {
    const { patterns, months, eras } = this.#language;
    return patterns[style][year < 100 ? 1 : 0].map(([char, width]) => {
      if (!width) {
        return char;
      }
      if (char === "M" || char === "L") {
        return width < 3 ? pad(month, width) : months[char][month - 1];
      }
      return char === "G" ? eras[year <= 0 ? 0 : 1] : pad(char === "d" ? day : year <= 0 ? 1 - year : year, width);
    }).join("");
  }

  /** @param {string} start @param {string} end */
  #between(start, end) {
    return this.#text("between {start} and {end}", { start, end });
  }

  /**
   * The clock time or the part of the day, without its zone; empty where there is none.
   *
   * @param {Moment} moment
   */
  #time({ clock, part }) {
    if (!clock) {
      return part && this.#text(part === "early-hours" ? "early hours" : part, {});
    }
    /** @type {Record<string, string>} */
    const shown = { H: clockText(clock.second).slice(0, 2), m: clockText(clock.second).slice(3), s: pad(clock.second % 60) };
    const time = this.#language.clock[clock.seconds ? 1 : 0]
      .map(([char, width]) => (width ? pad(Number(shown[char]), width) : char)).join("");
    return clock.about ? this.#text("about {time}", { time }) : time;
  }

  /** @param {string} said @param {Moment[]} moments */
  #zoned(said, moments) {
    const timed = moments.find((moment) => moment.clock || moment.part);
    if (!timed) {
      return said;
    }
    const { name } = timed.clock?.offset == null ? this.#zone : fixed(timed.clock.offset);
    const zone = name === "unknown" ? this.#text("time zone not stated", {})
      : name === "UTC" ? name : this.#language.zones[name] ?? `UTC${name}`;
    return this.#text("{when} ({zone})", { when: said, zone });
  }
}

/** @param {number} year */
const hasName = (year) => year > 100 && year % 100 !== 0;
