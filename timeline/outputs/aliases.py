"""Former addresses of events: a small page at each that leads on, with no script and no server's help.

They are outputs and no pages, because they have no header, no place in the search and none in the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.views import Link


@dataclass(frozen=True, slots=True)
class AliasView:
    """What the template is given."""

    lang: str
    dir: str
    canonical: str
    event: Link


def outputs(edition: Edition) -> Iterator[Output]:
    """``events/OLD/index.html`` for each former id."""
    language = edition.language
    for alias, id in sorted(edition.timeline.aliases.items()):
        event = edition.link("event", id, "../../")
        if event is None:
            continue
        canonical = edition.permalink(f"events/{id}/") or event.url
        html = edition.render("alias.html", AliasView(language.code, language.direction, canonical, event))
        yield Output(f"events/{alias}/index.html", html, "text/html")
