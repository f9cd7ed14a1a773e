"""What a built site holds for machines: policy, sitemap, feeds, links to them."""

import gzip
import os
import re
import subprocess
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from builds import contents, mkdocs
from trees import write_tree

from timeline.adapters.policy import refused

PROJECT = """
    == mkdocs.yml
    site_name: A test <site> & more
    docs_dir: content
    theme:
      name: material
      palette:
        - {scheme: default, toggle: {icon: material/weather-sunny, name: Dark}}
        - {scheme: slate, toggle: {icon: material/weather-night, name: Light}}
    plugins: [search, timeline]
    == content/index.md
    ---
    title: A test
    ---
    == content/deep/down/page.md
    ---
    title: A page far down
    ---
    Made up.
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      title: A made-up event
      sources: [{title: A made-up source}]
      added: 2020-02-01
      corrections: [{date: 2020-03-05, note: Made up.}]
    - id: second
      date: 2020-01-04
      title: Another made-up event
      sources: [{title: A made-up source}]
    - id: third
      date: 2020-01-05
      time: evening
      timezone: Asia/Baghdad
      title: A third <b>made-up</b> event
      after: second
      sources: [{title: A made-up source}]
"""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def build(
    folder: Path, *arguments: str, url: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    write_tree(folder, PROJECT)
    if url:
        with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"site_url: {url}\n")
    return mkdocs(folder, "build", *arguments, **environment)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    run = build(folder, "--strict", url="https://example.org/news/")
    assert run.returncode == 0, run.stderr
    return folder / "site", run.stderr


def pages(site: Path) -> dict[str, str]:
    return {
        p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))
    }


def policy_of(html: str) -> str:
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return unescape(found)


def test_pages_of_one_depth_have_one_policy_which_lets_their_own_scripts_run(built):
    site, _ = built
    found = pages(site)
    assert {"index.html", "404.html", "deep/down/page/index.html", "events/first/index.html"} <= set(found)
    below = {name: html for name, html in found.items() if name != "404.html"}
    policies = {(name.count("/"), policy_of(html)) for name, html in below.items()}
    assert len(policies) == len({depth for depth, _ in policies})
    for html in found.values():
        assert refused(html, policy_of(html)) == []
        assert html.index("Content-Security-Policy") < html.index("<script")


def test_pages_hold_no_styles_and_no_handlers_of_their_own(built):
    for html in pages(built[0]).values():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)


def test_every_page_links_to_the_feeds_which_no_script_takes_for_languages(built):
    for name, html in pages(built[0]).items():
        links = re.findall(r'<link rel="alternate feed" type="([^"]*)" href="([^"]*)"', html)
        up = "/news/" if name == "404.html" else "../" * name.count("/")
        assert [(kind, href.removeprefix("./")) for kind, href in links if "storylines" not in href] == [
            ("application/atom+xml", f"{up}feed.xml"),
            ("application/feed+json", f"{up}feed.json"),
        ]
        assert 'rel="alternate"' not in html


def test_a_canonical_address_stands_once(built):
    html = pages(built[0])["events/first/index.html"]
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', html) == [
        "https://example.org/news/events/first/"
    ]


def test_the_sitemap_has_every_page_with_the_day_on_which_it_changed(built):
    text = (built[0] / "sitemap.xml").read_bytes()
    urls = ET.fromstring(text).findall(f"{SITEMAP}url")  # noqa: S314 (we made it)
    days = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in urls}
    assert len(days) == len(urls) == len(pages(built[0])) - 1  # all but the error page
    root = "https://example.org/news/"
    assert days[root] == days[f"{root}events/first/"] == "2020-03-05"
    assert days[f"{root}events/second/"] is days[f"{root}deep/down/page/"] is None
    assert gzip.decompress((built[0] / "sitemap.xml.gz").read_bytes()) == text


def test_the_notice_about_missing_days_stands_once(built):
    assert built[1].count("entry-without-added") == 1
    assert "'second' and 1 more have no 'added'" in built[1]


def test_the_same_input_gives_the_same_bytes_whatever_the_clock_the_place_and_the_order_of_files(
    built, tmp_path_factory
):
    """Once with what is kept from the first build; once copied backwards, with other times, to an odd folder."""
    project = built[0].parent
    run = mkdocs(project, "build", "--site-dir", "two", TZ="America/New_York", PYTHONHASHSEED="2", LC_ALL="C")
    assert run.returncode == 0, run.stderr
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a b é"
    for number, path in enumerate(
        [*sorted(project.glob("content/**/*"), reverse=True), project / "mkdocs.yml"]
    ):
        if path.is_file():
            copy = elsewhere / path.relative_to(project)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (number, 86_400 * number))
    run = mkdocs(
        elsewhere, "build", TZ="Asia/Tokyo", PYTHONHASHSEED="3", SOURCE_DATE_EPOCH="0", LC_ALL="C.UTF-8"
    )
    assert run.returncode == 0, run.stderr
    assert contents(built[0]) == contents(project / "two") == contents(elsewhere / "site")
    assert contents(built[0]).keys() >= {
        "sitemap.xml", "sitemap.xml.gz", "feed.xml", "feed.json", "data/timeline.json", "404.html", "index.html",
    }  # fmt: skip


def test_without_an_address_there_are_no_feeds_no_sitemap_and_one_notice(tmp_path):
    run = build(tmp_path, "--strict")
    assert run.returncode == 0
    assert run.stderr.count("no 'site_url'") == 1
    assert "entry-without-added" not in run.stderr
    site = tmp_path / "site"
    assert not [name for name in ("feed.xml", "feed.json", "sitemap.xml") if (site / name).exists()]
    for html in pages(site).values():
        assert "feed." not in html
        assert refused(html, policy_of(html)) == []


def test_a_script_that_the_policy_stops_is_told(tmp_path):
    write_tree(tmp_path, PROJECT)
    write_tree(
        tmp_path,
        """
        == overrides/main.html
        {% extends "base.html" %}
        {% block extrahead %}{{ super() }}<script>count()</script>{% endblock %}
        """,
    )
    text = PROJECT.replace("name: material", "name: material\n      custom_dir: overrides", 1)
    write_tree(tmp_path, text)
    run = mkdocs(tmp_path.parent, "build", "-f", str(tmp_path / "mkdocs.yml"))
    assert "stops the inline script 'count()'" in run.stderr


def test_a_feed_id_that_is_no_tag_is_told(tmp_path):
    write_tree(tmp_path, PROJECT.replace("timeline]", "{timeline: {feed_id: example.org}}]"))
    run = mkdocs(tmp_path, "build")
    assert run.returncode == 1
    assert "mkdocs.yml:8:40: error[bad-setting]: 'example.org' is no id of a feed" in run.stderr
    assert "Traceback" not in run.stderr
