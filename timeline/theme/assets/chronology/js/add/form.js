/*
 * The form for a new event: on every change it reads what is there, says below each field what it understands and,
 * once a field has been left, what is wrong; and it shows the entry and the file as they will be.
 */
import { named, propose, rowsOf } from "./choices.js";
import { problemsOf, whenOf } from "./checks.js";
import { below, nameOf, read, showProblem, wordsOf } from "./fields.js";
import { add, listen } from "./items.js";
import { show } from "./preview.js";
import { LONGEST_ADDRESS, addressOf, copy, fileName, proposeId } from "./sending.js";
import { fill, inWords } from "./words.js";
import { fileOf } from "./yaml.js";

/** @typedef {import("./checks.js").Problem} Problem */
/** @typedef {import("./fields.js").Control} Control */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {{ data: string, new: string, folder: string, words: Record<string, string> }} Data */

const QUIET = 900; // milliseconds without a key until what is understood is told to those who listen

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
    new Form(place, data, await load("rules"), load);
  } catch (error) {
    place.textContent = data.words.failed;
    ready(place);
    throw error;
  }
}

/** @param {HTMLElement} place */
function ready(place) {
  place.hidden = false;
  place.classList.add("adding--ready");
}

class Form {
  /** @type {Choices | null} */
  choices = null;
  /** @type {Promise<void> | undefined} */
  loading;
  /** @type {WeakSet<HTMLElement>} The controls that have been left, so that what is wrong with them may be said. */
  left = new WeakSet();
  /** @type {Set<string>} */
  taken = new Set();
  /** @type {Record<string, import("./choices.js").Choice[]>} */
  kept = {};
  ownId = false;
  /** Whether something is written that is not handed over. */
  held = false;
  quiet = 0;
  address = "";
  empty = "";

  /** @param {HTMLElement} place @param {Data} data @param {Rules} rules @param {(name: string) => Promise<any>} load */
  constructor(place, data, rules, load) {
    this.place = place;
    this.data = data;
    this.rules = rules;
    this.load = load;
    this.comma = fill(rules.language, ", ");
    this.english = document.documentElement.lang.startsWith("en") ? "" : data.words.english;
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.list = /** @type {HTMLElement} */ (place.querySelector("#add-choices"));
    this.code = /** @type {HTMLElement} */ (place.querySelector(".adding__yaml code"));
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll(".items"))) {
      listen(list, (phrase, item) => this.tell(data.words[phrase].replace("{item}", item)));
    }
    add(/** @type {HTMLElement} */ (this.form.querySelector('[data-list="sources"]')), "source");
    const added = /** @type {HTMLInputElement} */ (this.form.querySelector("#add-added"));
    added.value ||= new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    this.form.addEventListener("input", ({ target }) => this.typed(/** @type {Control} */ (target)));
    this.form.addEventListener("focusin", ({ target }) => this.turned(/** @type {Control} */ (target)));
    this.form.addEventListener("change", ({ target }) => this.leave(/** @type {Control} */ (target)));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    place.querySelector("[data-copy]")?.addEventListener("click", () => this.copied());
    addEventListener("beforeunload", (event) => this.held && event.preventDefault());
    this.update();
    ready(place);
  }

  /**
   * Announces what happened.
   *
   * @param {string} words
   * @param {"said" | "heard"} [how] Heard are what is to be seen elsewhere already.
   */
  tell(words, how = "heard") {
    for (const part of ["said", "heard"]) {
      const place = /** @type {HTMLElement} */ (this.place.querySelector(`.adding__${part}`));
      // Emptied first, so that the same words are announced again.
      place.textContent = "";
      place.textContent = part === how ? words : "";
    }
  }

  /** Loads what can be chosen, once somebody turns to the form. */
  async know() {
    this.loading ??= Promise.all([this.load("choices"), this.load("events")]).then(([choices, events]) => {
      this.choices = { ...choices, event: events.event };
      this.taken = new Set(events.event.map((/** @type {string[]} */ [id]) => id));
      this.update();
    });
    return this.loading;
  }

  /** @param {Control} control */
  async turned(control) {
    await this.know();
    if (control === document.activeElement) {
      this.proposals(control);
    }
  }

  /** @param {Control} control */
  rows(control) {
    const noun = control.dataset.choices ?? "";
    const rows = this.kept[noun] ?? rowsOf(noun, this.rules, this.choices, noun === "cited" ? this.read().draft : {});
    if (this.choices && noun !== "cited") {
      this.kept[noun] = rows;
    }
    return rows;
  }

  /** @param {Control} control */
  proposals(control) {
    if (control.dataset.choices) {
      propose(this.list, this.rows(control), control.value, this.comma);
      control.setAttribute("list", "add-choices");
    }
  }

  read() {
    return read(this.form, this.rules);
  }

  /** @param {Control} control */
  typed(control) {
    this.held = true;
    this.ownId ||= control.id === "add-id" && control.value !== "";
    this.proposals(control);
    this.update();
    clearTimeout(this.quiet);
    const said = below(control, "said")?.textContent;
    if (said) {
      this.quiet = setTimeout(() => this.tell(said), QUIET);
    }
  }

  /** @param {Control} control Whatever was changed and left. */
  leave(control) {
    const row = control.dataset?.choices && named(this.rows(control), control.value);
    if (row) {
      control.value = row[0];
    }
    this.ownId &&= !(control.id === "add-id" && control.value === "");
    this.left.add(control);
    clearTimeout(this.quiet);
    this.update();
    const error = below(control, "error")?.textContent;
    if (error) {
      this.tell(`${nameOf(control, this.comma)}: ${error}`);
    }
  }

  /** Says, shows and writes what the form now holds. */
  update() {
    const id = /** @type {HTMLInputElement} */ (this.form.querySelector("#add-id"));
    if (!this.ownId) {
      id.value = proposeId(this.read().draft, this.taken);
    }
    const { draft, controls } = this.read();
    const { rules, choices, data } = this;
    const problems = problemsOf(draft, rules, choices);
    const when = whenOf(draft, rules, choices);
    const said = when ? inWords(when, rules.language) : "";
    const dates = /** @type {any[]} */ (draft.sources ?? []).map((source) => {
      const [date, timezone] = typeof source === "object" ? [source.published, source.timezone]
        : [choices?.article.find(([id]) => id === source)?.[3], undefined];
      const published = date && whenOf({ date, ...(timezone && { timezone }) }, rules, choices);
      return published ? inWords(published, rules.language) : "";
    });
    for (const [path, control] of controls) {
      const field = /** @type {Control} */ (control);
      /** @type {string} */
      const understood = path === "date" ? said
        : /^sources,\d+,published$/.test(path) ? (dates[Number(path.split(",")[1])] ?? "")
        : field.value && field.dataset.choices ? this.known(field) : "";
      const place = below(control, "said");
      if (place && place.textContent !== understood) {
        place.textContent = understood;
      }
      const own = problems.filter((one) => one.path.join() === path);
      const problem = own.find(({ warning }) => !warning) ?? own[0];
      showProblem(control, this.left.has(control) ? problem : undefined, this.english);
    }
    show(this.place, draft, { rules, choices, words: data.words, when: said, dates });
    this.file(draft);
    return { draft, controls, problems };
  }

  /** @param {Control} control */
  known(control) {
    const row = this.rows(control).find(([id]) => id === control.value.trim());
    return row ? row.slice(1).filter(Boolean).join(this.comma) : "";
  }

  /** @param {import("./checks.js").Draft} draft */
  file(draft) {
    const [name, text] = [fileName(draft), fileOf(draft)];
    this.code.textContent = text;
    const path = this.place.querySelector(".adding__path");
    path && (path.textContent = `${this.data.folder}/${name}`);
    this.address = this.data.new && addressOf(this.data.new, this.data.folder, name, text);
    this.empty = this.data.new && addressOf(this.data.new, this.data.folder, name, "");
    const long = /** @type {HTMLElement} */ (this.place.querySelector(".adding__long"));
    long.hidden = this.address.length <= LONGEST_ADDRESS;
  }

  async copied() {
    this.held = false;
    this.tell(this.data.words[(await copy(this.code)) ? "copied" : "select"], "said");
  }

  /** Hands the event over, or says what is still wrong. */
  async send() {
    await this.know();
    for (const control of this.read().controls.values()) {
      this.left.add(control);
    }
    const { controls, problems } = this.update();
    const errors = problems.filter(({ warning }) => !warning);
    this.summary(errors, controls);
    if (errors.length) {
      return;
    }
    this.held = false;
    const { words, new: isHosted } = this.data;
    if (!isHosted) {
      await this.copied();
    } else if (this.address.length <= LONGEST_ADDRESS) {
      open(this.address, "_blank", "noopener");
      this.tell(words.opened, "said");
    } else {
      const done = await copy(this.code);
      open(this.empty, "_blank", "noopener");
      this.tell(done ? words.pasted : words.select, "said");
    }
  }

  /** @param {Problem[]} errors @param {Map<string, HTMLElement>} controls */
  summary(errors, controls) {
    const place = /** @type {HTMLElement} */ (this.form.querySelector(".adding__wrong"));
    place.hidden = !errors.length;
    const links = errors.map((problem) => {
      const { path } = problem;
      const control = controls.get(path.join()) ?? controls.get(path.slice(0, -1).join());
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${control?.id || "add-wrong"}`;
      link.append(`${control ? nameOf(control, this.comma) : path[0]}: `, ...wordsOf(problem, this.english));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        for (let fold = control?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
          fold.open = true;
        }
        control?.focus();
      });
      item.append(link);
      return item;
    });
    const count = /** @type {HTMLElement} */ (place.querySelector(".adding__count"));
    count.textContent = this.data.words.needed.replace("{number}", String(errors.length));
    place.querySelector("ul")?.replaceChildren(...links);
    errors.length && place.focus();
  }
}
