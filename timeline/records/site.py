"""What the program knows of the site it publishes, whatever engine publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.dates import Zone
from timeline.problems import Severity


@dataclass(frozen=True, slots=True)
class Site:
    """One site's settings.

    Attributes:
        name: The site's name.
        language: The BCP 47 tag of the language in which the site speaks.
        timezone: The zone of dates that state none.
        url: The site's address, ending with a slash; empty where it has none.
        edit_url: How to edit a file of the project: an address with ``{path}`` in it; empty where the
            project has no public repository.
        view_url: How to see a line of a file: an address with ``{path}`` and ``{line}`` in it, or empty.
        new_url: How to make a new file: an address with ``{folder}``, ``{name}`` and ``{value}`` in it; empty
            where the project is on no host that takes a file's text in an address.
        correction_url: Where readers suggest a correction to an event: an address with ``{id}``, ``{title}``
            and ``{url}`` in it, or empty.
        contact: Where readers ask for corrections and removal: an address or a mail address; or empty.
        licence: The terms of the content, as shown in the footer; or empty.
        whole_up_to: The most entries that the home page shows as a whole; a longer timeline has pages for its
            years and months.
        feed_id: What the ids of feeds and of their entries begin with: a ``tag:`` URI; empty to derive it.
        levels: The severity that this site gives to a code, where it is not the rule's own; None
            switches the rule off.
    """

    name: str = "Chronology"
    language: str = "en"
    timezone: Zone = field(default_factory=lambda: Zone.parse("UTC"))
    url: str = ""
    edit_url: str = ""
    view_url: str = ""
    new_url: str = ""
    correction_url: str = ""
    contact: str = ""
    licence: str = ""
    whole_up_to: int = 150
    feed_id: str = ""
    levels: Mapping[str, Severity | None] = field(default_factory=dict)
