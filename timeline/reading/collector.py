"""Python's collector of circular garbage, kept still while much is made that holds no circles."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_AT_LEISURE = 10_000
"""How many more objects there are to be before the collector looks: less than a megabyte."""


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keeps the collector still while a project is read, merged and checked.

    All this makes millions of small objects and no circles; looking for circles among them takes as long
    as the rest. What the files hold bounds what is made, and memory is freed as ever by counting references.
    Freezing and thawing moves what was made to the collector's oldest generation, without a look at it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


@contextlib.contextmanager
def collector_at_leisure() -> Iterator[None]:
    """Lets the collector look a fourteenth as often as it does by itself, while pages are made.

    What makes pages leaves few circles, but other plugins may leave many. Looking for them as often as Python
    is set to takes a tenth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_AT_LEISURE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
