"""What the form for a new event knows of links in texts: how to find them, and what the site has to link to.

They are apart from the other patterns because a browser has to cut a text into its links before any rule can
look at one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.checks import descriptions
from timeline.checks import links as checks
from timeline.checks.markup import IN_CODE
from timeline.languages import message
from timeline.merging import AROUND_LINKS, MADE_PAGES, OUTSIDE, RECORDS, Timeline, folder_of
from timeline.merging import links as merging
from timeline.outputs.form_patterns import Pattern, browser_pattern
from timeline.pages.form_fields import RECORDS as FORMS
from timeline.pages.form_fields import types_of

_HOMES = {
    "event": "content/events", "place": "content/places.yaml", "actor": "content/actors.yaml",
    "article": "content/articles", "storyline": "content/storylines",
}  # fmt: skip

LINK_MESSAGES: Mapping[str, tuple[str, str]] = {
    **{
        f"link-{noun}": (
            f"there is no {noun} with the id '{{id}}'",
            f"add it to {home}, or correct the id",
        )
        for noun, home in _HOMES.items()
    },
    "unknown-page": (
        "there is no page 'content/{path}'",
        "name a page by the path of its file, as in about.md, and a record as in event:its-id",
    ),
    "outside-page": (
        "'{path}' lies outside the content folder",
        "name a page by the path of its file, as in about.md, and a record as in event:its-id",
    ),
    "near-scheme": ("", message("did you mean '{near}'?")),
    "near-page": ("", message("did you mean {near}?")),
    "link-meant": ("", message("write {near}")),
    "link-quoted": (
        message("an address stands in its brackets alone, with no marks around it"),
        message("write {near}, with no quotes around it"),
    ),
    "link-marked": (
        message("an address has no spaces and no quotes in it or around it"), message("write {near}"),
    ),
    "link-web": ("", message("write https://{text} for a page of the web")),
    "link-media": ("", "show it as a picture, ![words](path), or in the 'media' of an event"),
    "unknown-picture": (
        "there is no picture 'content/{path}'",
        "put the file in content/media, and write the path to it as seen from this file",
    ),
    "picture-elsewhere": (
        message("a picture is one of the site's own files; no page loads anything from elsewhere"),
        "put a copy in content/media if its terms allow that, or link to it: [words](address)",
    ),
    "link-apart": (
        message("these brackets make no link: its words and its address stand apart"),
        message("write it as [words](address), with nothing in between"),
    ),
    "link-turned": (
        message(
            "these brackets make no link: its words stand in square ones, and its address in round ones"
            " behind them"
        ),
        message("write it as [words](address), with nothing in between"),
    ),
    "link-of-wiki": (
        message("double brackets make no link here"),
        message("write [words](address), as in [the flood](event:its-id), and ![words](path) for a picture"),
    ),
    "footnote-left": (
        message("'{mark}' marks a footnote of the source"),
        message("take it out: it is no part of the words"),
    ),
    "link-to-nowhere": (
        message("this link has no address"),
        message("write it between the round brackets, or take all brackets out"),
    ),
    "footnote-without-note": (
        message("there is no footnote '{name}'"),
        message("add a line '[^{name}]: the note' below the text, or take the brackets out"),
    ),
    "link-without-address": (
        message("no address is given for '{name}'"),
        message("add a line '[{name}]: https://example.org/page' below the text, or take the brackets out"),
    ),
    "picture-without-words": (
        message("this picture has no words"),
        message("say what it shows, as you would on the telephone: ![words](path)"),
    ),
    "picture-says-nothing": (
        message("'{words}' does not say what the picture shows"),
        message("say what it shows, as you would on the telephone: ![words](path)"),
    ),
    "unclosed-code": (
        message("the code that opens here is never closed"),
        message("write a line '{fence}' below it"),
    ),
    "link-scheme": (
        message("a link cannot begin with '{scheme}:'"),
        message(
            "a link begins with http:// or https://, mailto:, or one of event, place, actor, article,"
            " storyline and a colon"
        ),
    ),
    "link-mailbox": (
        message("this is not the address of a mailbox"),
        message("write it as in mailto:name@example.org"),
    ),
    "link-mail": ("", message("write mailto:{text}")),
    "link-host": (
        message("an address names a host, and carries no user name or password"),
        message("write it as in https://example.org/page"),
    ),
}  # fmt: skip
"""What is said of links and pictures, by the name of the mistake: the message and the hint."""

LINK = "link"
"""What stands in a pattern for the key of whatever a link begins with; a picture's has a mark in front."""

PAGE = "page"
"""What stands there for the path of a page that is not there, of which something else can be told."""

_CODE = IN_CODE.pattern
_PROSE = tuple(
    sorted({key for form in FORMS.values() for key, kind in types_of(form).items() if kind == "prose"})
)
# A list goes on over indented lines, and over what follows without an empty line; outside of one, lines that
# are indented behind an empty line are code.
_IN_LIST = r"(?:\n[ \t]*\S.*|(?:\n[ \t]*)+\n(?: {4}|\t).*)*"
_CODE_LINES = r"(?<!\S.*\n)(?: {4}|\t).*(?:\n(?: {4}|\t).*)*"


def markdown() -> dict[str, Any]:
    """The patterns by which links are found, as a browser reads them, and what a link may begin with."""
    opens_list = merging.OPENS_LIST.pattern.replace(r"\s", r"[^\S\n]")
    indented = rf"^(?:{_CODE_LINES}|((?:{opens_list}).*{_IN_LIST}))"
    span = r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n)[^])+?(?<!`)\1(?!`)"
    return {
        "code": [(merging.FENCED.pattern, ""), (indented, "$1"), (span, "    ")],
        "token": merging.TOKEN.pattern,
        "target": merging.TARGET.pattern,
        "picture": merging.PICTURE.pattern,
        "definition": merging.DEFINITION.pattern,
        "around": f"^[{AROUND_LINKS}]+|(?<![{AROUND_LINKS}])[{AROUND_LINKS}]+$",
        "records": RECORDS,
        "schemes": (*RECORDS, *OUTSIDE),
    }


def link_patterns() -> Iterator[Pattern]:
    """What is told of a link by the scheme that it begins with."""
    yield Pattern("picture-elsewhere", checks.CODE_PICTURE, (LINK,), "^!")
    schemes = "|".join((*RECORDS, *OUTSIDE))
    yield Pattern("link-scheme", checks.CODE_ADDRESS, (LINK,), rf"^(?!(?:{schemes}):)(?<scheme>[^:]+):")
    # No two parts in a row take the same characters, nor does one picture reach into the next: a browser goes
    # through a text of thousands of brackets, or of blanks, once.
    words = rf"(?:[.,:!][ .,:!]*)?(?:{'|'.join(sorted(descriptions.GENERIC))})(?:[ .,:!]*[.,:!])?"
    file = descriptions.FILE.pattern.replace(r"\S+", r"(?:(?!!\[)\S)+")
    shown = rf"!\[\s*(?<words>{words}|{file})\s*\]\("
    yield Pattern("picture-without-words", descriptions.CODE, _PROSE, r"!\[\s*\]\(", without=_CODE)
    yield Pattern("picture-says-nothing", descriptions.CODE, _PROSE, shown, "iu", without=_CODE)
    yield Pattern("unclosed-code", "unclosed-code", _PROSE, _unclosed(), "mu")
    host = r"(?:\[[^\]@\/?#]+\]|[^@\/?#\[\]:]+)(?::[^@\/?#\[\]]*)?"
    yield Pattern("link-host", checks.CODE_ADDRESS, (LINK,), rf"^https?:(?!\/\/{host}(?:[\/?#]|$))")
    mail = browser_pattern(checks.MAIL.pattern)
    yield Pattern("link-mailbox", checks.CODE_ADDRESS, (LINK,), rf"^mailto:(?!{mail}(?:\?|$))")
    yield Pattern("link-mail", checks.CODE_PAGE, (PAGE,), f"^{mail}$")
    yield Pattern("link-web", checks.CODE_PAGE, (PAGE,), checks.WEB.pattern, "i")


def _unclosed() -> str:
    """From the beginning lines that are no code, and code that is closed; to the end code that is not."""
    fence = "`{3,}|~{3,}"
    plain = rf"(?!(?:{fence})[^`\n]*$).*\n"
    closed = rf"(?<closed>{fence})[^`\n]*\n(?:(?!\k<closed> *$).*\n)*\k<closed> *\n"
    return rf"(?<![^])(?:{plain}|{closed})*(?<fence>{fence})[^`\n]*(?:\n(?!\k<fence> *$).*)*(?![^])"


def linked(timeline: Timeline) -> dict[str, Any]:
    """What a text may name by its path, and what to name in place of a record's file."""
    content = timeline.content
    meant = {}
    for noun, records in (("article", content.articles), ("storyline", content.storylines)):
        for located in records:
            name = located.file.rpartition("/")[2]
            meant[f"{folder_of(located.file, f'{noun}s')}/{name}"] = f"{noun}:{located.record.id}"
    return {
        "page": sorted({*content.pages, *MADE_PAGES}),
        "media": sorted(f"media/{file}" for file in content.media),
        "meant": meant,
    }
