"""Every output there is. A new one is a module beside this, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.outputs import aliases, data, feeds, form, index, schemas
from timeline.outputs.output import Output
from timeline.pages import Edition

OUTPUTS: Mapping[str, Callable[[Edition], Iterator[Output]]] = {
    "feeds": feeds.outputs,
    "data": data.outputs,
    "aliases": aliases.outputs,
    "schemas": schemas.outputs,
    "index": index.outputs,
    "form": form.outputs,
}
"""The outputs by name, in the order in which they are made."""


def outputs(edition: Edition) -> Iterator[Output]:
    """Every file of a site that machines read.

    Args:
        edition: The same edition that the pages are made with.
    """
    for make in OUTPUTS.values():
        yield from make(edition)
