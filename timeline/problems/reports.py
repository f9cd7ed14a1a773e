"""Problems as text: for a terminal, for GitHub's annotations, and as JSON.

A message may quote what a stranger wrote, so every format escapes what its reader would obey:
terminal escapes, GitHub's workflow commands, line ends.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from timeline.problems.problem import Problem, Severity, Span

LineOf = Callable[[str, int], str | None]
"""Gives the text of a line (file, line from 1), or None where there is none to show."""

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_WIDEST_LINE = 160


def visible(text: str) -> str:
    r"""The text with every character that would not be seen written out, as in ``\u202e``."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        char
        if unicodedata.category(char) not in _HIDDEN
        else f"\\u{ord(char):04x}"
        if ord(char) <= 0xFFFF
        else f"\\U{ord(char):08x}"
        for char in text
    )


def _excerpt(line: str, span: Span) -> tuple[str, str]:
    """The source line and the row of marks below it, cut to what a terminal can show."""
    line = line.replace("\t", " ").rstrip("\r\n")
    start = max(span.column - 1, 0)
    width = max(span.end_column - span.column, 1)
    offset = 0
    if len(line) > _WIDEST_LINE:
        offset = max(0, min(start - 40, len(line) - _WIDEST_LINE))
        line = line[offset : offset + _WIDEST_LINE]
    before = visible(line[: start - offset])
    marked = visible(line[start - offset : start - offset + width])
    after = visible(line[start - offset + width :])
    return before + marked + after, " " * len(before) + "^" * max(len(marked), 1)


def to_terminal(problems: Sequence[Problem], line_of: LineOf) -> str:
    """One block a problem: place, severity, code and message, the line with a mark, a hint."""
    blocks = []
    for problem in problems:
        rows = [
            f"{visible(str(problem.span))}: {problem.severity.word}[{problem.code}]: "
            f"{visible(problem.message)}"
        ]
        line = line_of(problem.span.file, problem.span.line)
        if line is not None and line.strip():
            shown, marks = _excerpt(line, problem.span)
            number = str(problem.span.line)
            rows += [f"  {number} | {shown}", f"  {' ' * len(number)} | {marks}"]
        rows += [f"  see {visible(str(r.span))}: {visible(r.message)}" for r in problem.related]
        if problem.hint:
            rows.append(f"  hint: {visible(problem.hint)}")
        blocks.append("\n".join(rows) + "\n")
    return "\n".join([*blocks, summary(problems) + "\n"])


def summary(problems: Iterable[Problem]) -> str:
    """The count of problems in words: ``2 errors, 1 warning``, or ``no problems``."""
    counts = dict.fromkeys(reversed(Severity), 0)
    for problem in problems:
        counts[problem.severity] += 1
    parts = [f"{n} {s.word}{'s' if n > 1 else ''}" for s, n in counts.items() if n]
    return ", ".join(parts) or "no problems"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def to_github(problems: Sequence[Problem], line_of: LineOf) -> str:
    """GitHub's workflow commands, which it shows as annotations beside the lines of a pull request.

    The format is that of GitHub's documentation, 'Workflow commands for GitHub Actions'.
    """
    del line_of  # GitHub shows the line itself
    rows = []
    for problem in problems:
        span = problem.span
        command = "notice" if problem.severity is Severity.NOTE else problem.severity.word
        message = f"{visible(problem.message)} [{problem.code}]"
        message += "".join(f"\nsee {visible(str(r.span))}: {visible(r.message)}" for r in problem.related)
        if problem.hint:
            message += f"\n{visible(problem.hint)}"
        rows.append(
            f"::{command} file={_github_property(visible(span.file))},line={span.line},col={span.column},"
            f"endColumn={span.end_column},title={_github_property(problem.code)}::{_github_data(message)}\n"
        )
    return "".join(rows)


def to_json(problems: Sequence[Problem], line_of: LineOf) -> str:
    """A JSON object ``{"format": 1, "problems": [...]}``, for editors' tools and scripts."""
    del line_of

    def place(span: Span) -> dict[str, object]:
        return {"file": span.file, "line": span.line, "column": span.column, "end_column": span.end_column}

    rows = [
        {
            "code": p.code,
            "severity": p.severity.word,
            **place(p.span),
            "message": p.message,
            "hint": p.hint,
            "related": [{**place(r.span), "message": r.message} for r in p.related],
        }
        for p in problems
    ]
    return json.dumps({"format": 1, "problems": rows}, indent=2, ensure_ascii=True) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem], LineOf], str]] = {
    "terminal": to_terminal,
    "github": to_github,
    "json": to_json,
}
"""The formats ``timeline check --format`` offers, by name."""


def report(problems: Sequence[Problem], line_of: LineOf, format: str = "terminal") -> str:
    """Writes problems in one of FORMATS.

    Args:
        problems: What to tell, in the order to tell it.
        line_of: Gives the source line to show under a problem.
        format: A key of FORMATS.

    Returns:
        The report, ending with a line end.
    """
    return FORMATS[format](problems, line_of)
