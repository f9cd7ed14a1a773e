"""Where the towns lie that time zones are named after, from the tables of the `tzdata` package.

It tells no time. The checks use it to see that a place is on the side of the world that its zone, or its
country, says.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from importlib import resources

_POSITION = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?([+-])(\d{3})(\d{2})(?:\d{2})?")

Town = tuple[float, float]
"""Degrees north and east."""


@functools.cache
def _rows() -> tuple[tuple[str, Town, str], ...]:
    """The country, position and name of every zone: ISO 6709 positions, as in ``+3321+04425``."""
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    return tuple(_row(line) for line in text.splitlines() if line and not line.startswith("#"))


def _row(line: str) -> tuple[str, Town, str]:
    country, position, zone = line.split("\t")[:3]
    found = _POSITION.fullmatch(position)
    if found is None:
        message = f"tzdata's zone.tab has a position that is none: {position}"
        raise ValueError(message)
    north, east = (
        float(f"{found[sign]}{int(found[sign + 1]) + int(found[sign + 2]) / 60}") for sign in (1, 4)
    )
    return country, (north, east), zone


@functools.cache
def _countries() -> Mapping[str, str]:
    """The ISO 3166 codes of countries, by code and by name in small letters."""
    text = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    pairs = [line.split("\t")[:2] for line in text.splitlines() if line and not line.startswith("#")]
    return {**{name.casefold(): code for code, name in pairs}, **{code.casefold(): code for code, _ in pairs}}


def towns_of(*, zone: str | None = None, country: str | None = None) -> Iterator[Town]:
    """The towns of a time zone, or of a country given by its code or its English name."""
    code = _countries().get((country or "").casefold(), "")
    for row_country, town, row_zone in _rows():
        if (zone and row_zone == zone) or (code and row_country == code):
            yield town
