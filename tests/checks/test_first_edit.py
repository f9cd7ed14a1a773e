"""The real content, and the README's first edit, step by step as the README writes it."""

import re
import shutil
from pathlib import Path

import pytest
from projects import check, event, order, told

from timeline.adapters.project import Checked
from timeline.dates import Zone, date_of, iso_date
from timeline.records import Site, Status

ROOT = Path(__file__).parents[2]
SITE = Site(timezone=Zone.parse("Asia/Baghdad"))
EVENTS = "content/events/2020-01.yaml"
REAL = [
    "contractor-killed", "retaliatory-airstrikes", "soleimani-strike", "green-zone-mortars", "balad-rockets",
    "missiles-green-zone",
]  # fmt: skip


@pytest.fixture
def project(tmp_path):
    """A copy of the repository's content."""
    for folder in ("content", "site_config"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def step(number: int) -> tuple[list[str], list[str]]:
    """What one step of the README has its reader write, and what it says that the check prints."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = readme.partition(f"\n**{number}. ")[2].partition(f"\n**{number + 1}. ")[0].partition("\n## ")[0]
    blocks = re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)
    return [t for kind, t in blocks if kind != "text"], [t for kind, t in blocks if kind == "text"]


def fine(project: Path) -> Checked:
    """The project, checked and without a word said against it."""
    checked = check(project, site=SITE)
    assert told(checked) == []
    return checked


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("zone", ["UTC", "Asia/Baghdad", "America/New_York", "Asia/Tokyo"])
def test_the_worked_example_stands_in_its_order(project, zone):
    checked = check(project, site=Site(timezone=Zone.parse(zone)))
    assert told(checked) == []
    assert order(checked) == REAL
    days = [iso_date(*date_of(placed.day)) for placed in checked.examined.timeline.entries]
    assert days == ["2019-12-01", "2019-12-01", "2020-01-03", "2020-01-04", "2020-01-04", "2020-01-04"]
    assert checked.examined.timeline.reports["missiles-green-zone"].supports == tuple(REAL[:-1])


def test_the_first_edit_goes_as_the_readme_says(project):
    file = project / EVENTS
    id = "exampleton-rocket"

    (written,), _ = step(1)
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{written}", encoding="utf-8")
    checked = fine(project)
    assert order(checked) == [*REAL, id]
    assert iso_date(*date_of(checked.examined.timeline.entries[-1].day)) == "2020-01-06"
    assert checked.examined.timeline.events[id].status is Status.SINGLE_SOURCE

    summary = "  summary: >\n    A rocket landed in a field"
    edit(file, summary, summary.replace("summary", "sumary"))
    _, (printed,) = step(2)
    broken = check(project, site=SITE)
    assert broken.report() == f"{printed}\n1 error\n"
    assert broken.examined.fails()

    edit(file, summary.replace("summary", "sumary"), summary)
    fine(project)

    (second,), _ = step(4)
    edit(file, "      published: 2020-01-07\n", f"      published: 2020-01-07\n{second}")
    checked = fine(project)
    assert checked.examined.timeline.events[id].status is Status.CORROBORATED

    (accounts,), _ = step(5)
    edit(file, "  sources:\n    - title: Rocket lands", f"{accounts}  sources:\n    - title: Rocket lands")
    checked = fine(project)
    assert checked.examined.timeline.events[id].status is Status.DISPUTED
    assert [account.by for account in event(checked, id).accounts] == ["Police", "The farmer"]

    edit(file, "title: Rocket lands in a field at Exampleton", "title: Another title")
    checked = fine(project)
    assert event(checked, id).title == "Another title"

    (text,), _ = step(7)
    article = project / "content/articles/2020-01-08-exampleton.md"
    article.write_text(text, encoding="utf-8")
    checked = fine(project)
    assert order(checked) == [*REAL, id, "exampleton-road-closed", "exampleton-two-days"]
    assert event(checked, id).sources[-1] == "exampleton-two-days"
    assert event(checked, "exampleton-road-closed").sources == ("exampleton-two-days",)

    (contrary,), (printed,) = step(8)
    edit(article, "  - exampleton-rocket\n", contrary)
    checked = check(project, site=SITE)
    assert checked.report() == f"{printed}\n1 warning\n"
    assert event(checked, id).time == "morning"
    assert not checked.examined.fails()
    assert checked.examined.fails(strict=True)

    edit(file, "  time: morning\n", "")
    checked = fine(project)
    assert event(checked, id).time == "evening"
