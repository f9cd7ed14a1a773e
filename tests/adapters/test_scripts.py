"""Scripts as a site has them: without comments, and those of the form joined into one."""

import subprocess

import pytest

from timeline.adapters.scripts import joined, plain


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
    "const hidden = 1;\nexport const answer = () => twice(base) + hidden;\n",
    "part/double.js": 'import { base } from "./base.js";\nconst hidden = base;\n'
    "export function double(number) {\n  return number + hidden;\n}\n",
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


def test_blanks_that_mean_nothing_are_left_out_of_the_whole_and_those_of_texts_stay():
    script = """\
const sum = (a, b) => a + +b;
const list = [sum(1, 2), "a , b = 'c ; d'", 'e ( f', "\\" = "];
const text = `a , b` + "c / d";
const both = `a , ${text ? `b , c` : " , "} d`;
const found = / , /.exec(text) ? 1 : 2;
"""
    assert joined({"part/main.js": script}, "part/main.js").startswith("""\
const sum=(a,b)=>a + +b;
const list=[sum(1,2),"a , b = 'c ; d'",'e ( f',"\\" = "];
const text=`a , b` + "c / d";
const both = `a , ${text ? `b , c` : " , "} d`;
const found = / , /.exec(text) ? 1 : 2;
""")


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
