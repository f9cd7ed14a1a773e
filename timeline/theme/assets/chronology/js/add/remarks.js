/*
 * What is said below the form's controls: what is understood of each, what is wrong with it, and what is asked about that.
 */
import { about, mayMean, named } from "./choices.js";
import { askReasons, below, canBeRight, changeTo, showProblem } from "./fields.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").Problem} Problem */
/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./fields.js").Control} Control */
/** @typedef {{ words: Record<string, string>, comma: string, english: string }} Phrases See showProblem of the last. */

export class Remarks {
  /** @type {WeakSet<HTMLElement>} The controls that have been left, so that what is wrong with them may be said. */
  left = new WeakSet();
  /** @type {Record<string, string>} Why what a check doubts is right, by its code. */
  reasons = {};
  #rules;
  #phrases;
  #right;
  #rows;

  /**
   * @param {import("./values.js").Rules} rules
   * @param {Phrases} phrases
   * @param {HTMLTemplateElement} right What asks for a reason.
   * @param {(control: Control) => Choice[]} rows What a control can be filled from.
   */
  constructor(rules, phrases, right, rows) {
    this.#rules = rules;
    this.#phrases = phrases;
    this.#right = right;
    this.#rows = rows;
  }

  /** @param {Problem} problem Whether a reason was given for it. */
  isRight(problem) {
    return Boolean(this.reasons[problem.code]) && canBeRight(problem, this.#rules);
  }

  /**
   * Says what there is to say of one control.
   *
   * @param {HTMLElement} control
   * @param {Problem[]} own What is wrong with its value.
   * @param {Draft} draft
   * @param {string | undefined} said What is understood of it.
   */
  show(control, own, draft, said) {
    const { words, comma, english } = this.#phrases;
    const field = /** @type {Control} */ (control);
    const rows = field.dataset.choices && this.#rows(field);
    const place = below(control, "said");
    place && changeTo(place, [said || (rows && field.value ? about(rows, field.value, comma) : "")]);
    // Of several the worst is told, as the check does.
    const [problem] = own.filter((one) => !this.isRight(one)).sort((one, other) => other.level - one.level);
    const isNone = /^(bad-(id|language)|unknown-)/.test(problem?.code ?? "");
    // A name in full becomes its id when the field is left.
    const becomes = isNone && rows && named(rows, field.value);
    // Whoever chose nothing that is there is asked whether one of those is meant that the words fit.
    isNone && rows && !becomes && Object.assign(problem, mayMean(rows, field.value, words, comma));
    const shown = this.left.has(control) && !becomes ? problem : undefined;
    const isAsked = shown && canBeRight(shown, this.#rules);
    const timed = shown?.time && draft.time && draft.time !== shown.time ? String(draft.time) : "";
    showProblem(control, shown, Boolean(isAsked), timed, english, words);
    const asked = own.filter((one) => this.isRight(one) || (isAsked && one === shown));
    askReasons(control, asked.map(({ code }) => code), this.reasons, this.#right);
    const offer = /** @type {HTMLElement | null} */ (control.closest(".field")?.querySelector(".field__new"));
    offer && (offer.hidden = !isNone || !shown);
  }
}
