"""What the form for a new event knows of archived copies: whose copy an address says that it is.

The two addresses are taken apart before they are compared, which no single pattern can do; so the script does
it, with the patterns of the check.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.checks import addresses, copies
from timeline.outputs.form_patterns import browser_pattern

COPY_MESSAGES: Mapping[str, tuple[str, str]] = {
    copies.CODE: (
        "this is a copy of another page than 'url' leads to: {shown}",
        "write a copy of the page itself, or correct 'url'; if the page has moved, silence this check",
    ),
}
"""The message and the hint."""


def copies_of_form() -> dict[str, str]:
    """The patterns, by what each is for.

    An address with that of its original in it; what of a host and of a path tells no two pages apart; the
    archives themselves; the keys of a query that tell none apart.
    """
    no_page = f"{addresses.TRACKERS.pattern.replace('[?&]', '')}|(?:{'|'.join(sorted(copies.OF_FORM))})$"
    return {
        "copy": f"^(?:{browser_pattern(copies.COPY.pattern)})$",
        "aside": browser_pattern(copies.NO_PART_OF_IT.pattern),
        "ending": browser_pattern(copies.ENDING.pattern),
        "archive": f"^{browser_pattern(addresses.ARCHIVED.pattern)}",
        "keys": f"^(?:{no_page})",
    }
