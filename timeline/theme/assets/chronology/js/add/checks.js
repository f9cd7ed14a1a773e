/*
 * A whole event as `timeline check` tests it, as far as a browser can know: its keys, its sources and what they bear
 * out, and whether date, time and place go together. tests/outputs/test_form.py holds it to the program's answers.
 */
import { ahead, isAhead } from "./ahead.js";
import { alike } from "./alike.js";
import { DAY, DateError } from "./calendar.js";
import { otherPage } from "./copies.js";
import { parseDate } from "./expressions.js";
import { shown } from "./hosts.js";
import { linkProblem, linksIn } from "./links.js";
import { publisherOf } from "./publishers.js";
import { asWritten, relations } from "./relations.js";
import { citedSources, sourcesTwice } from "./sources.js";
import { byUse, spelt } from "./spellings.js";
import { statusOf, statusProblem } from "./status.js";
import { Values, quoted, slug } from "./values.js";
import { weekdayProblems } from "./weekdays.js";
import { gapError, located, parseZone } from "./zones.js";

/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {(string | number)[]} Path The way to a value: `["sources", 0, "url"]`. */
/** @typedef {Complaint & { path: Path, level: number }} Problem The level is 1 for a note, 2 for a warning, 3 for an error. */
/** @typedef {string | boolean | Record<string, string | boolean>} Item */
/** @typedef {Record<string, string | boolean | Item[]>} Draft What the form holds; what is empty is left out. */
/** @typedef {ReturnType<typeof located>} When */

/**
 * When a draft's event happened; null where its date cannot be read.
 *
 * @param {Draft} draft
 * @param {Rules} rules
 * @param {Choices | null} choices
 * @returns {When | null}
 */
export function whenOf(draft, rules, choices) {
  try {
    return whenOrError(draft, rules, choices);
  } catch (error) {
    if (error instanceof DateError) {
      return null;
    }
    throw error;
  }
}

/**
 * @param {Draft} draft
 * @param {Rules} rules
 * @param {Choices | null} choices
 */
function whenOrError({ date, time, timezone, place }, rules, choices) {
  const { zones } = rules.language;
  const expression = parseDate(String(date ?? ""), /** @type {any} */ (time ?? null), rules.language);
  const placed = choices?.place.find(([id]) => id === place)?.[2];
  const zone = parseZone(String(timezone ?? (placed || rules.timezone)), zones);
  return located(expression, zone, parseZone(rules.timezone, zones));
}

/**
 * Everything that is wrong with a draft, in the order of its keys.
 *
 * @param {Draft} draft
 * @param {Rules} rules
 * @param {Choices | null} choices Null while they are not there yet: then what names something is not tested.
 * @returns {Problem[]}
 */
export function problemsOf(draft, rules, choices) {
  const values = new Values(rules, choices, draft.id);
  const id = /** @type {string} */ (draft.id ?? "?");
  /** @type {Problem[]} */
  const found = [];
  /** @type {Tell} */
  const tell = (path, complaint) => {
    const level = rules.levels[complaint?.code ?? ""] ?? 3;
    complaint && level && found.push({ path, level, ...complaint });
  };

  // Of each publisher is told once how else it is spelled.
  const named = new Set();
  const voices = byUse(/** @type {any[]} */ (draft.sources ?? []).flatMap(({ publisher, origin }) => [publisher, origin])
    .filter((name) => name && !publisherOf(name, choices)));
  /** @param {string} date */
  const boundsOf = (date) => whenOf({ date, timezone: "UTC" }, rules, null)?.possible;
  /** @param {string} item @param {string} type @param {string} key @param {Record<string, unknown>} record @param {Path} path */
  const look = (item, type, key, record, path) => {
    const isUrl = type === "url";
    const seen = isUrl ? shown(item) : item;
    values.matches(seen ?? item, key, record).forEach((told) => tell(path, told));
    /^(url|title|line|prose|publisher)$/.test(type) && tell(path, values.mixed(seen ?? item, isUrl));
    seen === null && tell(path, values.say("undecodable-host", { host: item.split(/[/:]+/)[1].toLowerCase() }));
    /^(title|line|prose)$/.test(type) && path[0] !== "sources" && key !== "tags"
      && weekdayProblems(item, draft, values).forEach((told) => tell(path, told));
    for (const link of type === "prose" ? linksIn(item, rules.markdown) : []) {
      const [target, isPicture] = link;
      tell(path, linkProblem(link, values));
      /^https?:/i.test(target) && !isPicture && look(target, "url", "address", {}, path);
    }
  };
  /** @param {Record<string, unknown>} record @param {string} kind @param {Path} path */
  const walk = (record, kind, path) => {
    for (const [key, type] of Object.entries(rules.records[kind])) {
      const [value, at] = [record[key], [...path, key]];
      if (value === undefined && rules.needed[kind].includes(key)) {
        const proposal = key === "id" ? ` ${slug(/** @type {string} */ (record.title ?? ""), 80)}`.trimEnd() : "";
        tell(at, values.say(`missing-in-${kind}`, { key, proposal }));
      }
      if (value === undefined && kind === "event" && rules.messages[`missing-${key}`]) {
        tell(at, values.say(`missing-${key}`, { id }));
      }
      const seen = new Set();
      /** @type {any[]} */ ([value ?? []].flat()).forEach((item, number) => {
        const place = Array.isArray(value) ? [...at, number] : at;
        const same = item.url ?? JSON.stringify(item, rules.identity);
        const name = ["title", "by", "what"].find((one) => item[one]);
        const called = name ? item[name] : item;
        // What has no name yet is told of that first.
        typeof called === "string" && seen.has(same) && tell(name ? [...place, name] : place,
          values.say(item.url ? "repeated-address" : "repeated-item", { value: quoted(called), field: key }));
        seen.add(same);
        const bare = type.replace("*", "");
        if (typeof item === "object") {
          walk(item, bare, place);
        } else if (typeof item === "string") {
          const wrong = values.check(item, bare === "source" ? "article" : bare, key);
          tell(place, wrong);
          if (!wrong) {
            look(item, bare, key, record, place);
            key === "tags" && tell(place, spelt(item, "tag", values, byUse(/** @type {string[]} */ (value).slice(0, number))));
            bare === "publisher" && !named.has(item) && named.add(item) && tell(place, spelt(item, "voice", values, voices));
            const names = /** @type {"places" | "actors"} */ (`${bare}s`); // no other kind has a list of them
            const [, name] = choices?.[names] && /** @type {any} */ (choices)[bare].find((/** @type {string[]} */ [one]) => one === item) || [];
            name && tell(place, spelt(name, names, values));
            rules.messages[`ahead-${key}`] && tell(place, ahead(item, key, boundsOf(item)?.earliest, values));
          }
        }
      });
    }
    kind === "source" && tell([...path, "archived"], otherPage(record, values));
    if (kind === "figure") {
      tell([...path, record.min === undefined ? "value" : "min"], figureProblem(record, values));
    }
  };
  walk(draft, "event", []);
  /** @type {any[]} */ (draft.sources ?? []).forEach(({ published, accessed }, number) => {
    const [out, read] = [published, accessed].map(boundsOf);
    if (out?.earliest && read?.latest && out.earliest > read.latest + DAY && !isAhead(published, out.earliest)) {
      tell(["sources", number, "accessed"], values.say("read-early", { published, accessed }));
    }
  });
  const { length } = found;
  const wrong = new Set(found.map(({ path }) => path.join()));
  if (draft.date && !wrong.has("date") && !wrong.has("time") && !wrong.has("timezone")) {
    datesTogether(draft, values, tell);
    const when = whenOf(draft, rules, choices);
    const told = when && ahead(String(draft.date), "event", when.possible.earliest, values);
    found.some(({ code }) => code === "published-before-event") || tell(["date"], told);
    when && relations(draft, when, values, (dated) => whenOf(dated, rules, choices), tell);
    const others = when && choices && draft.title ? alike(draft, when, rules, choices) : [];
    others.forEach((one) => tell(["title"], {
      ...values.say("likely-duplicate", { one, other: id }), event: one,
    }));
  }
  citedSources(draft, values, tell);
  sourcesTwice(draft, values, tell);
  if (draft.confirmed_by && !draft.status) {
    tell(["confirmed_by"], values.say("unused-confirmation", { id, status: statusOf(draft, choices) }));
  }
  if (length === found.length || !wrong.has("status")) {
    tell(["status"], statusProblem(draft, values));
  }
  return found;
}

/** @typedef {(path: Path, complaint?: Complaint | null) => void} Tell */

/** @param {Record<string, unknown>} figure @param {Values} values */
function figureProblem({ value, min, max }, values) {
  const range = min !== undefined || max !== undefined;
  if (value === undefined && !range) {
    return values.say("figure-without-number");
  }
  if (value !== undefined && range) {
    return values.say("figure-twice");
  }
  return Number(min) > Number(max)
    ? values.say("reversed-range", { min: Number(min), max: Number(max) }) : null;
}

/** @param {Draft} draft @param {Values} values @param {Tell} tell */
function datesTogether(draft, values, tell) {
  const { rules, choices } = values;
  /** @type {When} */
  let when;
  try {
    when = whenOrError(draft, rules, choices);
    const gap = gapError(String(draft.date), /** @type {any} */ (draft.time ?? null), when.expression, when.zone);
    if (gap) {
      throw gap;
    }
  } catch (error) {
    tell([/** @type {DateError} */ (error).field], values.dated("bad-date", () => { throw error; }, ""));
    return;
  }
  const { earliest } = when.possible;
  const event = { id: /** @type {string} */ (draft.id ?? "?"), event: asWritten(draft) };
  /** @type {Item[]} */ (draft.sources ?? []).forEach((source, number) => {
    const is = typeof source === "object";
    const row = is ? null : choices?.article.find(([id]) => id === source);
    const published = is ? source.published : row?.[3];
    const latest = is && published
      ? whenOf({ date: published, timezone: source.timezone ?? rules.timezone }, rules, choices)?.possible.latest : row?.[4];
    if (published && latest != null && earliest !== null && latest < earliest) {
      const name = is ? "early-source" : "early-article";
      const path = ["sources", number, ...(is ? ["published"] : [])];
      tell(path, values.say(name, { published: /** @type {string} */ (published), ...event }));
    }
  });
}
