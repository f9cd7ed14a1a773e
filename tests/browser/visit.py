"""One page open in the browser, with a record of all that it asked for and complained of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe-core that look at colours."""
LOOKS = [(1280, "light"), (1280, "dark"), (390, "dark"), (390, "light")]
"""The widths and colour schemes in which every page is looked at."""


@dataclass
class Visit:
    """A page, and what happened while it was open.

    Attributes:
        page: Playwright's page.
        javascript: Whether the page's scripts run.
        requests: Every address that was asked for, in order.
        failures: Each request that failed, or was answered with an error, in words.
        errors: What the console showed as an error or a warning, and exceptions that no script caught.
    """

    page: Page
    javascript: bool = True
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "requestfailed", lambda request: self.failures.append(f"{request.failure} {request.url}")
        )
        self.page.on("response", self._note_response)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.errors.append(f"exception: {error}"))

    def _note_response(self, response) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status} {response.url}")

    def _note_console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.type}: {message.text}")

    @property
    def foreign(self) -> list[str]:
        """The requests that left the site, of which there should be none."""
        own = urlsplit(self.page.url)
        parts = ((url, urlsplit(url)) for url in self.requests)
        return [url for url, to in parts if to.scheme not in {"data", "blob"} and to[:2] != own[:2]]

    def looks(self) -> Iterator[tuple[int, str]]:
        """Shows the page in each of its looks, one after the other."""
        for width, scheme in LOOKS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.show(scheme)
            yield width, scheme

    def show(self, scheme: str) -> None:
        """Changes the system's colour scheme, and waits until the page has followed it."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(
            "dark => (getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0] < 128) === dark",
            arg=scheme == "dark",
        )

    @property
    def overflow(self) -> int:
        """By how many pixels the page can be scrolled sideways."""
        return self.page.evaluate(
            "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )

    def moved(self) -> float:
        """How much parts of the page have moved by themselves so far: the browser's sum of layout shifts."""
        return self.page.evaluate(
            """() => new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(0), 300);
            })"""
        )


def violations_by_look(visit: Visit) -> dict[tuple[int, str], list[str]]:
    """What axe-core finds wrong with the page in each of its looks; nothing for those that are right.

    Where a width is looked at for the second time, in the other colours, only the rules about colours are asked:
    the others read what the schemes have in common.
    """
    found, seen = {}, set()
    for width, scheme in visit.looks():
        if wrong := axe_violations(visit, colours_alone=width in seen):
            found[width, scheme] = wrong
        seen.add(width)
    return found


def axe_violations(visit: Visit, *, colours_alone: bool = False) -> list[str]:
    """What axe-core finds wrong with the page as it stands, of any impact: one text a rule and element.

    It is evaluated by the browser itself, not as a script of the page, so that a content security policy stays
    as it is.

    Raises:
        ValueError: The page's scripts are off. Axe would then wait for its own timers, for ever.
    """
    if not visit.javascript:
        raise ValueError("axe needs a visit with javascript=True")
    page = visit.page
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # What axe would fetch beforehand is for rules on films and turned screens; what it passes is not looked at.
    found = page.evaluate(
        "options => axe.run(document, options).then(found => found.violations)",
        {"resultTypes": ["violations"], "preload": False} | ({"runOnly": COLOURS} if colours_alone else {}),
    )
    return [
        "\n    ".join(
            [
                f"{rule['id']} ({rule['impact']}): {rule['help']}",
                f"at {' '.join(map(str, node['target']))}",
                node["html"][:300],
                *(check["message"] for check in (*node["any"], *node["all"], *node["none"])),
            ]
        )
        for rule in found
        for node in rule["nodes"]
    ]
