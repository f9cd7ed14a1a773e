"""An event's former addresses lead to the event, without a script."""

from trees import write_tree

from timeline.adapters.project import VOCABULARY, Project, check_project
from timeline.outputs import outputs
from timeline.pages import Edition
from timeline.records import Site

PROJECT = """
    == content/events/all.yaml
    - id: new
      aliases: [old, older]
      date: 2020-01-03
      title: A <made-up> event
      sources: [{title: A made-up source}]
"""


def aliases(folder, **settings) -> dict[str, str]:
    write_tree(folder, PROJECT)
    project = Project(folder, folder / "content", folder / VOCABULARY, Site(**settings))
    made = outputs(Edition(check_project(project).examined.timeline))
    return {output.path: output.content for output in made if output.path.startswith("events/")}


def test_each_former_id_has_a_page_that_leads_on(tmp_path):
    pages = aliases(tmp_path)
    assert list(pages) == ["events/old/index.html", "events/older/index.html"]
    html = pages["events/old/index.html"]
    assert html.startswith("<!doctype html>")
    assert '<meta http-equiv="refresh" content="0; url=../../events/new/">' in html
    assert '<a href="../../events/new/">A &lt;made-up&gt; event</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "<script" not in html


def test_the_event_is_the_canonical_address_whole_where_the_site_has_one(tmp_path):
    html = aliases(tmp_path, url="https://example.org/site/")["events/old/index.html"]
    assert '<link rel="canonical" href="https://example.org/site/events/new/">' in html
    assert '<link rel="canonical" href="../../events/new/">' in aliases(tmp_path)["events/old/index.html"]
