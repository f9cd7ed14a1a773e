"""What holds of any timeline, however its files are cut and named."""

import itertools
import random
import zlib

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from timeline.cli.changes import Kind, changes
from timeline.dates import Zone
from timeline.merging import merge
from timeline.merging.claims import Claims, curated, reported
from timeline.merging.resolution import resolve
from timeline.problems import Span
from timeline.records import Article, Content, Event, Located, Place, Site, Source

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
IDS = [f"e{n}" for n in range(6)]
FORMER = {"f0": "e0", "f1": "e1"}


class Anywhere:
    """Places of a record that stands in no file: every value gets a line of its own, by its path."""

    start = 0

    def __init__(self, file: str) -> None:
        self.file = file

    def of(self, *path):
        return Span(self.file, zlib.crc32(repr(path).encode()))

    key = of

    def find(self, path, words, before=0):
        del before
        return self.of(*path, words)

    def has(self, *path):
        return bool(path)


def located(record, file):
    return Located(record, Anywhere(file), file)


dates = st.sampled_from(
    ["2019-12", "2019-12-20", "2019-12-20T10:00", "2020", "2020-01-03", "2020-01-03T23:30+03:00", "../2020-01-02",
     "2019-12-19/..", "2019-12-31/2020-01-02", "2019~", "201X", "2019-24", "[2019-12-20,2020-01-03]"]
)  # fmt: skip
zones = st.sampled_from([None, "UTC", "Asia/Tokyo", "Pacific/Honolulu", "unknown"])
relations = st.lists(st.sampled_from([*IDS, *FORMER]), max_size=2).map(tuple)
tags = st.lists(st.sampled_from("abcd"), max_size=3, unique=True).map(tuple)
sources = st.lists(
    st.builds(
        Source,
        title=st.sampled_from(["One", "Two"]),
        url=st.sampled_from([None, "https://example.org/1"]),
        publisher=st.sampled_from([None, "Gazette", "Mercury"]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def events(draw, id, *, whole=True):
    """An event with a date; or what an article may say of one."""
    times = [None, None, "evening", "~10:00"]
    date = draw(dates if whole else st.one_of(st.none(), dates))
    return Event.model_construct(
        id=id,
        date=date,
        time=draw(st.sampled_from(times))
        if date and date.count("-") == 2 and "T" not in date and "/" not in date
        else None,
        timezone=draw(zones),
        title=draw(st.sampled_from(["A strike", "An answer"]))
        if whole
        else draw(st.sampled_from([None, "A strike"])),
        place=draw(st.sampled_from([None, "here", "there"])),
        after=draw(relations),
        response_to=draw(relations) if draw(st.booleans()) else (),
        tags=draw(tags),
        sources=draw(sources),
        aliases=tuple(f for f, e in FORMER.items() if whole and e == id),
    )


@st.composite
def projects(draw):
    """The curated events and the articles of a small project."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=6, unique=True))
    given_events = [draw(events(id)) for id in ids]
    articles = []
    for n in range(draw(st.integers(0, 3))):
        names = draw(st.lists(st.sampled_from([*IDS, *FORMER]), max_size=3, unique=True))
        listed = tuple(draw(st.one_of(st.just(id), events(id, whole=False))) for id in names)
        articles.append(
            Article.model_construct(
                id=f"a{n}", title=f"Article {n}", published=draw(dates), timezone=draw(zones), events=listed
            )
        )
    return given_events, articles


PLACES = (
    located(Place(id="here", name="Here", timezone="Asia/Baghdad"), "places.yaml"),
    located(Place(id="there", name="There", within="here"), "places.yaml"),
)


def content(given_events, articles, name=lambda kind, record: f"{kind}/{record.id}"):
    return Content(
        events=tuple(located(e, name("events", e)) for e in given_events),
        articles=tuple(located(a, name("articles", a)) for a in articles),
        places=PLACES,
    )


def merged(whole):
    return merge(whole, Site(timezone=Zone.parse("Europe/Berlin")))


def entries(result):
    return [(p.day, p.entry.node, p.entry.record, p.entry.when) for p in result.timeline.entries]


def said(result):
    return {(p.code, p.severity, p.message, p.hint) for p in result.problems}


@quick
@given(projects(), projects(), projects())
def test_uniting_claims_is_commutative_associative_and_idempotent(one, two, three):
    a, b, c = (curated(content(*p).events).union(reported(content(*p).articles)) for p in (one, two, three))
    assert a.union(b) == b.union(a)
    assert a.union(b.union(c)) == a.union(b).union(c)
    assert a.union(a) == a == a.union(Claims())


@quick
@given(projects(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_who_is_heard_first(project, rng):
    whole = content(*project)
    parts = [curated([e]) for e in whole.events] + [reported([a]) for a in whole.articles]
    expected = Claims()
    for part in parts:
        expected = expected.union(part)
    rng.shuffle(parts)
    shuffled = Claims()
    for part in parts:
        shuffled = part.union(shuffled)
    assert list(shuffled) == list(expected)
    for id, claims in expected.heard.items():
        assert resolve(claims) == resolve(shuffled.heard[id])


@quick
@given(projects(), st.randoms(use_true_random=False))
def test_any_order_and_any_names_of_files_give_the_same_timeline(project, rng):
    given_events, articles = project
    first = merged(content(given_events, articles))
    ids = [*IDS, "a0", "a1", "a2"]
    names = dict(zip(ids, rng.sample(ids, len(ids)), strict=True))
    events_again = rng.sample(given_events, len(given_events))
    articles_again = rng.sample(articles, len(articles))
    second = merged(content(events_again, articles_again, lambda _, record: names[record.id]))
    assert entries(first) == entries(second)
    assert list(first.timeline.reports) == list(second.timeline.reports)
    if not any(p.code == "circle" for p in first.problems):
        # A circle is told at the first of its places, which the names of files decide.
        assert said(first) == said(second)


@quick
@given(projects())
def test_the_order_is_total_and_keeps_every_relation(project):
    result = merged(content(*project))
    timeline = result.timeline
    nodes = [placed.entry.node for placed in timeline.entries]
    assert len(set(nodes)) == len(nodes) == len(timeline.events) + len(timeline.reports)
    if any(p.code == "circle" for p in result.problems):
        return
    position = timeline.position
    days = [placed.day for placed in timeline.entries]
    assert days == sorted(days)
    keys = [placed.key for placed in timeline.entries]
    assert keys == sorted(keys, key=lambda key: key[:3])
    for id, entry in timeline.events.items():
        for named in (*entry.record.after, *entry.record.response_to):
            earlier = timeline.event(named)
            if earlier is not None:
                assert position[earlier.node] < position[id, "event"]
    for id, report in timeline.reports.items():
        for supported in report.supports:
            event = timeline.events[supported]
            if not event.when.certainly_after(report.when) and not report.is_before(event):
                assert position[event.node] < position[id, "report"]
    for one, other in itertools.pairwise(timeline.entries):
        if not timeline.reports and not any(
            e.record.after or e.record.response_to for e in timeline.events.values()
        ):
            assert one.entry.when.sort_key <= other.entry.when.sort_key


@quick
@given(projects())
def test_an_order_told_as_impossible_is_so_and_every_one_is_told(project):
    result = merged(content(*project))
    timeline = result.timeline
    if any(p.code == "circle" for p in result.problems):
        return
    plain = {
        (id, earlier.id)
        for id, entry in timeline.events.items()
        for named in (*entry.record.after, *entry.record.response_to)
        if (earlier := timeline.event(named)) and entry.when.certainly_before(earlier.when)
    }
    told = [p.message for p in result.problems if p.code == "impossible-order"]
    for later, earlier in plain:
        assert any(m.startswith(f"'{later}' ") and f"'{earlier}'" in m for m in told)
    if not told:
        for entry in timeline.events.values():
            assert (
                entry.earliest is None
                or entry.when.possible_latest is None
                or entry.earliest <= entry.when.possible_latest
            )


@quick
@given(projects(), st.data())
def test_an_article_that_repeats_the_yaml_changes_nothing_but_the_sources(project, data):
    given_events, articles = project
    before = merged(content(given_events, articles))
    repeated = data.draw(st.lists(st.sampled_from(given_events), unique_by=lambda e: e.id))
    echo = Article.model_construct(id="echo", title="Echo", published="2030", events=tuple(repeated))
    after = merged(content(given_events, [*articles, echo]))
    unchanged = [p.entry.id for p in after.timeline.entries if p.entry.id != "echo"]
    assert unchanged == [p.entry.id for p in before.timeline.entries]
    for id, entry in before.timeline.events.items():
        now = after.timeline.events[id].record
        assert [s for s in now.sources if s != "echo"] == [*entry.record.sources]
        assert now.model_copy(update={"sources": ()}) == entry.record.model_copy(update={"sources": ()})
    known = said(before)
    assert {p for p in said(after) if p not in known} <= {
        p for p in said(after) if p[0] == "repeated-item" or p[0].startswith("unknown")
    }


@settings(quick, max_examples=60)
@given(projects(), projects())
def test_what_changes_there_is_what_changes_back(project, other):
    one, two = (merged(content(*each)).timeline for each in (project, other))
    assert changes(one, one) == []
    # A former id is known to the timeline that has it as one; on the way back it is a new one.
    assume(not one.aliases.keys() & two.events.keys() and not two.aliases.keys() & one.events.keys())
    there, back = changes(one, two), changes(two, one)
    for kind, reverse in ((Kind.ADDED, Kind.REMOVED), (Kind.REMOVED, Kind.ADDED)):
        assert {(c.noun, c.id) for c in there if c.kind is kind} == {
            (c.noun, c.id) for c in back if c.kind is reverse
        }
    place = "place on the timeline"
    went = {
        (c.noun, c.id, d.field, d.before, d.after)
        for c in there
        for d in c.differences
        if c.kind is not Kind.ADDED
    }
    came = {
        (c.noun, c.id, d.field, d.after, d.before)
        for c in back
        for d in c.differences
        if c.kind is not Kind.ADDED
    }
    assert {row for row in went if row[2] != place} == {row for row in came if row[2] != place}
    # Of two that changed places either has moved; how many did is the same.
    assert sum(row[2] == place for row in went) == sum(row[2] == place for row in came)


def test_thousands_of_events_in_any_order_of_files_stand_the_same():
    rng = random.Random(1)  # noqa: S311 (the same shuffle on every run)
    rows = [
        Event.model_construct(
            id=f"e{n}",
            date=f"20{n % 100:02d}-01",
            title=str(n),
            sources=("a",),
            after=(f"e{n - 100}",) if n > 100 else (),
        )
        for n in range(3000)
    ]
    first = merged(content(rows, []))
    rng.shuffle(rows)
    assert entries(merged(content(rows, []))) == entries(first)
