"""The Content-Security-Policy of a site."""

import base64
import hashlib

import pytest

from timeline.adapters.policy import inline_scripts, policy, refused, source_of, theme_scripts


def test_a_script_is_named_by_the_hash_of_what_stands_between_its_tags():
    digest = base64.b64encode(hashlib.sha256("run('é')".encode()).digest()).decode()
    assert source_of("run('é')") == f"'sha256-{digest}'"


def test_files_and_data_are_no_inline_scripts():
    html = (
        '<script src="a.js"></script><SCRIPT>one\ntwo</SCRIPT><script type="module">three</script>'
        '<script type="application/ld+json">{}</script><script id=x type=application/json>{}</script>'
    )
    assert list(inline_scripts(html)) == ["one\ntwo", "three"]


def test_a_policy_allows_nothing_that_it_does_not_name():
    made = policy({"b()", "a()"})
    directives = dict(part.split(" ", 1) for part in made.split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"].split()[0] == "'self'"
    assert "unsafe" not in made
    assert "http" not in made
    assert refused("<script>a()</script><script>c()</script>", made) == ["c()"]


def test_the_same_scripts_in_any_order_give_the_same_policy():
    assert policy(["a()", "b()", "a()"]) == policy(["b()", "a()"])


def test_the_scripts_of_a_theme_are_those_of_the_parts_that_it_shows():
    def render(name):
        return f"<script>{name}</script>" if name == "base" else "<script>always</script>"

    assert theme_scripts(render, ["base", "other"]) == {"base", "always"}


@pytest.mark.parametrize("html", ["", "<p>no script</p>", "<script></p>"])
def test_a_page_without_scripts_has_nothing_to_refuse(html):
    assert refused(html, policy([])) == []
