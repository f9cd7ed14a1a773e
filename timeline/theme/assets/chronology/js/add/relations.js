/*
 * Where the known order of events cannot be, and a part outside its whole: timeline/merging/relations.py and
 * timeline/checks/own_dates.py in the browser, for the event that is written and those that it names.
 */

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").Tell} Tell */
/** @typedef {import("./checks.js").When} When */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Values} Values */

/**
 * The row of an event that an id, or one that it had before, leads to.
 *
 * @param {unknown} id
 * @param {Choices | null} choices
 * @returns {Choices["event"][number] | undefined}
 */
export function eventOf(id, choices) {
  const row = choices?.event.find(([known]) => known === id);
  return typeof row?.[2] === "string" ? eventOf(row[2], choices) : row;
}

/** @param {{ possible: { latest: number | null } }} one @param {{ possible: { earliest: number | null } }} other */
const isBefore = ({ possible: { latest } }, { possible: { earliest } }) =>
  latest !== null && earliest !== null && latest < earliest;

/**
 * Tells where the dates of the events that a draft names do not allow what it says of them.
 *
 * @param {Draft} draft
 * @param {When} when
 * @param {Values} values
 * @param {(dated: Draft) => When | null} read What reads a date.
 * @param {Tell} tell
 */
export function relations(draft, when, values, read, tell) {
  /** @param {unknown} named */
  const find = (named) => {
    const [id, , , place, date, time, timezone, bound] = eventOf(named, values.choices) ?? [];
    const then = date && read({ date, ...(time && { time }), ...(timezone && { timezone }), ...(place && { place }) });
    return then ? { id, bound, then, text: asWritten({ date, time }) } : null;
  };
  const own = { id: /** @type {string} */ (draft.id ?? "?"), event: asWritten(draft) };
  const whole = find(draft.part_of);
  if (whole && (isBefore(when, whole.then) || (whole.then.expression.kind === "span" && isBefore(whole.then, when)))) {
    tell(["part_of"], values.say("outside-whole", { ...own, other: /** @type {string} */ (whole.id), text: whole.text }));
  }
  for (const key of ["after", "response_to"]) {
    /** @type {any[]} */ (draft[key] ?? []).forEach((named, number) => {
      const earlier = find(named);
      const bound = find(earlier?.bound) ?? earlier;
      if (bound && isBefore(when, bound.then)) {
        const name = `impossible-${key}${bound === earlier ? "" : "-through"}`;
        tell([key, number], values.say(name, { ...own, named: /** @type {string} */ (earlier?.id), other: /** @type {string} */ (bound.id), text: bound.text }));
      }
    });
  }
}

/** @param {Record<string, unknown>} dated */
export const asWritten = ({ date, time }) => [date, time].filter(Boolean).join(" ");
