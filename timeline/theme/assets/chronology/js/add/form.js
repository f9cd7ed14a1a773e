/*
 * Where the form for a new event begins: it fetches the rules, and hands over to the form itself.
 */
import { learn } from "./calendar.js";
import { Form } from "./desk.js";

/** @typedef {{ data: string, new: string, folder: string, words: Record<string, string> }} Data */

/**
 * Makes the form work.
 *
 * @param {HTMLElement} place
 */
export async function begin(place) {
  const data = /** @type {Data} */ (JSON.parse(place.querySelector(".adding__data")?.textContent ?? "{}"));
  /** @param {string} name */
  const load = async (name) => {
    const answer = await fetch(`${data.data}${name}.json`, { cache: "no-cache" });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${name}`);
    }
    return answer.json();
  };
  try {
    const rules = await load("rules");
    learn(rules.language.refusals);
    new Form(place, data, rules, load);
  } catch (error) {
    place.textContent = data.words.failed;
    throw error;
  } finally {
    place.hidden = false;
    place.classList.add("adding--ready");
  }
}
