"""Problems as text: for a terminal, for GitHub's annotations, and as JSON.

A message may quote what a stranger wrote, so every format escapes what its reader would obey:
terminal escapes, GitHub's workflow commands, line ends.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.problems.alike import told_once
from timeline.problems.markdown import bounded, code
from timeline.problems.problem import Problem, Severity, Span

LineOf = Callable[[str, int], str | None]
"""Gives the text of a line (file, line from 1), or None where there is none to show."""

SHOWN_PER_FILE = 100
"""How many problems of one file a terminal shows with their lines; of the others it shows one line each."""
MOST_PER_FILE = 1000
"""How many problems of one file are told at all; a file that has more needs another look anyway."""
_MANY = 20
"""From how many problems on the summary counts them by their codes."""

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_MARKS = {"Mn", "Me"}
_WIDEST_LINE = 160
_BEFORE_MARK = 40


def visible(text: str) -> str:
    r"""The text with every character that would not be seen written out, as in ``\u202e``."""
    if text.isprintable():
        return text
    return "".join(
        char
        if unicodedata.category(char) not in _HIDDEN
        else f"\\u{ord(char):04x}"
        if ord(char) <= 0xFFFF
        else f"\\U{ord(char):08x}"
        for char in text
    )


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide letter, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in _MARKS else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _excerpt(line: str, span: Span) -> tuple[str, str]:
    """The source line and the row of marks below it, cut to what a terminal can show."""
    line = line.replace("\t", " ")
    start = min(span.column - 1, len(line))
    end = max(start, min(span.end_column - 1, len(line)))
    first = max(0, min(start - _BEFORE_MARK, len(line) - _WIDEST_LINE))
    last = first + _WIDEST_LINE
    before = ("…" if first else "") + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    after = visible(line[end:last]) + ("…" if last < len(line) else "")
    return before + marked + after, " " * _columns(before) + "^" * max(_columns(marked), 1)


def shortened(problems: Iterable[Problem], most: int = MOST_PER_FILE) -> list[Problem]:
    """The first problems of every file, and for each file that has more, a note that says how many.

    Those that say the same of very many places are one: see timeline.problems.alike.

    Args:
        problems: Problems, sorted.
        most: How many of one file to keep.
    """
    counts: dict[str, int] = {}
    first_left: dict[str, int] = {}
    kept: list[Problem] = []
    for problem in told_once(problems):
        file = problem.span.file
        counts[file] = counts.get(file, 0) + 1
        if counts[file] <= most:
            kept.append(problem)
        elif file not in first_left:
            first_left[file] = len(kept)
            kept.append(problem)
    for file, place in first_left.items():
        message = f"this file has {counts[file] - most:,} more problems, which are not shown"
        kept[place] = Problem("more-problems", Severity.NOTE, kept[place].span, message, "mend these first")
    return kept


def _line(problem: Problem) -> str:
    """One problem in one line."""
    severity = f"{problem.severity.word}[{problem.code}]"
    return f"{visible(str(problem.span))}: {severity}: {visible(problem.message)}\n"


def _block(problem: Problem, line_of: LineOf) -> str:
    """What a terminal shows of one problem."""
    rows = [_line(problem).rstrip("\n")]
    line = line_of(problem.span.file, problem.span.line)
    if line is not None and line.strip():
        shown, marks = _excerpt(line.rstrip("\r\n"), problem.span)
        number = str(problem.span.line)
        rows += [f"  {number} | {shown}", f"  {' ' * len(number)} | {marks}"]
    rows += [f"  see {visible(str(r.span))}: {visible(r.message)}" for r in problem.related]
    if problem.hint:
        rows.append(f"  hint: {visible(problem.hint)}")
    rows += [f"    {line}" for line in _example(problem)]
    return "\n".join(rows) + "\n"


def _example(problem: Problem) -> list[str]:
    return [visible(line) for line in problem.example.split("\n")] if problem.example else []


def to_terminal(problems: Sequence[Problem], line_of: LineOf) -> str:
    """One block a problem: place, severity, code and message, the line with a mark, a hint.

    Of a file with very many, those after the first hundred have one line each.
    """
    parts: list[str] = []
    counts: Counter[str] = Counter()
    for problem in shortened(problems):
        counts[problem.span.file] += 1
        count = counts[problem.span.file]
        if count <= SHOWN_PER_FILE:
            parts.append(_block(problem, line_of) + "\n")
        else:
            parts.append(_line(problem))
    gap = "\n" if parts and not parts[-1].endswith("\n\n") else ""
    return "".join([*parts, gap, summary(problems), _by_code(problems), "\n"])


def summary(problems: Iterable[Problem]) -> str:
    """The count of problems in words: ``2 errors, 1 warning``, or ``no problems``."""
    counts = dict.fromkeys(reversed(Severity), 0)
    for problem in problems:
        counts[problem.severity] += 1
    parts = [f"{n:,} {s.word}{'s' if n > 1 else ''}" for s, n in counts.items() if n]
    return ", ".join(parts) or "no problems"


def _by_code(problems: Sequence[Problem]) -> str:
    """Of very many problems, a line more that counts them by their codes, the most frequent first."""
    if len(problems) <= _MANY:
        return ""
    counts = Counter(problem.code for problem in problems).most_common()
    return "\n" + ", ".join(f"{name} {n:,}" for name, n in counts)


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
    for problem in shortened(problems):
        span = problem.span
        command = "notice" if problem.severity is Severity.NOTE else problem.severity.word
        message = f"{visible(problem.message)} [{problem.code}]"
        message += "".join(f"\nsee {visible(str(r.span))}: {visible(r.message)}" for r in problem.related)
        if problem.hint:
            message += f"\n{visible(problem.hint)}"
        message += "".join(f"\n{line}" for line in _example(problem))
        rows.append(
            f"::{command} file={_github_property(visible(span.file))},line={span.line},col={span.column},"
            f"endColumn={span.end_column},title={_github_property(problem.code)}::{_github_data(message)}\n"
        )
    return "".join(rows)


def to_markdown(problems: Sequence[Problem], line_of: LineOf) -> str:
    """A list of all problems, file by file, for the summary of a job: GitHub annotates only ten a step."""
    del line_of

    def rows() -> Iterator[str]:
        yield from ("## What the check found", "", f"{summary(problems).capitalize()}.")
        file = None
        for problem in told_once(problems):
            if problem.span.file != file:
                file = problem.span.file
                yield from ("", f"### {code(visible(file))}", "")
            place = f"{problem.span.line}:{problem.span.column}"
            yield f"- {place} {problem.severity.word} {code(problem.code)}: {code(visible(problem.message))}"
            for related in problem.related:
                yield f"    - see {code(visible(str(related.span)))}: {code(visible(related.message))}"
            if problem.hint:
                yield f"    - hint: {code(visible(problem.hint))}"
            if problem.example:
                yield from ("", *(f"          {line}" for line in _example(problem)), "")

    return bounded(rows(), "`timeline check` tells the rest.")


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
            "example": p.example,
            "related": [{**place(r.span), "message": r.message} for r in p.related],
        }
        for p in shortened(problems)
    ]
    return json.dumps({"format": 1, "problems": rows}, indent=2, ensure_ascii=True) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem], LineOf], str]] = {
    "terminal": to_terminal,
    "github": to_github,
    "json": to_json,
    "markdown": to_markdown,
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
