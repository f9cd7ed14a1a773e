"""Made-up chronologies of any length, for tests that need many entries. Nothing in them ever happened."""

from datetime import date, timedelta

CONFIG = """\
== mkdocs.yml
site_name: A made-up chronology
docs_dir: content
theme:
  name: material
  language: {language}
  palette:
    - {{media: "(prefers-color-scheme)", toggle: {{icon: material/brightness-auto, name: Light}}}}
    - {{media: "(prefers-color-scheme: light)", scheme: default, toggle: {{icon: material/weather-sunny, name: Dark}}}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {{icon: material/weather-night, name: System}}}}
plugins: [search, {{timeline: {options}}}]
{more}
== content/index.md
---
title: A made-up chronology
summary: Every entry here is made up for tests.
---
== content/places.yaml
- {{id: made-up-town, name: Made-up Town, within: made-up-land}}
- {{id: made-up-land, name: Made-up Land}}
== content/actors.yaml
- {{id: made-up-council, name: Made-up Council}}
== content/publishers.yaml
- {{id: made-up-post, name: Made-up Post}}
== content/storylines/made-up-line.md
---
title: A made-up storyline
---
Made up for tests.
== content/events/made-up.yaml
"""
KINDS = ("attack", "statement", "protest", "agreement")
TAGS = ("made up", "Made-Up", "عراق", "c++")


def chronicle(
    count: int,
    *,
    first: date = date(2020, 1, 1),
    days: int = 1,
    language: str = "en",
    options: str = "{}",
    more: str = "",
    extra: str = "",
) -> str:
    """The tree of a project with that many events, for `trees.write_tree`.

    Args:
        count: How many events.
        first: The day of the first.
        days: How many days lie between one event and the next; 0 puts four on each day.
        language: The site's language.
        options: The plugin's options, as YAML in braces.
        more: Further lines of mkdocs.yml.
        extra: Further events, as YAML, and files after them.
    """
    events = []
    for number in range(count):
        day = first + timedelta(days=number * days if days else number // 4)
        lines = [
            f"- id: made-up-{number:04d}",
            f"  date: {day.isoformat()}",
            f"  title: Made-up event number {number} of a test",
            "  summary: A sentence that was made up for tests, of about the length that such sentences have.",
            f"  kind: {KINDS[number % 4]}",
            "  sources: [{title: A made-up source, publisher: made-up-post, published: 2099-01-01}]",
            f"  tags: [{TAGS[number % 4]}]",
            f"  storylines: [{'made-up-line' if number % 2 else ''}]",
        ]
        if number % 3 == 0:
            lines += ["  place: made-up-town", "  actors: [made-up-council]"]
        if number % 4 == 1:
            lines += ["  time: 19:45", "  timezone: Asia/Baghdad"]
        if number % 10 == 0:
            lines += ["  key: true"]
        if number % 7 == 3:
            lines += [f"  after: made-up-{number - 1:04d}"]
        if number % 12 == 5:
            lines += [
                "  status: disputed",
                "  accounts:",
                "    - {by: One made-up party, says: One thing.}",
                "    - {by: Another made-up party, says: Another thing.}",
            ]
        if number % 15 == 2:
            lines += ["  figures: [{what: made-up things, min: 1, max: 3}]"]
        if number % 20 == 4:
            lines += [f"  corrections: [{{date: 2099-02-{number % 28 + 1:02d}, note: A made-up mistake.}}]"]
        events += lines
    head = CONFIG.format(language=language, options=options, more=more)
    return head + "\n".join(events) + "\n" + extra
