"""Places that are said to be in another country than what they lie in.

It is apart from where places lie on the globe (`positions`), for it needs no coordinates: two files, or two
lines of one, contradict each other.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from babel import Locale

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Located, Place, PlacePrecision

CODE = "unlike-country"
BELONGING = {
    "AU": "CC CX HM NF", "CN": "HK MO", "DK": "FO GL", "ES": "EA IC", "FI": "AX",
    "FR": "BL CP GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AC AI BM DG FK GG GI GS IM IO JE KY MS PN SH TA TC VG",
    "NL": "AW BQ CW SX", "NO": "BV SJ", "NZ": "CK NU TK", "US": "AS GU MP PR UM VI",
}  # fmt: skip
"""Territories that have a code beside that of the state which they belong to."""
_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes that CLDR has for what is no country, or for several."""
_STATE_OF = {code: state for state, codes in BELONGING.items() for code in codes.split()}

_CONTESTED = frozenset(
    frozenset(pair.split())
    for pair in ("XK RS", "TW CN", "PS IL", "EH MA", "UA RU", "HK GB", "MO PT", "TL ID", "SS SD", "ER ET")
)
"""Lands of which one is, or was for long, claimed or ruled by the other. In which of them a place lies
depends on the day and on who is asked; a program should not be."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds places whose country is not that of the nearest place around them of which one is known."""
    for id, located in timeline.places.items():
        own = code_of(located.record.country)
        if not own or not located.record.within:
            continue
        around = (timeline.places[outer] for outer in timeline.within(id)[1:])
        outer = next((place for place in around if _named(place)), None)
        if outer is None or not (other := code_of(_named(outer))) or {own, other} in _CONTESTED:
            continue
        if _STATE_OF.get(own, own) != _STATE_OF.get(other, other):
            yield Finding(_told(located, outer), (located,))


def _named(place: Located[Place]) -> str | None:
    """The country of a place, as written; a place that is a country as a whole is called so."""
    record = place.record
    return record.country or (record.name if record.precision is PlacePrecision.COUNTRY else None)


def _told(located: Located[Place], outer: Located[Place]) -> Problem:
    message = (
        f"'{located.record.id}' is in {located.record.country} here, and lies within '{outer.record.id}',"
        f" which is in {_named(outer)}"
    )
    hint = "correct one of the two, or 'within'; where it is contested, leave 'country' out"
    there: Span = outer.places.of("country" if outer.record.country else "name")
    related = (Related(there, f"the country of '{outer.record.id}'"),)
    return Problem(CODE, Severity.WARNING, located.places.of("country"), message, hint, related)


@functools.cache
def _codes() -> Mapping[str, str]:
    """The ISO 3166 codes of countries, by code and by name in small letters."""
    names = {
        name: code
        for code, name in Locale("en").territories.items()
        if len(code) == len("GB") and code not in _NO_STATES
    }
    return {text.casefold(): code for name, code in names.items() for text in (name, code)}


def code_of(country: str | None) -> str:
    """The code of a country that is given by its code or its English name; empty where it is neither."""
    return _codes().get((country or "").strip().casefold(), "")


def with_territories(country: str) -> list[str]:
    """A country, and the codes of the territories that belong to it."""
    return [country, *BELONGING.get(code_of(country), "").split()]


CHECK = Check(CODE, Severity.WARNING, "A place is in the country of what it lies in.", run)
