"""Chronologies of thousands of made-up entries, and the page that filters them, without the minutes of a build.

The records are made in memory, and the page has no frame of Material's around it: what is measured is the work of
our own scripts and styles.
"""

import random
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import timeline
from timeline.merging import Timeline, merge
from timeline.outputs import index
from timeline.pages import Edition, home
from timeline.problems import Span
from timeline.records import Actor, Content, Event, Located, Place, Site, Source, Storyline, Vocabulary

THEME = Path(timeline.__file__).parent / "theme/assets/chronology"
SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "so", "te", "vu", "za", "ori", "ent", "ald", "ist", "umb"]
KINDS = ("statement", "protest", "court", "accident", "agreement", "vote")
FIRST = date(2000, 1, 1)
PER_YEAR = 500

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made up</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<link rel="stylesheet" href="assets/chronology.css"><script type="module" src="assets/js/main.js"></script></head>
<body data-md-color-scheme="default"><main><div class="page">{}</div></main></body></html>"""


class Nowhere:
    """The places of values that stand in no file."""

    start = 0

    def of(self, *_: object) -> Span:
        return Span("made-up")

    key = find = of

    def has(self, *_: object) -> bool:
        return False


@dataclass
class Words:
    """Draws words that mean nothing, some often and most seldom, as words are."""

    chance: random.Random

    def __post_init__(self) -> None:
        self.known = list(
            dict.fromkeys(
                "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(6000)
            )
        )

    def draw(self, count: int) -> str:
        return " ".join(self.known[int(len(self.known) * self.chance.random() ** 3)] for _ in range(count))

    def title(self) -> str:
        return self.draw(self.chance.randint(5, 9)).capitalize()


def chronology(events: int, site: Site) -> Timeline:
    """A timeline of that many events, 500 a year, the same for the same number."""
    chance = random.Random(events)  # noqa: S311 - no secret
    words = Words(chance)

    def located(record: object) -> Located:
        return Located(record, Nowhere(), "made-up")

    places = [
        Place(id=f"place-{n}", name=words.draw(1).title(), within=f"place-{(n - 1) // 4}" if n else None)
        for n in range(100)
    ]
    actors = [Actor(id=f"actor-{n}", name=words.draw(2).title()) for n in range(200)]
    storylines = [Storyline(id=f"storyline-{n}", title=words.title()) for n in range(40)]
    publishers = [words.draw(2).title() for _ in range(20)]
    made = []
    for number in range(events):
        title = words.title()
        made.append(
            Event(
                id=f"{'-'.join(title.lower().split()[:5])}-{number}"[:80],
                date=(FIRST + timedelta(days=number * 365 // PER_YEAR)).isoformat(),
                time=chance.choice([None, None, "evening", "19:45"]),
                title=title,
                summary=f"{words.draw(25).capitalize()}.",
                kind=chance.choice(KINDS),
                key=number % 10 == 0,
                place=f"place-{chance.randrange(100)}",
                actors=[f"actor-{n}" for n in sorted(chance.sample(range(200), 2))],
                storylines=[f"storyline-{chance.randrange(40)}"],
                tags=[chance.choice(SYLLABLES)],
                sources=[Source(title=words.title(), publisher=chance.choice(publishers))],
            )
        )
    content = Content(
        events=tuple(map(located, made)), places=tuple(map(located, places)), actors=tuple(map(located, actors)),
        storylines=tuple(map(located, storylines)), vocabulary=Vocabulary(format=1, kinds={kind: {"label": kind} for kind in KINDS}),
    )  # fmt: skip
    return merge(content, site).timeline


def filter_page(folder: Path, events: int, *, whole: bool) -> Path:
    """Writes a page with filters, and all that it asks for.

    Args:
        folder: Where to.
        events: How many events there are.
        whole: Whether the page holds them all, or they come from the index.
    """
    site = Site(whole_up_to=events if whole else 150)
    edition = Edition(chronology(events, site))
    (folder / "assets").mkdir(parents=True)
    shutil.copytree(THEME / "js", folder / "assets/js")
    styles = [path.read_text(encoding="utf-8") for path in sorted((THEME / "css").glob("*.css"))]
    # The faces are left out: with them the time it takes to lay out a page hangs on when they come.
    (folder / "assets/chronology.css").write_text("\n".join(styles[1:]), encoding="utf-8")
    (document,) = home.documents(edition)
    (folder / "index.html").write_text(PAGE.format(document.html), encoding="utf-8")
    for output in index.outputs(edition):
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output.content, encoding="utf-8")
    return folder
