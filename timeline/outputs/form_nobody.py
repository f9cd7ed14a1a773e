"""What the form for a new event says of words that stand in place of an id, as 'none' and 'unknown' do.

That there is nothing with such an id is told as of any other; only what to do about it is something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.languages import message
from timeline.merging.references import NOBODY
from timeline.outputs.form_patterns import Pattern

NOBODY_MESSAGES: Mapping[str, tuple[str, str]] = {
    "nobody": ("", "leave it out where it is not known"),
    "nobody-publisher": ("", "leave it out where it is not known; the site then says 'not stated'"),
    "nobody-article": (
        "",
        message("write out what the source is; an event for which there is none has to wait"),
    ),
}
"""No message, and the hint, by name."""

_BETWEEN = r"[^a-z\d]"


def nobody_patterns() -> Iterator[Pattern]:
    """Those words, under a key for each kind of record that an id may name."""
    for noun in ("kind", "place", "actor", "storyline", "event", "article", "publisher"):
        own = f"nobody-{noun}"
        words = sorted(NOBODY | {"anonymous"} if noun == "publisher" else NOBODY)
        said = "|".join(words).replace("-", f"{_BETWEEN}+")
        pattern = f"^{_BETWEEN}*(?:{said}){_BETWEEN}*$"
        yield Pattern(own if own in NOBODY_MESSAGES else "nobody", "bad-id", (f"no {noun}",), pattern, "iu")
