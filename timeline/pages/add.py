"""The page on which an event is added: a form made of the models, what readers will see of it, and its YAML.

The page holds the form in full and nothing of the site's places or people: the script fetches those when
somebody turns to a field that asks for one. Without scripts it says how to write the event by hand.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.fields import PATH as FIELDS_PATH
from timeline.pages.fields import anchor_of
from timeline.pages.filters import script_json
from timeline.pages.form_fields import RECORDS, needed, types_of
from timeline.pages.form_views import AddView, FieldView, ItemView, ListView, NewView, PartView
from timeline.pages.form_words import (
    ADD_ARTICLE,
    ARTICLE,
    DERIVED,
    FIELDS,
    LEFT,
    LISTS,
    NEW,
    SCRIPT,
    ListWords,
)
from timeline.pages.templating import anchor
from timeline.pages.views import (
    AccountView,
    EntryView,
    FigureView,
    KindView,
    Link,
    SourceName,
    StatusView,
    WhenView,
)
from timeline.pages.words import kind_view, status_view
from timeline.records import Status

PATH = "add/"
FORM_DATA = "data/form/"
"""Where the script finds the rules and the choices, below the site's root."""
FOLDER = "content/events"
_HELP = "add-an-event.md"
_ALWAYS = {"event": ("title", "date")}
_CONTROLS = {"prose": "area", "boolean": "tick", "day": "day", "kind": "select", "status": "select"}
_MODES = {"url": "url", "number": "decimal"}
_SELDOM = {
    "source": (
        "origin", "timezone", "byline", "archived", "accessed", "language", "quote", "note",
    ),
    "figure": ("unit", "source"),
}  # fmt: skip
_PLAIN = {"id", "date", "time", "timezone", "url", "number", "language", "day"}
_PARTS: tuple[tuple[str, bool, tuple[str, ...]], ...] = (
    ("what", True, ("title", "date", "time", "place", "kind", "summary")),
    ("known", True, ("sources",)),
    ("sure", False, ("status", "confirmed_by", "accounts", "figures")),
    ("belongs", False, ("actors", "storylines", "tags", "key")),
    ("others", False, ("part_of", "after", "response_to", "related", "distinct_from")),
    ("more", False, ("body", "timezone", "id", "language", "added")),
)


def documents(edition: Edition) -> Iterator[Document]:
    """The page."""
    text, timeline, root = edition.language.text, edition.timeline, "../"
    title = text("Add an event")
    lead = text("Write down what is known, and leave the rest out.")
    statuses = tuple(status_view(status, edition, root) for status in Status if status != Status.RETRACTED)
    view = AddView(
        title=title,
        lead=lead,
        parts=tuple(_parts(edition)),
        action=text("Open it on {host}", host=host) if (host := _host(edition)) else text("Copy the YAML"),
        after=_after(edition),
        left_out=text("Some things are added to the file later; here is how each is written:"),
        left=Markup(edition.language.comma).join(_left(edition)),  # noqa: S704 (a mark of our own)
        new=tuple(_new(edition)),
        data=script_json(_data(edition, root)),
        preview=_preview(edition, statuses[0]),
        statuses=statuses,
        kinds=tuple((id, kind_view(id, edition)) for id in timeline.vocabulary.kinds),
        by_hand=text(
            "An event is a few lines of YAML in a file of the folder {folder}, such as these. Copy them, put"
            " in your own words, and send them as a pull request or by mail.",
            folder=FOLDER,
        ),
        example=_EXAMPLE,
        help=_help(edition, root),
    )
    yield Document(PATH, "add", title, lead, edition.render("add.html", view))


def _help(edition: Edition, root: str) -> Link | None:
    link = edition.link("page", _HELP, root)
    return link and Link(link.url, edition.language.text("Every key, with examples"))


def _left(edition: Edition) -> Iterator[Markup]:
    """Links to what the page of all keys says of those that the form leaves to the file."""
    for (record, key), words in LEFT.items():
        url = f"../{FIELDS_PATH}#{anchor_of(RECORDS[record], key)}"
        yield anchor(Link(url, edition.language.text(words)))


def _host(edition: Edition) -> str:
    """What readers call the host where a new file is made; nothing where none is known."""
    host = urlsplit(edition.timeline.site.new_url).netloc.removeprefix("www.")
    return {"github.com": "GitHub"}.get(host, host)


def _after(edition: Edition) -> str:
    text, host = edition.language.text, _host(edition)
    if host == "GitHub":
        return text(
            "GitHub asks you to sign in, shows the new file, and makes a pull request of it: choose ‘Commit"
            " changes’, then ‘Propose changes’. Nothing is sent from here."
        )
    if host:
        return text(
            "{host} asks you to sign in, and shows the new file. Nothing is sent from here.", host=host
        )
    return text(
        "Put the copied lines into a new file in the folder {folder}, or send them to whoever keeps this"
        " site. Nothing is sent from here.",
        folder=FOLDER,
    )


def _new(edition: Edition) -> Iterator[NewView]:
    text = edition.language.text
    for noun, words in NEW.items():
        file = f"content/{words.file}"
        link = Link(edition.timeline.site.edit_url.replace("{path}", quote(file)), file)
        yield NewView(noun, text(words.title), text(words.help, file=file), link)


def _data(edition: Edition, root: str) -> dict[str, Any]:
    """What the script has to know before it fetches anything."""
    text = edition.language.text
    return {
        "data": f"{root}{FORM_DATA}",
        "new": edition.timeline.site.new_url.replace("{folder}", FOLDER),
        "folder": FOLDER,
        "words": {name: text(words).replace("{host}", _host(edition)) for name, words in SCRIPT.items()},
    }


def _parts(edition: Edition) -> Iterator[PartView]:
    text = edition.language.text
    labels = {
        "what": text("What happened"),
        "known": text("How it is known"),
        "sure": text("How sure it is, and where accounts differ"),
        "belongs": text("What it belongs to"),
        "others": text("Other events beside it"),
        "more": text("More"),
    }
    for name, is_open, keys in _PARTS:
        fields = (_list(key, edition) if key in LISTS else _field("event", key, edition) for key in keys)
        yield PartView(labels[name], is_open, tuple(fields))


def _list(key: str, edition: Edition) -> ListView:
    text, words = edition.language.text, LISTS[key]
    item = types_of(RECORDS["event"])[key].removesuffix("*")
    return ListView(
        key=key,
        label=text(words.label),
        help=text(words.help) if words.help else "",
        item=text(words.item),
        remove=text(words.remove),
        needed=key == "sources",
        ways=tuple(_ways(key, item, words, edition)),
    )


def _ways(key: str, item: str, words: ListWords, edition: Edition) -> Iterator[ItemView]:
    text = edition.language.text
    if item in ("source", "account", "figure"):
        fields = [_field(item, inner, edition) for inner in types_of(RECORDS[item])]
        rest = tuple(field for field in fields if field.key in _SELDOM.get(item, ()))
        yield ItemView(item, text(words.add), tuple(f for f in fields if f not in rest), rest)
    else:
        label = text(words.item)
        new = text(NEW[item].add) if item in NEW else ""
        field = FieldView(
            f"{key}-item", "", label, "", "line", choices=_choices("tag" if key == "tags" else item), new=new
        )
        yield ItemView(item, text(words.add), (field,), named=True)
    if key == "sources":
        field = FieldView("article", "", text(ARTICLE.label), text(ARTICLE.help), "line", choices="article")
        yield ItemView("article", text(ADD_ARTICLE), (field,))


def _field(record: str, key: str, edition: Edition) -> FieldView:
    text, words = edition.language.text, FIELDS[record][key]
    kind = types_of(RECORDS[record])[key]
    return FieldView(
        id=key if record == "event" else f"{record}-{key}",
        key=key,
        label=text(words.label),
        help=text(words.help) if words.help else "",
        control=_CONTROLS.get(kind, "line"),
        choices=_choices(kind),
        mode=_MODES.get(kind, ""),
        needed=key in needed(RECORDS[record]) or key in _ALWAYS.get(record, ()),
        options=tuple(_options(kind, edition)),
        plain=kind in _PLAIN,
        new=text(NEW[kind].add) if kind in NEW else "",
    )


def _choices(kind: str) -> str:
    known = (
        "place",
        "actor",
        "storyline",
        "event",
        "publisher",
        "article",
        "cited",
        "tag",
        "timezone",
        "language",
    )
    return kind if kind in known else ""


def _options(kind: str, edition: Edition) -> Iterator[tuple[str, str]]:
    text = edition.language.text
    if kind == "kind":
        yield "", text("Not said")
        for id in edition.timeline.vocabulary.kinds:
            yield id, kind_view(id, edition).label
    elif kind == "status":
        yield "", text(DERIVED)
        for status in Status:
            if status != Status.RETRACTED:
                yield status.value, status_view(status, edition, "").label


def _preview(edition: Edition, status: StatusView) -> Markup:
    """An entry of a list with one of everything, for the script to fill in."""
    view = EntryView(
        type="event", anchor="preview", url="", title="…", kind=KindView("…", "other", "grey"),
        when=WhenView("…", "…", ""), lead_in="…", key=True, place_words="…", summary=Markup("<p>…</p>"),
        status=status, accounts=(AccountView("…", Markup("<p>…</p>")),), figures=(FigureView("…", "…"),),
        sources=(SourceName("…"),),
    )  # fmt: skip
    html = edition.render("entry.html", view)
    # Here no day stands above the title, and nothing is there yet that it could lead to.
    for old, new in (("<h5", "<h3"), ("</a></h5>", "</span></h3>"), ('<a href=""', "<span")):
        html = html.replace(old, new)
    return Markup(html)  # noqa: S704 (made by our template)


_EXAMPLE = textwrap.dedent("""\
    - id: exampleton-rocket
      date: 2020-01-06
      title: Rocket lands in a field at Exampleton
      summary: >
        A rocket landed in a field in the morning, the police said.
      kind: indirect-fire
      sources:
        - title: Rocket lands near village
          publisher: Exampleton Gazette
          published: 2020-01-07
      added: 2020-01-08
    """)
