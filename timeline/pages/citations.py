"""Sources as readers see them: a name in lists, a citation in full on an event's page."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dates import When
from timeline.pages.edition import Edition
from timeline.pages.originals import original, remark
from timeline.pages.views import Citation, Fact, Link, SourceName
from timeline.records import Article, Source


def source_name(source: str | Source, edition: Edition, root: str) -> SourceName:
    """A source as lists name it: the publisher, else the agency, else its title."""
    record = _record(source, edition)
    if record is None:
        return SourceName(str(source))
    voice = record.publisher or record.origin
    name = edition.timeline.publishers.name(voice) if voice else record.title
    if record.publisher and record.origin:
        origin = edition.timeline.publishers.name(record.origin)
        name = edition.language.text("{publisher}, from {origin}", publisher=name, origin=origin)
    when = publication(record, edition)
    date = edition.when(when).short if when else ""
    if isinstance(source, str):
        return SourceName(name, f"{root}articles/{source}/", date)
    where, note = original(source, edition.timeline), ""
    if where.dead:
        text = edition.language.text
        note = text("archived copy") if where.leads_to_copy else text("no longer answers")
    return SourceName(name, where.best, date, note, external=True)


def cited_link(
    cited: str | Source | None, sources: tuple[str | Source, ...], edition: Edition, root: str
) -> Link | None:
    """A link to the source that an account or a figure names; without an address it is words alone."""
    if cited is None:
        return None
    found: str | Source = cited
    if isinstance(cited, str) and cited not in edition.timeline.reports:
        found = next((s for s in sources if isinstance(s, Source) and cited in (s.url, s.title)), cited)
    name = source_name(found, edition, root)
    label = edition.language.listed(filter(None, (name.name, name.date, name.note)))
    return Link(name.url, label)


def citation(source: str | Source, number: int, edition: Edition, root: str) -> Citation:
    """A source in full.

    Args:
        source: The id of an article, or a source described in place.
        number: Its position among the event's sources, from 1.
        edition: What the pages share.
        root: The way from the page to the site's root.
    """
    record = _record(source, edition)
    anchor = f"source-{number}"
    if record is None:
        return Citation(anchor, str(source), ())
    lang, direction = edition.foreign(record.language, record.title)
    return Citation(
        anchor=anchor,
        title=record.title,
        facts=tuple(facts(record, edition)),
        url=original(record, edition.timeline).best,
        article=edition.link("article", source, root) if isinstance(source, str) else None,
        quote=edition.prose.short(record.quote, root)
        if isinstance(record, Source) and record.quote
        else None,
        note=edition.prose.short(record.note, root) if isinstance(record, Source) and record.note else None,
        lang=lang,
        dir=direction,
    )


def facts(record: Article | Source, edition: Edition) -> Iterator[Fact]:
    """What is known of a source; that publisher, address or archive are not stated is said, too."""
    text = edition.language.text
    yield _voice(text("Publisher"), record.publisher, edition)
    if record.origin:
        yield _voice(text("Agency"), record.origin, edition)
    if record.byline:
        yield Fact(text("Byline"), record.byline)
    if isinstance(record, Article) and record.dateline:
        yield Fact(text("Dateline"), record.dateline)
    when = publication(record, edition)
    yield (
        Fact(text("Published"), edition.when(when).words) if when else _unstated(text("Published"), edition)
    )
    if isinstance(record, Article) and record.updated:
        updated = edition.located(record.updated, record.timezone)
        yield Fact(text("Last updated"), edition.when(updated).words)
    if record.language:
        yield Fact(text("Language"), edition.language_name(record.language))
    where = original(record, edition.timeline)
    is_linked = isinstance(record, Source) and not where.leads_to_copy  # by its title
    addresses = [
        _address(text("Address"), where.url, edition, remark(where.dead, edition), is_linked=is_linked),
        _address(text("Archived copy"), where.archived, edition, remark(where.copy_dead, edition)),
    ]
    yield from reversed(addresses) if where.leads_to_copy else addresses
    if record.accessed:
        yield Fact(text("Last read"), edition.day(record.accessed))


def _voice(label: str, given: str | None, edition: Edition) -> Fact:
    if not given:
        return _unstated(label, edition)
    publisher = edition.timeline.publishers.by_id.get(given)
    url = original(publisher, edition.timeline).best if publisher else ""
    return Fact(label, edition.timeline.publishers.name(given), url=url, external=bool(url))


def _address(label: str, url: str, edition: Edition, note: str, *, is_linked: bool = False) -> Fact:
    if not url:
        return _unstated(label, edition)
    return Fact(label, _host(url), note=note) if is_linked else address_fact(label, url, note)


def address_fact(label: str, url: str, note: str = "") -> Fact:
    """An address by its host, for a list of what is known."""
    return Fact(label, _host(url), url=url, external=True, note=note)


def _host(url: str) -> str:
    return url.split("//", 1)[1].split("/", 1)[0].removeprefix("www.")


def _unstated(label: str, edition: Edition) -> Fact:
    return Fact(label, edition.language.text("not stated"), stated=False)


def _record(source: str | Source, edition: Edition) -> Article | Source | None:
    if isinstance(source, Source):
        return source
    report = edition.timeline.reports.get(source)
    return report.record if report else None


def publication(record: Article | Source, edition: Edition) -> When | None:
    """When a source was published, in its own zone; None where that is not stated."""
    return edition.located(record.published, record.timezone) if record.published else None
