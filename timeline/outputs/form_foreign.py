"""What the form for a new event says of what other programs add to Markdown: the check, as patterns.

The check tells the first form that it finds in a text; so each pattern here refuses what an earlier one has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.checks import brackets, foreign
from timeline.checks.markup import IN_CODE
from timeline.languages import message
from timeline.outputs.form_patterns import Pattern, browser_pattern
from timeline.pages.form_fields import RECORDS, types_of

_WHOLE = message("'{written}' is no Markdown here, and is shown as it stands")
_CUT = message("'{written}…' is no Markdown here, and is shown as it stands")
_HINTS = (
    message("write a quotation: '> ' in front of each line"),
    message("take it out: pages have no classes of their own"),
    message("write the words themselves: there are no templates"),
    message("write '- ' alone: lists have no boxes to tick"),
    message("write *italic* or **bold**"),
    "take the words out, or note it under 'corrections'",
)

FOREIGN_MESSAGES: Mapping[str, tuple[str, str]] = {
    f"foreign-{number}{ending}": (said, hint)
    for number, hint in enumerate(_HINTS)
    for ending, said in (("", _WHOLE), ("-cut", _CUT))
}
"""The message and the hint of each, by the number of its form, whole or cut."""


def foreign_patterns() -> Iterator[Pattern]:
    """Two for each form: for what is short enough to be shown whole, and for what is not."""
    keys = tuple(sorted({key for model in RECORDS.values() for key in types_of(model)} & brackets.KEYS))
    longest = foreign.LONGEST_SHOWN
    earlier: list[str] = []
    for number, (pattern, _) in enumerate(foreign.FORMS):
        # A blank at either end is not shown.
        plain = pattern.pattern.replace("[ ]", " ").replace(r"\"", '"').replace(r"[\w", r"[\p{L}\p{N}_")
        form = browser_pattern(plain).removeprefix("^ *").rstrip(" ")
        if pattern.pattern.startswith("^[ ]*"):
            form = f"(?={form} )(?<=^ *){form}"
        form = f"(?:{form})"
        none = f"(?<![^])(?![^]*(?:{'|'.join(earlier)}))" if earlier else "(?<![^])"
        first = rf"{none}(?:(?!{form})[^])*(?={form}(?<behind>[^]*))"
        whole = rf"{first}(?<written>[^]{{1,{longest}}})\k<behind>(?![^])"
        cut = rf"{first}(?<written>[^]{{{longest}}})[^]+\k<behind>(?![^])"
        for name, shape in ((f"foreign-{number}", whole), (f"foreign-{number}-cut", cut)):
            yield Pattern(name, foreign.CODE, keys, shape, "mu", without=IN_CODE.pattern)
        earlier.append(form)
