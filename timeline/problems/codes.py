"""Every code that a problem can have, with what it means and how to write it right.

The list stands below everything that raises problems, so that the command's ``--explain`` and the handbook
tell the same; it is a file of YAML, for its examples are YAML.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import yaml

from timeline.problems.problem import Severity

EVENTS = "content/events/examples.yaml"
"""The file that an example is a part of where it names none."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code.

    Attributes:
        code: The code.
        severity: How much it matters, where a site does not set another level.
        rule: What is held, as one sentence.
        file: The file that the examples are of.
        wrong: An example that gives the problem; empty where no line can show it.
        right: The example as it should be.
    """

    code: str
    severity: Severity
    rule: str
    file: str = EVENTS
    wrong: str = ""
    right: str = ""


@functools.cache
def catalogue() -> Mapping[str, Code]:
    """The codes by name, in the order of the handbook."""
    text = resources.files("timeline.problems").joinpath("codes.yaml").read_text(encoding="utf-8")
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    entries = yaml.load(text, Loader=loader)  # noqa: S506 # text alone, and our own
    words = {severity.word: severity for severity in Severity}
    codes = (Code(**{**entry, "severity": words[entry["severity"]]}) for entry in entries)
    return {code.code: code for code in codes}


def explained(code: Code) -> str:
    """A code as plain text: what it means, and the examples."""
    parts = [f"{code.code} ({code.severity.word})", code.rule]
    for word, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            lines = "\n".join(f"    {line}" for line in example.strip("\n").split("\n"))
            parts.append(f"{word}, in {code.file}:\n\n{lines}")
    return "\n\n".join(parts) + "\n"
