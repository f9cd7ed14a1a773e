"""The handbook's page of codes."""

from commands import SETTINGS, project_in, typed

from timeline.problems.codes import catalogue

PROJECT = (
    SETTINGS
    + """
    == content/events/all.yaml
    - {id: first, date: 2020, title: A made-up event, sources: [{title: A made-up source}]}
"""
)


def test_the_page_has_every_code_with_its_examples(tmp_path, monkeypatch):
    project_in(tmp_path, PROJECT, monkeypatch)
    assert typed("export", "--to", "out").exit_code == 0
    page = (tmp_path / "out/codes/index.md").read_text(encoding="utf-8")
    for code in catalogue():
        assert f'<h2 id="code-{code}">{code}</h2>' in page
    assert "<p>Wrong, in content/events/examples.yaml:</p>" in page
    assert "titel: A made-up event" in page


def test_the_page_says_that_it_is_in_english_where_the_site_is_not(publish):
    event = "- {id: first, date: 2020, title: A made-up event, sources: [{title: A made-up source}]}\n"
    html = publish(f"== content/events/all.yaml\n{event}", language="ar")["codes/"].html
    assert '<h1 class="head__title" lang="en" dir="ltr">' in html
    assert '<div class="prose md-typeset" lang="en" dir="ltr">' in html
