/*
 * What the build hands to the form, as timeline/outputs/form.py writes it: the rules, which are the same however much a
 * site has, and what there is to choose from. It holds no code, and stands apart so that all others can speak of it.
 */
/**
 * @typedef {object} Rules What the build knows of the rules.
 * @property {import("./words.js").Language} language
 * @property {Record<string, [message: string, hint: string, code: string]>} messages
 * @property {Record<string, Record<string, string>>} records The type of each key of each kind of record.
 * @property {Record<string, string[]>} needed The keys that a record must have.
 * @property {Record<string, number>} limits
 * @property {[message: string, keys: string[], pattern: string, flags: string, beside: string, without: string, limit: number | string,
 *   put: string | null][]} patterns
 *   What is told by a pattern alone: see timeline/outputs/form_patterns.py, form_languages.py, form_events.py and form_links.py.
 * @property {[letters: string, passing: Record<string, string>][]} alphabets Of each the letters, and what those of
 *   others that look like them would be in it.
 * @property {Record<string, string>} letters Their names.
 * @property {Record<string, string>} spelt Letters that are written in two ways, and which of the two counts.
 * @property {Record<string, number>} headings How coarse the heading of a date is, by its precision.
 * @property {string} counted What tells the events of a series apart, as a pattern.
 * @property {Record<string, number>} levels How much each check says here, by its code: 0 for nothing, 1 for a note, 2
 *   for a warning, which stops the build of what is published, 3 for an error.
 * @property {string[]} silenceable The checks that an event may silence.
 * @property {[keys: string[], pattern: string, put: string][]} reworded What the form says of its fields where the words
 *   for dates speak of keys.
 * @property {string[]} identity The keys by which two items of a list are one.
 * @property {import("./copies.js").Copies} copies
 * @property {import("./links.js").Markdown} markdown
 * @property {import("./weekdays.js").Weekdays[]} weekdays Of the site's language, and of English.
 * @property {string} timezone The site's.
 * @property {string[]} kinds
 */
/**
 * @typedef {object} Choices What the site has: rows that begin with an id and a name.
 * @property {[id: string, name: string, timezone: string, within: string, others: string[]][]} place
 * @property {[id: string, name: string, others: string[]][]} actor Others are names in other languages.
 * @property {[id: string, name: string][]} storyline
 * @property {[id: string, name: string][]} publisher
 * @property {[id: string, title: string, voice: string, published: string, latest: number | null, url: string][]} article
 * @property {[id: string, title: string, day?: number | string, place?: string, date?: string, time?: string, timezone?: string,
 *   bound?: string][]} event The day as `alike.js` counts it; of an id that an event had before, its present one. The bound is the
 *   event that it follows and whose date says that it cannot be earlier.
 * @property {[folded: string, tag: string][]} tag
 * @property {[folded: string, name: string][]} voice Publishers by name.
 * @property {[folded: string, name: string][]} places Names of places.
 * @property {[folded: string, name: string][]} actors
 * @property {string[]} page The pages and, below, the media files of the site that a text may name by their paths.
 * @property {string[]} media
 * @property {[code: string, name: string][]} language
 * @property {Record<string, string>} meant Paths that are written in place of something else.
 * @property {number} works Over how many files the works are spread that events cite.
 * @property {Record<string, import("./works.js").Work>} [work] Those of them that are here, by their addresses.
 */
/** @typedef {Exclude<keyof Choices, "works" | "work" | "page" | "media" | "meant">} Noun What there is a list of to choose from. */

export {};
