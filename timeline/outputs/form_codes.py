"""Which check the form for a new event speaks for with each of its messages: its script need not know.

Most messages have the name of their check. Where one check says different things, they have names of their
own; those that a pattern tells have their code beside the pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.outputs.form_patterns import Pattern

_NAMES: Mapping[str, tuple[str, ...]] = {
    "bad-date": ("bad-day",),
    "bad-id": (
        "bad-actor", "bad-actor-without-proposal", "bad-id-without-proposal", "bad-place",
        "bad-place-without-proposal", "bad-reference", "bad-reference-without-proposal", "id-too-long",
        "windows-id",
    ),
    "bad-url": ("url-host",),
    "confirmation-unused": ("unused-confirmation",),
    "day-in-future": ("ahead", "ahead-accessed", "ahead-added", "ahead-published"),
    "days-out-of-order": ("read-early",),
    "event-in-future": ("ahead-event",),
    "impossible-order": (
        "impossible-after", "impossible-after-through", "impossible-response_to",
        "impossible-response_to-through",
    ),
    "look-alike-address": ("mixed-address", "mixed-host", "undecodable-host"),
    "missing-key": (
        "missing-date", "missing-in-account", "missing-in-event", "missing-in-figure", "missing-in-source",
        "missing-sources", "missing-title",
    ),
    "published-before-event": ("early-article", "early-source"),
    "source-described-otherwise": ("described-otherwise",),
    "source-listed-twice": ("article-in-place", "article-twice", "source-twice"),
    "repeated-item": ("repeated-address",),
    "same-name": ("spelt-actors", "spelt-places"),
    "spelling-variants": ("spelt-tag", "spelt-voice"),
    "status-unsupported": (
        "confirmed-by-nobody", "disputed-by-nobody", "no-voice", "one-voice", "same-accounts",
        "several-voices",
    ),
    "unknown-page": ("outside-page",),
    **{f"unknown-{noun}": (f"link-{noun}",) for noun in ("actor", "article", "event", "place", "storyline")},
}  # fmt: skip


def with_codes(
    messages: Mapping[str, tuple[str, str]], patterns: Iterable[Pattern]
) -> dict[str, tuple[str, str, str]]:
    """Messages and hints by their names, each with the code of its check behind.

    Args:
        messages: The messages and hints.
        patterns: What tells some of them.
    """
    codes = {name: code for code, names in _NAMES.items() for name in names}
    codes |= {pattern.message: pattern.code for pattern in patterns}
    return {name: (*words, codes.get(name, name)) for name, words in messages.items()}
