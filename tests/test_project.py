"""What holds for the repository as a whole, whatever is in it."""

import re
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import timeline
from timeline.adapters.mkdocs.options import _SUGGEST, _on_host

ROOT = Path(__file__).parent.parent
LOCKS = {"site": ["build"], "test": ["dev"], "lowest": ["dev"]}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    """Every file that git has or would take; without git (an unpacked sdist) there is nothing to ask."""
    run = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if run.returncode != 0:
        pytest.skip("not a git repository")
    return [path for name in run.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


# Written in pieces, so that this file holds none of them.
PRIVATE = re.compile(
    "|".join(
        [
            r"(?<![\w./-])/(?:"
            + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me/[a-z]+", "Us" + "ers/[a-z]+"])
            + ")/",
            r"py" + r"pi\.org",
            r"pythonhos" + r"ted\.org",
            r"npm" + r"js\.(?:org|com)",
            r"yarn" + r"pkg\.com",
            r"deb\.deb" + r"ian\.org",
        ]
    )
)


def test_no_file_names_a_package_index_or_a_path_of_somebodys_machine():
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{n}: {hit[0]}"
            for n, line in enumerate(lines, 1)
            if (hit := PRIVATE.search(line))
        ]
    assert found == []


def test_the_pattern_for_private_names_finds_them():
    for name in (
        "https://py" + "pi.org/simple",
        "https://registry.npm" + "js.org/x",
        "see /ro" + "ot/.cache",
    ):
        assert PRIVATE.search(name)
    assert not PRIVATE.search("content/wo" + "rk/notes.md")


def pins(lock: str) -> dict[str, list[Requirement]]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    found: dict[str, list[Requirement]] = {}
    for line in text.splitlines():
        if re.match(r"[a-z0-9]", line):
            pin = Requirement(line.removesuffix("\\").strip())
            found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


def wanted(groups: list[str]) -> list[Requirement]:
    """The run-time dependencies, and those of dependency groups with the groups they include (PEP 735)."""
    texts, queue = list(PYPROJECT["project"]["dependencies"]), list(groups)
    while queue:
        for item in PYPROJECT["dependency-groups"][queue.pop()]:
            if isinstance(item, str):
                texts.append(item)
            else:
                queue.append(item["include-group"])
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_a_fitting_version_of_every_dependency(lock):
    held = pins(lock)
    for requirement in wanted(LOCKS[lock]):
        for pin in held.get(canonicalize_name(requirement.name), []) or [None]:
            assert pin is not None, f"{requirement.name} is not in requirements/{lock}.txt: run make lock"
            (version,) = pin.specifier
            assert requirement.specifier.contains(version.version), (
                f"{pin} does not fit {requirement}: run make lock"
            )


def test_the_tests_run_with_the_versions_that_build_the_site():
    site, test = pins("site"), pins("test")
    assert {name: test.get(name) for name in site} == site


def test_the_lowest_versions_are_those_that_pyproject_allows():
    held = pins("lowest")
    for requirement in wanted([]):
        lowest = next(s.version for s in requirement.specifier if s.operator == ">=")
        (pin,) = held[canonicalize_name(requirement.name)]
        (version,) = pin.specifier
        assert version.version.removesuffix(".0") == lowest.removesuffix(".0")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_version_has_hashes(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_npm_lock_holds_hashes_and_no_addresses():
    text = (ROOT / "tests/browser/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert text.count('"integrity"') == text.count('"node_modules/')


def test_the_changelog_opens_with_the_packages_version():
    path = ROOT / "CHANGELOG.md"
    headings = re.findall(r"^## \[?v?([^\]\s]+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    released = [heading for heading in headings if heading.lower() != "unreleased"]
    assert released[:1] == [timeline.__version__]


WORKFLOWS = sorted(
    [
        *(ROOT / ".github/workflows").glob("*.yml"),
        *(ROOT / "timeline/skeleton/project/.github/workflows").glob("*.yml"),
    ]
)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_workflow_pins_every_action_and_begins_with_no_permissions(path):
    text = path.read_text(encoding="utf-8")
    uses = re.findall(r"^\s*(?:- )?uses: (.+)$", text, flags=re.MULTILINE)
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", use)] == []
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job] == []
    assert workflow["concurrency"]["group"]
    assert "pull_request_target" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_only_what_publishes_may_write():
    rights = {
        (path.name, name, right)
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
        for right, level in job["permissions"].items()
        if level != "read"
    }
    assert rights == {("publish.yml", "deploy", "pages"), ("publish.yml", "deploy", "id-token")}


@pytest.mark.parametrize("path", sorted(ROOT.glob(".github/ISSUE_TEMPLATE/correction.yml")))
def test_the_link_to_suggest_a_correction_fills_the_form_in(path):
    form = {field.get("id") for field in yaml.safe_load(path.read_text(encoding="utf-8"))["body"]}
    asked = dict(parse_qsl(urlsplit(_on_host("https://github.com/example/example", "main", _SUGGEST)).query))
    assert asked.pop("template") == path.name
    assert asked.pop("title") == "{title}"
    assert asked == {"entry": "{id}", "page": "{url}"}
    assert {*asked} <= form


def test_one_action_has_one_version_in_all_workflows():
    uses = {
        use
        for path in WORKFLOWS
        for use in re.findall(r"uses: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(uses) == len({use.split("@")[0] for use in uses})
