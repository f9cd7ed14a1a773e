"""Fixtures for the tests that read the built site in Chromium."""

import contextlib
import hashlib
import os
from pathlib import Path

import pytest
from browser.building import built_once
from browser.chromium import find_chromium
from browser.server import serving
from browser.visit import AXE, Visit, axe_violations, violations_by_look
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent

# Every window of Chromium has pages of its own for what may drop down from its address bar, each in a process of
# its own, and one process more waits for the next site. No test sees any of it, and it is half of what a visit costs.
OF_THE_WINDOW = ["SpareRendererForSitePerProcess", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup"]
# What Playwright turns off: Chromium heeds the last list alone, so ours has to have it too.
OF_PLAYWRIGHT = [
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
]  # fmt: skip
# Chromium must neither phone home, which the tests could not tell from the site's own requests, nor need a GPU.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(OF_THE_WINDOW + OF_PLAYWRIGHT)}",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items) -> None:
    """Marks every test of this folder, so that `pytest -m 'not browser'` leaves them out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """Builds the site of a project's folder, strictly, once a run: `build(folder)` gives the site's folder."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def build_once(project: Path) -> Path:
        name = hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16]
        return built_once(project.resolve(), shared / "sites", name)

    return build_once


@pytest.fixture(scope="session")
def site(build) -> Path:
    """The folder of this project's own site, as `make site` builds it."""
    return build(PROJECT)


@pytest.fixture(scope="session")
def serve():
    """Serves folders to the browser: `serve(folder, prefix="/")` gives the root's address."""
    with contextlib.ExitStack() as servers:
        started: dict[tuple[Path, str], str] = {}

        def serve_once(folder: Path, prefix: str = "/") -> str:
            if (folder, prefix) not in started:
                started[folder, prefix] = servers.enter_context(serving(folder, prefix))
            return started[folder, prefix]

        yield serve_once


@pytest.fixture(scope="session")
def address(serve, site) -> str:
    """The root's address of this project's own site."""
    return serve(site)


@pytest.fixture(scope="session")
def browser():
    """Chromium, one a test process."""
    # Its sandbox refuses to run for root, which is whom a container's tests run as.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*ARGUMENTS, *(["--no-sandbox"] if root else [])]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser):
    """Opens pages: `visit(url, width=390, dark=True, javascript=False)` gives a `Visit`, with its `page`.

    Further options are Playwright's for a browser context: `locale`, `timezone_id`, `reduced_motion`, ...
    Every call is a new visitor, with nothing stored.
    """
    contexts = []

    def open_page(url: str, *, width=1280, height=900, dark=False, javascript=True, **options) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            **{"reduced_motion": "reduce", "locale": "en-GB", "timezone_id": "UTC", **options},
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        opened = Visit(context.new_page(), javascript)
        opened.page.goto(url, wait_until="load")
        return opened

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe():
    """Runs axe-core: `assert axe(seen) == []`."""
    if not AXE.is_file():
        pytest.fail("axe-core is not installed. Run: npm ci --prefix tests/browser", pytrace=False)
    return axe_violations


@pytest.fixture(scope="session")
def axe_in_every_look(axe):
    """Runs axe-core in each look of a page: `assert axe_in_every_look(seen) == {}`."""
    return violations_by_look
