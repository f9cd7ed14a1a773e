/*
 * Publishers by id or by name: what two spellings of one have in common, as timeline/merging/weighing.py has it.
 */

/** @typedef {import("./values.js").Choices} Choices */

/**
 * The publisher of the site that is given by its id or its name.
 *
 * @param {string} given
 * @param {Choices | null} choices
 */
export const publisherOf = (given, choices) => choices?.publisher.find(([id]) => id === given)
  ?? choices?.publisher.find(([, name]) => name.toLowerCase() === given.toLowerCase());

/**
 * @param {string} given
 * @param {Choices | null} choices
 */
export const identityOf = (given, choices) => publisherOf(given, choices)?.[0] ?? given.toLowerCase();
