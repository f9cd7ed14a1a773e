"""What a round of links gave, for those who keep the content: as text, as Markdown, and as JSON.

The order is that of the files and lines that cite the links, so two rounds differ only in what has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from timeline.adapters.web import Outcome, State
from timeline.cli.wording import counted, place_of, short
from timeline.merging import Address
from timeline.problems.markdown import bounded
from timeline.problems.reports import visible
from timeline.records import DeadLink
from timeline.writing import list_item

FORMAT = 1
MOST_IN_MARKDOWN = 100
"""How many links of one sort a job's summary shows, which GitHub limits to a mebibyte; the JSON has all."""
MOST_PLACES = 5
"""How many places of one link it shows."""
_LONGEST_FOUND = 300


@dataclass(frozen=True, slots=True)
class Link:
    """One address, with all that is known of it.

    Attributes:
        url: The address.
        cited: Where it is cited, in the order of files and lines.
        outcome: What trying it gave.
        listed: What ``content/links.yaml`` says of it.
        archived: A copy of it, wherever one is named.
    """

    url: str
    cited: tuple[Address, ...]
    outcome: Outcome
    listed: DeadLink | None = None
    archived: str = ""

    @property
    def lacks_archive(self) -> bool:
        """Whether an entry rests on it and nobody names a copy."""
        return not self.archived and any(found.wants_archive for found in self.cited)

    @property
    def is_news(self) -> bool:
        """Whether it is dead, and not known to be."""
        return self.outcome.state is State.DEAD and self.listed is None

    def says(self) -> str:
        """What was found, in one line."""
        words = visible(self.outcome.found)
        if self.outcome.moved_to:
            words += f": {self.outcome.moved_to}"
        return words


_SECTIONS: Mapping[str, Callable[[Link], bool]] = {
    "Dead": lambda link: link.is_news,
    "Moved": lambda link: link.outcome.state is State.MOVED and link.listed is None,
    "Unreachable": lambda link: link.outcome.state is State.UNREACHABLE and link.listed is None,
    "Not tried": lambda link: link.outcome.state is State.UNTRIED,
    "Listed as dead, and answering": lambda link: (
        link.listed is not None and link.outcome.state in {State.ANSWERS, State.MOVED}
    ),
    "Without an archived copy": lambda link: link.lacks_archive,
}


def links_of(
    cited: Iterable[Address], found: Mapping[str, Outcome], listed: Mapping[str, DeadLink]
) -> list[Link]:
    """The addresses with what was found, in the order in which the files cite them.

    Args:
        cited: Every place of every address.
        found: What trying them gave, by address.
        listed: The addresses that are known to be dead.
    """
    places: dict[str, list[Address]] = {}
    for one in cited:
        places.setdefault(one.url, []).append(one)
    links = []
    for url, outcome in found.items():
        here = tuple(sorted(places[url], key=lambda one: (one.span, one.role)))
        known = listed.get(url)
        copies = [one.archived for one in here if one.archived] + [known.archived if known else None]
        links.append(Link(url, here, outcome, known, copies[0] or ""))
    return sorted(links, key=lambda link: (link.cited[0].span, link.url))


def in_short(links: Sequence[Link]) -> str:
    """The round in one line: ``3 links: 1 answers, 1 is dead, 1 has no archived copy``."""
    words = {
        State.ANSWERS: ("answers", "answer"), State.MOVED: ("has moved", "have moved"),
        State.DEAD: ("is dead", "are dead"), State.UNREACHABLE: ("is unreachable", "are unreachable"),
        State.UNTRIED: ("was not tried", "were not tried"),
    }  # fmt: skip
    parts = []
    for state, (one, many) in words.items():
        count = sum(link.outcome.state is state for link in links)
        if count:
            known = sum(link.outcome.state is state and link.listed is not None for link in links)
            note = f" ({known} of them listed)" if known and state is State.DEAD else ""
            parts.append(f"{count} {one if count == 1 else many}{note}")
    lacking = sum(link.lacks_archive for link in links)
    if lacking:
        parts.append(f"{lacking} {'has' if lacking == 1 else 'have'} no archived copy")
    return f"{counted(len(links), 'link')}: {', '.join(parts)}" if parts else "no link is cited"


def _sections(links: Sequence[Link]) -> Iterator[tuple[str, list[Link]]]:
    for title, belongs in _SECTIONS.items():
        if found := [link for link in links if belongs(link)]:
            yield title, found


def to_text(links: Sequence[Link]) -> str:
    """The report for a terminal: each link with what was found and the places that cite it."""
    blocks = [in_short(links)]
    for title, found in _sections(links):
        rows = [title]
        for link in found:
            rows.append(f"  {visible(link.url)}")
            if not title.startswith("Without"):
                rows.append(f"    {link.says()}")
                rows += [f"    archived copy: {visible(link.archived)}"] if link.archived else []
            rows += [f"    {visible(place_of(one.span))} ({one.role})" for one in link.cited]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def to_markdown(links: Sequence[Link], day: str) -> str:
    """The report for a job's summary.

    Args:
        links: The links.
        day: The day of the round, for the entries to be added.
    """
    rows = ["## Links", "", f"{in_short(links).capitalize()}."]
    for title, found in _sections(links):
        rows += ["", f"### {title} ({len(found)})", ""]
        for link in islice(found, MOST_IN_MARKDOWN):
            said = [] if title.startswith("Without") else [_code(link.says())]
            said += [f"archived copy <{visible(link.archived)}>"] if link.archived else []
            rows.append(f"- <{visible(link.url)}>{': ' if said else ''}{', '.join(said)}")
            rows += [f"    - {_code(place_of(one.span))} ({one.role})" for one in link.cited[:MOST_PLACES]]
            if len(link.cited) > MOST_PLACES:
                rows.append(f"    - and in {counted(len(link.cited) - MOST_PLACES, 'more place')}")
        if len(found) > MOST_IN_MARKDOWN:
            rows.append(f"- and {len(found) - MOST_IN_MARKDOWN} more, which the JSON report has")
    dead = [link for link in links if link.is_news]
    if dead:
        rows += ["", "To tell readers, add this to `content/links.yaml`:", "", "```yaml"]
        rows += [*map(visible, entries(dead[:MOST_IN_MARKDOWN], day)), "```"]
    if len(dead) > MOST_IN_MARKDOWN:
        rows += ["", f"{len(dead) - MOST_IN_MARKDOWN} more are added by `timeline links --write`."]
    return bounded(rows, "The JSON report has the rest.")


def _code(text: str) -> str:
    """Text in which a stranger's letters are no markup."""
    return f"`{visible(text).replace('`', chr(39))}`"


def to_json(links: Sequence[Link]) -> str:
    """The report for programs: ``{"format": 1, "counts": {...}, "links": [...]}``."""
    counts = {state.value: sum(link.outcome.state is state for link in links) for state in State}
    rows = [
        {
            "url": link.url,
            "state": link.outcome.state.value,
            "found": link.outcome.found,
            "moved_to": link.outcome.moved_to or None,
            "archived": link.archived or None,
            "lacks_archive": link.lacks_archive,
            "listed": link.listed.model_dump(mode="json", exclude_defaults=True) if link.listed else None,
            "cited": [
                {"file": one.span.file, "line": one.span.line, "column": one.span.column, "as": one.role}
                for one in link.cited
            ],
        }
        for link in links
    ]
    return json.dumps({"format": FORMAT, "counts": counts, "links": rows}, indent=1, ensure_ascii=True) + "\n"


def entries(links: Iterable[Link], day: str) -> list[str]:
    """The lines that ``content/links.yaml`` lacks, an item for each link that is dead and not listed.

    Args:
        links: The links.
        day: The day on which they were seen to be dead.
    """
    lines: list[str] = []
    for link in links:
        if not link.is_news:
            continue
        pairs = [("url", link.url), ("found", short(link.outcome.found, _LONGEST_FOUND)), ("seen", day)]
        # A source keeps its own copy; one that has none may use another's.
        if link.archived and any(one.wants_archive and not one.archived for one in link.cited):
            pairs.append(("archived", link.archived))
        lines += [*([""] if lines else []), *list_item(pairs)]
    return lines
