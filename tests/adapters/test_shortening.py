"""A script that is shortened does what it did: on made-up scripts, which Node runs as they were and as they are."""

import json
import subprocess

import pytest
from hypothesis import given, reject, settings
from random_scripts import scripts

from timeline.adapters.javascript import tokens
from timeline.adapters.shortening import shortened

# What cannot be called, or is not there yet, ends a script; in words, that and a function show their names.
RUN = """
const vm = require('node:vm');
Function.prototype.toString = () => 'a function';
function run(script) {
  const told = [];
  globalThis.log = (...values) => { told.push(JSON.stringify(values)); };
  try {
    vm.runInThisContext(`(() => {'use strict';\n${script}\n})()`, { timeout: 2000 });
  } catch (error) {
    told.push(error instanceof Error ? `${error.name} ${error.code}` : JSON.stringify(error));
  }
  return told;
}
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  console.log(JSON.stringify(JSON.parse(line).map(run)));
});
"""


@pytest.fixture(scope="module")
def told():
    """Gives what each of some scripts tells."""
    with subprocess.Popen(
        ["node", "--eval", RUN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as node:

        def ask(*asked: str) -> list[list[str]]:
            node.stdin.write(json.dumps(asked) + "\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield ask
        node.stdin.close()


@pytest.mark.browser  # Node runs it
@settings(max_examples=25, deadline=None)
@given(script=scripts())
def test_a_shortened_script_tells_what_it_told(told, script):
    try:
        short = shortened([*tokens(script)], ())
    except ValueError:
        reject()
    before, after = told(script, short)
    assert after == before
