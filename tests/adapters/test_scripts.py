"""Scripts as a site has them: without comments, and those of the form joined into one."""

import subprocess

import pytest

from timeline.adapters.javascript import tokens
from timeline.adapters.scripts import joined, plain
from timeline.adapters.shortening import shortened


def test_comments_and_indentation_are_left_out_and_nothing_else():
    script = """\
/*
 * What the module is for.
 */
import { one } from "./one.js";

/**
 * Adds.
 *
 * @param {number} number
 */
export function add(number) {
  // The reason.
  const sum = /** @type {number} */ (number) + one; // said behind
  return "/* no comment */ // nor this" + sum;
}
"""
    assert (
        plain(script)
        == """\
import { one } from "./one.js";
export function add(number) {
const sum = (number) + one; // said behind
return "/* no comment */ // nor this" + sum;
}
"""
    )


def test_a_text_of_several_lines_keeps_its_blanks():
    assert plain("const text = `one\n  two`;\n") == "const text = `one\n  two`;\n"


MODULES = {
    "part/main.js": 'import { double as twice } from "./double.js";\nimport { base } from "./base.js";\n'
    "const hidden = 1;\nexport const answer = (double = 0) => twice({ base }) + hidden + double;\n",
    "part/double.js": 'import { base } from "./base.js";\nconst hidden = base;\n'
    "export function double({ base }) {\n  return base + hidden;\n}\n",
    "part/base.js": "export const base = 20;\n",
}


@pytest.mark.browser  # Node runs it
def test_joined_modules_do_what_they_did_apart(tmp_path):
    (tmp_path / "joined.mjs").write_text(joined(MODULES, "part/main.js"), encoding="utf-8")
    program = 'import { answer } from "./joined.mjs"; console.log(answer());'
    run = subprocess.run(
        ["node", "--input-type=module", "--eval", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert (run.stdout, run.stderr) == ("41\n", "")


SHORT = {
    "names get other names, and properties keep theirs": (
        "const total = 1;\nconst found = { total, other: total };\nfound.total += found?.other;\n",
        "let p=1;let h={total:p,other:p};h.total+=h?.other;",
    ),
    "what is taken from an object is known by its key": (
        "function add({ first, second: other = 1 }) {\n  return first + other;\n}\n",
        "function h({first:e,second:t=1}){return e+t}",
    ),
    "methods and fields keep their names": (
        "class Counter {\n  amount = 0;\n  #seen = 1;\n  async more(amount) {\n    this.amount += amount + this.#seen;\n  }\n}\n",
        "class h{amount=0;#e=1;async more(e){this.amount+=e+this.#e}}",
    ),
    "signs that would run together stay apart": (
        "const sum = (one, two) => one + +two - -one;\n",
        "let h=(e,t)=>e+ +t- -e;",
    ),
    "texts keep their blanks and their words": (
        """const sum = ["a , sum = 'c ; d'", 'e ( f', "\\" = "];\n""",
        """let h=["a , sum = 'c ; d'",'e ( f',"\\" = "];""",
    ),
    "templates keep theirs, and not what is filled in": (
        "const name = 1;\nconst text = (sum) => `a , sum ${sum ? `b , ${sum} c` : { sum } } d`;\n",
        "let name=1;let h=(e)=>`a , sum ${e?`b , ${e} c`:{sum:e}} d`;",
    ),
    "a stroke divides, or begins a pattern": (
        "const half = (size) => size / 2 / 1;\nconst found = /[/ ] half \\/ ,/u.exec(half);\n",
        "let h=(e)=>e/2/1;let p=/[/ ] half \\/ ,/u.exec(h);",
    ),
    "comments go, wherever they stand": (
        "const sum = 1; // said behind\nconst other = /** @type {number} */ (sum) * 2; /* and 'here */\n",
        "let h=1;let p=(h)*2;",
    ),
    "what others give keeps its name": (
        "const list = (document) => [open(document), fold(location)];\n",
        "let h=(e)=>[open(e),fold(location)];",
    ),
    "marks that end what ends anyway go": (
        "const list = [\n  1,\n  [, 2],\n];\nfunction none() {\n  for (const one of list) {\n    one();\n  }\n}\n",
        "let h=[1,[,2]];function p(){for(let e of h){e()}}",
    ),
    "a name of the whole is the same everywhere, and those of two functions know nothing of one another": (
        "const base = 1;\nfunction add(one) {\n  return base + one;\n}\nfunction take(one, base) {\n  return one - base;\n}\n",
        "let h=1;function p(e){return h+e}function m(e,h){return e-h}",
    ),
    "what one function declares and another has from outside keeps its name": (
        "const run = (given) => given();\nconst other = (x) => given(x);\n",
        "let p=(e)=>e();let h=(e)=>given(e);",
    ),
    "an inner function does not hide what an outer one has": (
        "function all(list) {\n  return list.map((item) => (other) => [list, item, other]);\n}\n",
        "function h(e){return e.map((t)=>(n)=>[e,t,n])}",
    ),
    "a pattern's names are those of the whole": (
        "const [first, { second }] = given;\nconst both = () => first + second;\n",
        "let[h,{second:p}]=given;let m=()=>h+p;",
    ),
    "a case may have a block of its own": (
        "function say(kind) {\n  switch (kind) {\n    case 1: {\n      kind();\n    }\n    default: {\n      [kind] = [{ kind }];\n    }\n  }\n}\n",
        "function h(e){switch(e){case 1:{e()}default:{[e]=[{kind:e}]}}}",
    ),
    "lines that nothing ends stay apart": (
        "const one = () => {\n  return;\n}\nfunction two() {}\n[one].map(two)\n",
        "let h=()=>{return}function p(){}\n[h].map(p)",
    ),
}


@pytest.mark.parametrize(("script", "short"), SHORT.values(), ids=SHORT.keys())
def test_a_script_is_shortened_to_what_a_browser_needs(script, short):
    assert shortened([*tokens(script)], {"fold"}) == short


@pytest.mark.parametrize(
    "script", ["const text = `never ended;\n", "const text = 'never ended;\n", "a @ b;\n"]
)
def test_a_script_that_cannot_be_cut_into_tokens_is_refused(script):
    with pytest.raises(ValueError, match="line 1: cannot read"):
        [*tokens(script)]


def test_what_is_imported_from_elsewhere_is_imported_once():
    modules = {
        "part/main.js": 'import { a } from "../far.js";\nimport { c } from "./near.js";\nexport const d = a + c;\n',
        "part/near.js": 'import { a, b } from "../far.js";\nexport const c = a + b;\n',
    }
    whole = joined(modules, "part/main.js")
    assert whole.startswith('import { a, b } from "../far.js";\n')
    assert whole.count("import") == 1


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ('import * as all from "./base.js";\n', "cannot join 'import *"),
        ("export default 1;\n", "cannot join 'export default 1;'"),
        ('import { answer } from "./main.js";\nexport const base = 1;\n', "imports itself"),
    ],
)
def test_what_is_written_in_another_form_is_refused(script, reason):
    with pytest.raises(ValueError, match=reason.replace("*", r"\*")):
        joined(MODULES | {"part/base.js": script}, "part/main.js")
