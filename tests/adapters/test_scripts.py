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
        "let p=1,h={total:p,other:p};h.total+=h?.other;",
    ),
    "what is taken from an object is known by its key": (
        "function add({ first, second: other = 1 }) {\n  return first + other;\n}\n",
        "function h({first:e,second:t=1}){return e+t}",
    ),
    "methods and fields keep their names": (
        "class Counter {\n  amount = 0;\n  #seen = 1;\n  async more(amount) {\n    this.amount += amount + this.#seen;\n  }\n}\n",
        "class h{amount=0;#e=1;async more(e){this.amount+=e+this.#e}}",
    ),
    "members of every kind keep their names, whatever else is called so": (
        "let size = one();\nlet two = size;\nclass Box {\n  static size = size;\n  #two = two;\n  get one() {\n    return this.#two;\n  }\n  set one(size) {\n    this.#two = size;\n  }\n  static async two(one) {\n    return size + one;\n  }\n  async size(two) {\n    return this?.two(two);\n  }\n}\n",
        "let h=one(),p=h;class m{static size=h;#e=p;get one(){return this.#e}set one(h){this.#e=h}static async two(e){return h+e}async size(p){return this?.two(p)}}",
    ),
    "so do an object's": (
        "const one = (two) => {\n  let three = { four: 1, two() {} };\n  return three?.two(three.four, { two, three });\n};\n",
        "let h=e=>{let t={four:1,two(){}};return t?.two(t.four,{two:e,three:t})};",
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
        "let h=1,p=e=>`a , sum ${e?`b , ${e} c`:{sum:e}} d`;",
    ),
    "a stroke divides, or begins a pattern": (
        "const half = (size) => size / 2 / 1;\nconst found = /[/ ] half \\/ ,/u.exec(half);\n",
        "let h=e=>e/2/1,p=/[/ ] half \\/ ,/u.exec(h);",
    ),
    "comments go, wherever they stand": (
        "const sum = one(); // said behind\nconst other = /** @type {number} */ (sum) * 2; /* and 'here */\n",
        "let h=one(),p=h*2;",
    ),
    "what others give keeps its name": (
        "const list = (document) => [open(document), fold(location)];\n",
        "let h=e=>[open(e),fold(location)];",
    ),
    "marks that end what ends anyway go": (
        "const list = [\n  1,\n  [, 2],\n];\nfunction none() {\n  for (const one of list) {\n    one();\n  }\n}\n",
        "let h=[1,[,2]];function p(){for(let e of h)e()}",
    ),
    "a name of the whole is the same everywhere, and those of two functions know nothing of one another": (
        "const base = 1;\nfunction add(one) {\n  return base + one;\n}\nfunction take(one, base) {\n  return one - base;\n}\n",
        "let h=1;function p(e){return h+e}function m(e,h){return e-h}",
    ),
    "a number or a text that is used once stands where it is used": (
        "const size = 12;\nconst name = 'a b';\nconst twice = 3;\nconst add = () => [size + twice, twice, name, (other) => ({ other })];\n",
        "let h=3,f=()=>[12+h,h,'a b',e=>({other:e})];",
    ),
    "a number that a parameter is called like, or that stands for a key, too, keeps its name": (
        "const size = 1;\nconst other = 2;\nconst run = (size) => ({ other });\n",
        "let p=1,h=2,m=p=>({other:h});",
    ),
    "what every window has, too, is a name like others where it is declared": (
        "function add(event, name) {\n  for (const length of name) open(event, length, status);\n}\n",
        "function h(e,t){for(let n of t)open(e,n,status)}",
    ),
    "what one function declares and another has from outside keeps its name": (
        "const run = (given) => given();\nconst other = (x) => given(x);\n",
        "let p=e=>e(),h=e=>given(e);",
    ),
    "an inner function does not hide what an outer one has": (
        "function all(list) {\n  return list.map((item) => (other) => [list, item, other]);\n}\n",
        "function h(e){return e.map(t=>n=>[e,t,n])}",
    ),
    "an inner function hides what it does not use of an outer one": (
        "function all(list, seen) {\n  return list.map((item) => item.filter((other) => other > list)) + seen;\n}\n",
        "function h(e,t){return e.map(t=>t.filter(t=>t>e))+t}",
    ),
    "a body declares nothing that is called as a parameter is, used or not": (
        "const run = (one, [two]) => {\n  const three = 1;\n  try {\n    three();\n  } catch (four) {\n    const five = 2;\n  }\n};\n",
        "let h=(e,[t])=>{let n=1;try{n()}catch(e){let t=2}};",
    ),
    "a pattern's names are those of the whole": (
        "const [first, { second }] = given;\nconst both = () => first + second;\n",
        "let[h,{second:p}]=given,m=()=>h+p;",
    ),
    "a case may have a block of its own": (
        "function say(kind) {\n  switch (kind) {\n    case 1: {\n      kind();\n    }\n    default: {\n      [kind] = [{ kind }];\n    }\n  }\n}\n",
        "function h(e){switch(e){case 1:{e()}default:{[e]=[{kind:e}]}}}",
    ),
    "an object in a template is an object": (
        "const sum = 1;\nconst text = `${{ sum }.sum} ${ { sum: 2 }.sum }`;\n",
        "let h=1,p=`${{sum:h}.sum} ${{sum:2}.sum}`;",
    ),
    "a number's point is not what a name follows": (
        "const toFixed = 1 .toFixed() + 1.5.toFixed() + 1..toFixed();\n",
        "let h=1 .toFixed()+1.5.toFixed()+1..toFixed();",
    ),
    "the same name may be declared in several places, each for itself": (
        "function all(list) {\n  for (const one of list) one(list);\n  const two = (one, [{ to: three }]) => one + three, four = (one) => one;\n  try {\n    two();\n  } catch (one) {\n    four(one);\n  }\n}\n",
        "function h(e){for(let t of e)t(e);let t=(t,[{to:e}])=>t+e,four=t=>t;try{t()}catch(t){four(t)}}",
    ),
    "brackets in which a type was said of a name are not needed": (
        "const one = (two, ...three) => {\n  two = /** @type {any} */ (three[0].four(1)).five;\n  return /** @type {any} */ (\n    two).six;\n};\n",
        "let h=(e,...t)=>{e=t[0].four(1).five;return e.six};",
    ),
    "brackets around what has an end that counts stay": (
        "const one = (two) => [(two?.three).four, (two = 1) + 1, (await two).one, (new two())(), -(two, two), (two)(1)];\n",
        "let h=e=>[(e?.three).four,(e=1)+1,(await e).one,(new e())(),-(e,e),e(1)];",
    ),
    "brackets around a value that stands alone are not needed": (
        "const one = (two) => (two ? (two + 1) : (-two) * 2);\nconst three = [(one || one), ((one - 1))];\n",
        "let h=e=>e?e+1:(-e)*2,p=[h||h,h-1];",
    ),
    "brackets around a value that something else takes part of stay": (
        "const one = (two) => [two ?? (two || one), two === (two ? 1 : 2), two + (two - 1), !(two && one)];\n",
        "let h=e=>[e??(e||h),e===(e?1:2),e+(e-1),!(e&&h)];",
    ),
    "brackets around an object, or several values, stay behind an arrow": (
        "const one = (two) => ({ two });\nconst three = (two) => (two, one);\nconst four = ({ two }) => two;\n",
        "let h=e=>({two:e}),m=e=>(e,h),p=({two:e})=>e;",
    ),
    "brackets around parameters that are several, none, or no plain name stay": (
        "const one = [(two, three) => two, () => 1, (two = 1) => two, (...two) => two, async (two) => two];\n",
        "let h=[(e,t)=>e,()=>1,(e=1)=>e,(...e)=>e,async(e)=>e];",
    ),
    "a bracket around a name that a line's end is behind": (
        "function one(two) {\n  return (\n    two || one\n  );\n}\n",
        "function h(e){return e||h}",
    ),
    "braces around one statement are not needed, and others are": (
        "function one(two) {\n  if (two) {\n    two();\n  } else {\n    return two;\n  }\n  while (two) {\n    two(() => {\n      two(1);\n      two(2);\n    });\n  }\n  if (two) {\n    if (one) {\n      two();\n    }\n  } else {\n    const three = 1;\n  }\n  if (two) {\n    one();\n    two();\n  }\n}\n",
        "function h(e){if(e)e();else return e;while(e)e(()=>{e(1);e(2)});if(e){if(h)e()}else{let e=1}if(e){h();e()}}",
    ),
    "braces around a block, or a function that waits, and one statement more stay": (
        "function one(two) {\n  if (two) {\n    {\n      two();\n    }\n    two(1);\n  }\n  for (const four of two) {\n    async function five() {}\n    five(four);\n  }\n}\n",
        "function h(e){if(e){{e()}e(1)}for(let t of e){async function e(){}e(t)}}",
    ),
    "declarations in a row are one, and others begin anew": (
        "const one = () => {\n  let two = 1;\n  const three = { let: two };\n  two = three;\n  let four;\n  return four;\n};\nconst [five] = [one];\nfor (let six = 1; six; six--) five();\nif (five) {\n  one();\n}\nconst seven = 1;\n",
        "let p=()=>{let e=1,t={let:e};e=t;let n;return n},[h]=[p];for(let e=1;e;e--)h();if(h)p();let m=1;",
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


OTHER_FORMS = {
    "a getter in an object": "const a = {\n  get size() {\n    return 1;\n  },\n};\n",
    "a setter in an object": "const a = {\n  one: 1,\n  set size(to) {},\n};\n",
    "an asynchronous method in an object": "const a = {\n  async load() {},\n};\n",
    "a generator in an object": "const a = {\n  *each() {},\n};\n",
    "an asynchronous generator in an object": "const a = {\n  async *each() {},\n};\n",
    "a generator in a class": "class A {\n  *each() {}\n}\n",
    "a pattern behind a question": "const a = (b) => {\n  if (b) /b/.test(b);\n};\n",
    "a pattern behind a loop": "function a(b) {\n  while (b) /b/.exec(b);\n}\n",
    "a pattern behind a block": "function a() {}\n/b/.test('b');\n",
    "a pattern behind else": "function a(b) {\n  if (b) b();\n  else /b/.test(b);\n}\n",
    "what is divided behind an increase": "const a = (b) => {\n  return b++ / b / 2;\n};\n",
    "two semicolons": "const a = 1;\n;\n",
    "a semicolon for a block": "function a(b) {\n  while (b());\n}\n",
    "nothing behind a question": "const a = (b) => {\n  if (b());\n};\n",
    "nothing behind else": "const a = (b) => {\n  if (b) b();\n  else;\n};\n",
    "a block that begins with a semicolon": "function a() {\n  ; a();\n}\n",
    "var, which reaches beyond its block": "function a() {\n  var b = 1;\n  return b;\n}\n",
    "with, in which any name is looked up": "function a(b) {\n  with (b) b();\n}\n",
    "a loop that asks at its end": "function a(b) {\n  do b(); while (b);\n}\n",
    "names that are looked up as it runs": "function a(b) {\n  return eval('b');\n}\n",
    "a class whose parent is called": "class A extends make() {\n  size = 1;\n}\n",
    "a function that is a value and has a name": "const a = function b() {\n  return 1;\n};\n",
    "a class that is a value and has a name": "const a = class B {};\n",
    "a bracket too many": "const a = [1]];\n",
    "a brace too many": "const a = {}};\n",
    "a bracket too few": "const a = [1;\n",
}


@pytest.mark.parametrize("script", OTHER_FORMS.values(), ids=OTHER_FORMS.keys())
def test_what_is_written_in_another_form_than_ours_is_refused_at_its_line(script):
    with pytest.raises(ValueError, match=r"^line \d+(, at '.+')?: "):
        shortened([*tokens(script)], ())


TWO_MEANINGS = {
    "a parameter of one function, and a name from outside in another": "function all() {\n  const one = (text) => text;\n  return one(text);\n}\n",
    "the same with the function behind": "const all = () => [text, (text) => text];\n",
    "a parameter in its own function's arguments": "const all = (run) => run((text) => text, text);\n",
    "a name of a block, and from outside behind the block": "function all(run) {\n  if (run) {\n    const text = run();\n  }\n  return text;\n}\n",
    "a name of a loop, and from outside behind it": "function all(list) {\n  for (const text of list) {\n    list(text);\n  }\n  return text;\n}\n",
    "what is taken from an object, and from outside": "const all = (run) => [run(({ text }) => text), { text }];\n",
    "what was caught, and from outside": "function all(run) {\n  try {\n    run();\n  } catch (text) {\n    run(text);\n  }\n  run(text);\n}\n",
    "a function in a block, and from outside": "function all(run) {\n  {\n    function text() {}\n  }\n  run(text);\n}\n",
    "what every window has, inside a function and outside": "const all = (run) => [(event) => event, event, run];\n",
    "in a template": "const all = (run) => `${run((text) => text)} ${text}`;\n",
}


@pytest.mark.parametrize("script", TWO_MEANINGS.values(), ids=TWO_MEANINGS.keys())
def test_a_word_that_is_another_name_than_the_one_that_is_declared_is_refused(script):
    with pytest.raises(
        ValueError, match=r"^line \d+, at '.*': '(?:text|event)' is another here than where it is declared"
    ):
        shortened([*tokens(script)], ())


def test_a_module_that_is_refused_is_named():
    with pytest.raises(ValueError, match=r"^part/base.js without its comments, line 2, at '.*var.*': "):
        joined(
            MODULES
            | {"part/base.js": "// Base.\nexport const base = () => {\n  var b = 1;\n  return b;\n};\n"},
            "part/main.js",
        )


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
