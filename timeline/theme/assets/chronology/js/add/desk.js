/*
 * The form for a new event: on every change it reads what is there, says below each field what it understands and,
 * once a field has been left, what is wrong; and it shows the entry and the file as they will be.
 */
import { today } from "./ahead.js";
import { meant, named, pick, propose } from "./choices.js";
import { problemsOf } from "./checks.js";
import { below, controlIn, nameOf, read } from "./fields.js";
import { codeIn, invent, showFresh } from "./fresh.js";
import { listen } from "./items.js";
import { keep, kept, refill } from "./keeping.js";
import { Known } from "./known.js";
import { show } from "./preview.js";
import { Remarks } from "./remarks.js";
import { NewFile, copy, proposeId } from "./sending.js";
import { summary, tell } from "./telling.js";
import { saidOf, understood } from "./understood.js";
import { fill } from "./words.js";
import { clean } from "./yaml.js";

/** @typedef {import("./checks.js").Problem} Problem */
/** @typedef {import("./fields.js").Control} Control */
/** @typedef {import("./keeping.js").State} State */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {import("./form.js").Data} Data */

const QUIET = 900; // milliseconds without a key until what is understood is told to those who listen

export class Form {
  #place;
  #data;
  #rules;
  #phrases;
  #form;
  #list;
  #wrong;
  #remarks;
  #file;
  #known;
  #ownId = false;
  #found = ""; // what stood in a control when somebody turned to it, or what has been said of it since
  /** @type {State | null} What was there before the form was emptied. */
  #before = null;
  /** Whether something is written that is not handed over. */
  #held = false;
  /** @type {Control | null} What somebody has left, and has not gone on from. */
  #waiting = null;
  #stops = 0; // so many doubts stop the site
  #quiet = 0;

  /** @param {HTMLElement} place @param {Data} data @param {Rules} rules @param {(name: string) => Promise<any>} load */
  constructor(place, data, rules, load) {
    this.#place = place;
    this.#data = data;
    this.#rules = rules;
    this.#known = new Known(rules, load, () => this.#update());
    this.#phrases = {
      words: data.words,
      comma: fill(rules.language, ", "),
      english: document.documentElement.lang.startsWith("en") ? "" : data.words.english,
    };
    this.#form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.#list = /** @type {HTMLElement} */ (place.querySelector("#add-choices"));
    this.#wrong = /** @type {HTMLElement} */ (place.querySelector(".adding__wrong"));
    const right = /** @type {HTMLTemplateElement} */ (place.querySelector(".adding__right"));
    this.#remarks = new Remarks(rules, this.#phrases, right, (control) => this.#rows(control));
    this.#file = new NewFile(place, data);
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (this.#form.querySelectorAll(".items"))) {
      listen(list, (phrase, item) => tell(place, data.words[phrase].replace("{item}", item)));
    }
    this.#form.addEventListener("input", ({ target }) => this.#typed(/** @type {Control} */ (target)));
    this.#form.addEventListener("focusin", ({ target }) => this.#turned(/** @type {Control} */ (target)));
    this.#form.addEventListener("change", ({ target }) => {
      const { value, type } = /** @type {Control} */ (target);
      // The tab key has told already; a box has one value, ticked or not.
      (value !== this.#found || type === "checkbox") && this.#leave(/** @type {Control} */ (target));
    });
    this.#form.addEventListener("keydown", pick);
    this.#form.addEventListener("keydown", ({ key, target }) => {
      const { value } = /** @type {Control} */ (target);
      // What is said below a control has to be there before the tab key looks for what comes next.
      key === "Tab" && value !== undefined && value !== this.#found && this.#leave(/** @type {Control} */ (target));
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#takes(/** @type {Control} */ (document.activeElement)) || this.#send();
    });
    place.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      const section = /** @type {HTMLElement | null} */ (button?.closest("section"));
      button?.hasAttribute("data-copy") && section && this.#copied(section);
      button?.hasAttribute("data-again") && this.#again();
      const field = button?.closest(".field");
      const control = field && controlIn(field);
      control && button?.dataset.new && this.#invent(control);
      control && button?.dataset.write && this.#write(control, button.dataset);
    });
    addEventListener("beforeunload", (event) => this.#held && event.preventDefault());
    const found = kept();
    this.#put(found);
    found && tell(place, data.words.restored);
  }

  /**
   * Fills the form.
   *
   * @param {State | null} state
   */
  #put(state) {
    const { draft, ownId, fresh, reasons = {} } = state ?? { draft: {}, ownId: false, fresh: {} };
    refill(this.#form, { added: today(), ...draft }, this.#rules);
    [this.#ownId, this.#held] = [ownId, Boolean(state)];
    [this.#remarks.left, this.#remarks.reasons] = [new WeakSet(), reasons];
    this.#wrong.hidden = true;
    this.#known.join(fresh);
    this.#update();
    state || keep(null);
  }

  /** Empties the form, or brings back what was there. */
  #again() {
    const before = this.#before;
    const state = this.#state(this.#read().draft);
    this.#put(before);
    this.#named(before ? null : state);
    tell(this.#place, this.#data.words[before ? "restored" : "emptied"]);
  }

  /** @param {import("./checks.js").Draft} draft @returns {State} */
  #state(draft) {
    return { draft, ownId: this.#ownId, fresh: this.#known.fresh, reasons: this.#remarks.reasons };
  }

  /** @param {State | null} before What the button would bring back. */
  #named(before) {
    this.#before = before;
    const button = /** @type {HTMLElement} */ (this.#form.querySelector("[data-again]"));
    button.textContent = this.#data.words[before ? "back" : "again"];
  }

  /** @param {Control} control */
  #invent(control) {
    const { fresh } = this.#known;
    invent(control, fresh, this.#rows(control));
    this.#known.join(fresh);
    this.#update();
    control.focus();
    tell(this.#place, this.#data.words.new);
  }

  /** @param {Control} control @param {DOMStringMap} offered What is written in place of what stands there, and as the time. */
  #write(control, { write = "", time }) {
    [control.value, this.#held] = [write, true];
    time && (/** @type {Control} */ (this.#form.querySelector("#add-time")).value = time);
    this.#leave(control);
    control.focus();
  }

  /** @param {Control} control */
  async #turned(control) {
    const waiting = this.#waiting;
    if (waiting && !waiting.closest("details")?.contains(control)) {
      this.#waiting = null;
      this.#leave(waiting);
    }
    this.#found = control.value;
    await this.#known.begin();
    control === document.activeElement && this.#proposals(control);
  }

  /**
   * Whether the enter key was meant for a choice: what is typed fits one alone, which is then taken, or several, of
   * which none is picked, as is then told.
   *
   * @param {Control | null} control
   */
  #takes(control) {
    const value = control?.dataset.choices && meant(this.#rows(control), control);
    if (value) {
      control.value = value;
      this.#leave(control);
    }
    return value;
  }

  /** @param {Control} control */
  #rows(control) {
    return this.#known.rows(control.dataset.choices ?? "", () => this.#read().draft);
  }

  /** @param {Control} control */
  #proposals(control) {
    if (control.dataset.choices) {
      propose(this.#list, this.#rows(control), control.value, this.#phrases.comma);
      control.setAttribute("list", "add-choices");
    }
  }

  #id() {
    return /** @type {HTMLInputElement} */ (this.#form.querySelector("#add-id"));
  }

  #read() {
    return read(this.#form, this.#rules);
  }

  /** @param {Control} control */
  #typed(control) {
    this.#held = true;
    this.#before && this.#named(null);
    const id = this.#id();
    // Whoever empties it may want to write another; with another title it is made anew.
    this.#ownId = control === id || (this.#ownId && (control.id !== "add-title" || id.value !== ""));
    const { code } = /** @type {HTMLElement | null} */ (control.closest("[data-code]"))?.dataset ?? {};
    code && (this.#remarks.reasons[code] = clean(control.value, false));
    this.#proposals(control);
    this.#update();
    clearTimeout(this.#quiet);
    const said = below(control, "said")?.textContent;
    said && (this.#quiet = setTimeout(() => tell(this.#place, said), QUIET));
  }

  /** @param {Control} control Whatever was changed and left. */
  #leave(control) {
    control === this.#waiting && (this.#waiting = null);
    if (/^(confirmed|disputed)$/.test(control.value) && control.closest("details")?.contains(document.activeElement)) {
      // What such a status asks for is filled in below it: nobody is told of that before they have gone on.
      [this.#waiting, this.#found] = [control, control.value];
      this.#remarks.left.delete(control);
      this.#update();
      return;
    }
    const row = control.dataset?.choices && named(this.#rows(control), control.value);
    row && (control.value = row[0]);
    // An id for which the title has no letters is to be seen, for a better one has to be written.
    if (control.id === "add-title" && !this.#ownId && /^[^a-z]+$/i.test(control.value)) {
      this.#id().closest("details")?.toggleAttribute("open", true);
    }
    this.#remarks.left.add(control);
    this.#found = control.value ?? this.#found; // a list has none
    clearTimeout(this.#quiet);
    this.#known.look(this.#update().draft);
    const error = below(control, "error")?.textContent;
    error && tell(this.#place, `${nameOf(control, this.#phrases.comma)}: ${error}`);
  }

  /** Says, shows and writes what the form now holds. */
  #update() {
    if (!this.#ownId) {
      const { title = "", date } = this.#read().draft;
      this.#id().value = proposeId(String(title), date ? `event-${date}` : "", this.#known.taken);
    }
    const { draft, controls } = this.#read();
    const [rules, choices, data] = [this.#rules, this.#known.choices, this.#data];
    const problems = problemsOf(draft, rules, choices);
    const open = problems.filter((one) => !this.#remarks.isRight(one));
    const right = new Set(problems.filter((one) => !open.includes(one)).map(({ code }) => code));
    right.size && (draft.silence = [...right].map((code) => ({ code, reason: this.#remarks.reasons[code] })));
    const { when, dates } = understood(draft, rules, choices);
    for (const [path, control] of controls) {
      this.#remarks.show(control, problems.filter((one) => one.path.join() === path), draft, saidOf(path, when, dates));
    }
    show(this.#place, draft, { rules, choices, words: data.words, when, dates });
    this.#file.write(draft);
    showFresh(this.#place, this.#known.fresh, [draft.place, draft.actors].flat());
    this.#held && keep(this.#state(draft));
    // Without a title there is no id either, and to write the one is enough.
    this.#stops = open.filter(({ level }) => level === 2).length;
    const errors = open.filter((one) => one.level > 2 && (one.path[0] !== "id" || draft.title));
    this.#wrong.hidden || this.#judged(errors, controls);
    return { draft, controls, errors };
  }

  /** @param {HTMLElement} section Where the lines to be copied stand, and what is said of them. */
  async #copied(section) {
    // At once, while the browser remembers who asked for it.
    const done = await copy(codeIn(section));
    const wrong = section.dataset.also ? 0 : await this.#judge();
    const said = this.#data.words[done ? (wrong ? "stillwrong" : "copied") : "select"];
    tell(this.#place, said.replace("{number}", String(wrong)) + (wrong ? "" : this.#doubts()), section);
  }

  /** Says of every field what is wrong with it; once nothing is, what is written counts as handed over. */
  async #judge() {
    await this.#known.begin();
    for (const control of this.#read().controls.values()) {
      this.#remarks.left.add(control);
    }
    const { controls, errors } = this.#update();
    this.#judged(errors, controls);
    this.#held &&= errors.length > 0;
    return errors.length;
  }

  /** @param {Problem[]} errors @param {Map<string, HTMLElement>} controls */
  #judged(errors, controls) {
    const { words } = this.#data;
    const was = this.#wrong.hidden;
    const left = errors.filter(({ path }) => {
      const control = controls.get(path.join()) ?? controls.get(path.slice(0, -1).join());
      return !control || this.#remarks.left.has(control);
    });
    summary(this.#wrong, left, controls, this.#phrases);
    was || left.length || tell(this.#place, words.ready);
  }

  /** Hands the event over, or says what is still wrong. */
  async #send() {
    const end = /** @type {HTMLElement} */ (this.#form.querySelector(".adding__end"));
    if (await this.#judge()) {
      this.#wrong.focus();
    } else {
      tell(this.#place, this.#data.words[await this.#file.send()] + this.#doubts(), end);
    }
  }

  /** What to say of doubts that are left, behind what has happened. */
  #doubts() {
    return this.#stops ? ` ${this.#data.words.doubts.replace("{number}", String(this.#stops))}` : "";
  }
}
