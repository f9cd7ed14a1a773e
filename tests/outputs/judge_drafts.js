// Tells of each draft of an event what the form would say of it, and the file that it would write.
import { learn } from "./calendar.js";
import { problemsOf } from "./checks.js";
import { statusOf } from "./status.js";
import { shelfOf } from "./works.js";
import { clean, fileOf } from "./yaml.js";

let asked = "";
for await (const part of process.stdin) {
  asked += part;
}
const { drafts, rules, choices } = JSON.parse(asked);
learn(rules.language.refusals);
const LONGEST = 1_000_000; // microseconds
const PROSE = ["summary", "body", "says"];

function cleaned(value, key = "") {
  if (typeof value === "string") {
    return clean(value, PROSE.includes(key));
  }
  if (Array.isArray(value)) {
    return value.map((item) => cleaned(item));
  }
  return typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner, name)])) : value;
}

console.log(JSON.stringify(drafts.map((typed) => {
  const draft = cleaned(typed);
  const begun = process.cpuUsage();
  const problems = problemsOf(draft, rules, choices);
  if (process.cpuUsage(begun).user > LONGEST) {
    throw new Error(`Whoever types it would wait for each letter: ${JSON.stringify(draft).slice(0, 200)}`);
  }
  const doubts = problems.filter(({ level, code }) => level > 1 && rules.silenceable.includes(code));
  const silence = [...new Set(doubts.map(({ code }) => code))].map((code) => ({ code, reason: "It is: so # here." }));
  const shelves = (draft.sources ?? []).map(({ url }) => url && shelfOf(url, choices));
  return { draft, file: fileOf(draft), silenced: fileOf({ ...draft, silence }), problems, status: statusOf(draft, choices), shelves };
})));
