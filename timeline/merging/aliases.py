"""Former ids of events: where they lead, and what is said under them.

A reference, a link or an article may name an event by an id that it had before; everything said so is
said of the event as it is called now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline.merging.claims import Claim, Claims
from timeline.problems import Problem, Related, Severity, Span


def renamed(claims: Claims) -> tuple[Claims, dict[str, str], list[Problem]]:
    """Follows the aliases that files give.

    The YAML's aliases come first: what an article declares under a former id is then a claim on the
    event. The aliases that articles give are heard after that, and may take no id that anybody declares.

    Args:
        claims: The claims under the ids that the files use.

    Returns:
        The claims under the events' own ids, which event each alias leads to, and aliases that are taken.
    """
    if not any(claim.event.aliases for claim in claims):
        return claims, {}, []
    ruling = _Aliases({id: claims.heard[id][0] for id in claims.curated})
    for claim in claims:
        if claim.is_curated:
            ruling.hear(claim)
    claims = _under(claims, ruling.leads)
    others = _Aliases({id: claims.heard[id][0] for id in claims.declared}, ruling.leads)
    for claim in claims:
        if not claim.is_curated:
            others.hear(claim)
    return _under(claims, others.leads), others.leads, ruling.problems + others.problems


class _Aliases:
    """Collects aliases, and tells of those that another event has."""

    def __init__(self, ids: Mapping[str, Claim], leads: Mapping[str, str] | None = None) -> None:
        self.ids = ids
        self.leads = dict(leads or {})
        self.given: dict[str, tuple[Claim, int]] = {}
        self.problems: list[Problem] = []

    def hear(self, claim: Claim) -> None:
        id = claim.event.id
        for number, alias in enumerate(claim.event.aliases):
            taken = alias if alias in self.ids else self.leads.get(alias, id)
            if taken == id != alias:
                self.leads[alias] = id
                self.given.setdefault(alias, (claim, number))
            else:
                span = claim.span("aliases", number)
                self.problems.append(_taken(alias, taken, span, self._place_of(alias)))

    def _place_of(self, alias: str) -> Span | None:
        """Where an id, or an alias that was heard before, stands."""
        if alias in self.ids:
            return self.ids[alias].span("id")
        if alias not in self.given:
            return None
        claim, number = self.given[alias]
        return claim.span("aliases", number)


def _taken(alias: str, by: str, span: Span, other: Span | None) -> Problem:
    message = f"the alias '{alias}' is already an alias of the event '{by}'"
    if alias == by:
        message = f"the alias '{alias}' is the id of an event"
    hint = "an alias is an id that no event has any more"
    related = (Related(other, f"the event '{by}'"),) if other else ()
    return Problem("duplicate-id", Severity.ERROR, span, message, hint, related)


def _under(claims: Claims, leads: Mapping[str, str]) -> Claims:
    if not any(alias in claims.by_event for alias in leads):
        return claims
    return Claims.of(
        replace(claim, event=claim.event.model_copy(update={"id": leads[claim.event.id]}))
        if claim.event.id in leads
        else claim
        for claim in claims
    )
