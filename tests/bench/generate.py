"""A made-up chronology of any size, the same for the same numbers: for measuring, never for reading.

Nothing in it happened: places, people and texts are syllables drawn by a seeded generator.
"""

from __future__ import annotations

import random
from pathlib import Path

import yaml

SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "so", "te", "vu", "za", "ori", "ent", "ald", "ist", "umb"]
KINDS = ["statement", "protest", "court", "accident", "agreement", "vote"]
DATES = ["day"] * 12 + ["minute"] * 4 + ["part"] * 4 + ["month", "month~", "year", "span", "set", "day~"]

WHOLES = 3
"""So many places lie in no other one, far from each other; of the rest four lie close together in one."""


def generate(folder: Path, events: int, articles: int, seed: int = 1) -> Path:
    """Writes a project.

    Args:
        folder: Where to; it is made.
        events: How many events, spread over one year for every 500.
        articles: How many articles, each reporting some of the events.
        seed: What the generator starts from.

    Returns:
        The folder.
    """
    return _Project(folder, events, articles, random.Random(seed)).write()  # noqa: S311 (no secret)


def plain(folder: Path) -> Path:
    """Writes the articles of a project as a site of MkDocs and Material alone, into ``plain/`` beside its content.

    Its ``mkdocs.yml`` has a navigation of one page, as little as ours; ``listed.yml`` leaves it to MkDocs, which then
    lists every article on every page.

    Args:
        folder: The project's folder.

    Returns:
        The folder of the plain site.
    """
    made = folder / "plain"
    for path in (folder / "content/articles").glob("*.md"):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        title = yaml.safe_load(head)["title"]
        target = made / "docs" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {title}\n{body}", encoding="utf-8")
    (made / "docs/index.md").write_text("# Articles\n", encoding="utf-8")
    (made / "mkdocs.yml").write_text(f"{PLAIN}nav: [index.md]\n", encoding="utf-8")
    (made / "listed.yml").write_text(PLAIN, encoding="utf-8")
    return made


class _Project:
    def __init__(self, folder: Path, events: int, articles: int, chance: random.Random) -> None:
        self.folder = folder
        self.events = events
        self.articles = articles
        self.chance = chance
        self.places = max(5, events // 100)
        self.actors = max(5, events // 50)
        self.storylines = max(2, events // 250)
        self.years = max(1, events // 500)
        self.points: list[tuple[float, float]] = []

    def write(self) -> Path:
        self._file("mkdocs.yml", MKDOCS)
        self._file(
            "content/index.md", "---\ntitle: A measured chronology\nsummary: Made up for measuring.\n---\n"
        )
        self._yaml("content/places.yaml", [self._place(number) for number in range(self.places)])
        self._yaml("content/actors.yaml", [
            {"id": f"actor-{n}", "name": self._words(2).title(), "kind": "person"} for n in range(self.actors)
        ])  # fmt: skip
        self._yaml("content/publishers.yaml", [
            {"id": f"publisher-{n}", "name": self._words(2).title()} for n in range(20)
        ])  # fmt: skip
        for number in range(self.storylines):
            self._file(
                f"content/storylines/storyline-{number}.md",
                f"---\ntitle: {self._title()}\n---\n{self._words(60)}\n",
            )
        for number in range(self.articles):
            self._file(f"content/articles/article-{number}.md", self._article(number))
        by_year: dict[int, list[dict[str, object]]] = {}
        for number in range(self.events):
            year = 2020 - self.years + number * self.years // self.events  # before every source
            by_year.setdefault(year, []).append(self._event(number, year))
        for year, events in by_year.items():
            self._yaml(f"content/events/{year}.yaml", events)
        return self.folder

    def _file(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def _yaml(self, path: str, records: list[dict[str, object]]) -> None:
        dumper = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
        self._file(path, yaml.dump(records, Dumper=dumper, sort_keys=False, allow_unicode=True, width=100))

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4)))

    def _words(self, count: int) -> str:
        return " ".join(self._word() for _ in range(count))

    def _title(self) -> str:
        return self._words(self.chance.randint(4, 9)).capitalize()

    def _markdown(self, number: int, most: int = 120) -> str:
        words = [self._word() for _ in range(self.chance.randint(40, most))]
        words[3] = f"**{words[3]}**"
        if number:
            words[7] = f"[{words[7]}](event:event-{self.chance.randrange(max(0, number - 50), number)})"
        words[11] += " –"  # beyond ASCII, as nearly every text: some ways through a text then differ
        return " ".join(words).capitalize() + "."

    def _place(self, number: int) -> dict[str, object]:
        place: dict[str, object] = {"id": f"place-{number}", "name": self._word().title()}
        latitude, longitude = self.chance.uniform(-60, 65), self.chance.uniform(-165, 165)
        if number >= WHOLES:
            whole = (number - WHOLES) // 4
            place["within"] = f"place-{whole}"
            near_latitude, near_longitude = self.points[whole]
            latitude, longitude = near_latitude + latitude / 60, near_longitude + longitude / 120
        self.points.append((latitude, longitude))
        place |= {
            "latitude": round(latitude, 2),
            "longitude": round(longitude, 2),
            "precision": "locality",
            "timezone": self.chance.choice(["Asia/Baghdad", "Europe/Paris", "America/Lima"]),
        }
        return place

    def _date(self, year: int) -> dict[str, str]:
        month, day = self.chance.randint(1, 12), self.chance.randint(1, 28)
        kind = self.chance.choice(DATES)
        date = f"{year}-{month:02d}-{day:02d}"
        match kind:
            case "minute":
                return {
                    "date": date,
                    "time": f"{self.chance.randrange(24):02d}:{self.chance.randrange(60):02d}",
                }
            case "part":
                return {
                    "date": date,
                    "time": self.chance.choice(["morning", "afternoon", "evening", "night"]),
                }
            case "month" | "month~":
                return {"date": f"{year}-{month:02d}{kind[5:]}"}
            case "year":
                return {"date": f"{year}"}
            case "span":
                return {"date": f"{date}/{year}-12-31"}
            case "set":
                return (
                    {"date": f"[{date},{year}-{month:02d}-{day - 1 or 29:02d}]"}
                    if day > 1
                    else {"date": date}
                )
            case _:
                return {"date": f"{date}{kind[3:]}"}

    def _event(self, number: int, year: int) -> dict[str, object]:
        event: dict[str, object] = {"id": f"event-{number}", **self._date(year)}
        event |= {
            "place": f"place-{self.chance.randrange(self.places)}",
            "title": self._title(),
            "summary": self._markdown(number, most=70),
            "kind": self.chance.choice(KINDS),
        }
        if self.chance.random() < 0.3:
            event["body"] = f"{self._markdown(number)}\n\n{self._markdown(number)}"
        if self.chance.random() < 0.1:
            event["key"] = True
        if number > 10 and self.chance.random() < 0.1:
            event["related"] = [f"event-{self.chance.randrange(number)}"]
        event["actors"] = [f"actor-{n}" for n in sorted(self.chance.sample(range(self.actors), 2))]
        event["sources"] = [self._source() for _ in range(self.chance.randint(1, 3))]
        event["storylines"] = [f"storyline-{self.chance.randrange(self.storylines)}"]
        event["tags"] = [self.chance.choice(SYLLABLES)]
        event["added"] = f"{min(year + 1, 2026)}-01-{self.chance.randint(1, 28):02d}"
        return event

    def _source(self) -> dict[str, object]:
        slug = self._word()
        return {
            "title": self._title(),
            "url": f"https://{slug}.example/{self.chance.randrange(10**9)}",
            "publisher": f"publisher-{self.chance.randrange(20)}",
            "published": f"20{self.chance.randint(20, 26)}-01-01",
        }

    def _article(self, number: int) -> str:
        # Reports come after everything that they report, so that no check has anything to say.
        events = sorted({self.chance.randrange(self.events) for _ in range(3)})
        head = {
            "title": self._title(),
            "published": f"2026-06-{number % 28 + 1:02d}T{number % 24:02d}:15",
            "publisher": f"publisher-{number % 20}",
            "url": f"https://{self._word()}.example/{number}",
            "summary": self._words(30),
            "events": [f"event-{n}" for n in events],
            "added": "2026-06-28",
        }
        return (
            f"---\n{yaml.safe_dump(head, sort_keys=False)}---\n\n{self._markdown(0)}\n\n{self._markdown(0)}\n"
        )


MKDOCS = """site_name: A measured chronology
docs_dir: content
theme: {name: material, language: en}
plugins: [search, {timeline: {timezone: Asia/Baghdad}}]
nav: [index.md]
"""
PLAIN = """site_name: Articles alone
docs_dir: docs
theme: {name: material, language: en, font: false}
plugins: [search]
"""
