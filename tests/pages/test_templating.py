"""Templates escape whatever they are given, speak the site's language, and are compiled once a process."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

import timeline
from timeline.languages import load_language
from timeline.pages.templating import Templates, anchor, language_of, templates_in, time_of
from timeline.pages.views import Link, WhenView

HOSTILE = "<script>&\"'"
HARMLESS = "&lt;script&gt;&amp;&#34;&#39;"


class Thing(dict):
    """What has words under its name as well as in a place of its own."""

    def __init__(self, words: str) -> None:
        super().__init__(words=words)
        self.words = words


def filled(template: str, code: str = "en", **given: object) -> str:
    """What a template makes of what it is given."""
    return Templates(load_language(code)).from_string(template).render(given)


@pytest.mark.parametrize(
    "template",
    [
        "{{ it }}",
        "{{ it ~ '' }}",
        "{{ it if it else '' }}",
        "{{ [it] | join }}",
        "{{ it | apart }}",
        "{{ thing.words }}",
        "{{ thing['words'] }}",
        "{% set other = it %}{{ other }}",
        "{% set block %}{{ it }}{% endset %}{{ block }}",
        "{% macro said(words) %}{{ words }}{% endmacro %}{{ said(it) }}",
        "{% macro around() %}{{ caller() }}{% endmacro %}{% call around() %}{{ it }}{% endcall %}",
        "{% for one in [it] %}{{ one }}{% endfor %}",
        "{% autoescape true %}{{ it }}{% endautoescape %}",
        "{{ t('{words}', words=it) }}",
        "{{ '<script>&\"' ~ \"'\" }}",
    ],
)
def test_whatever_a_template_is_given_is_escaped_once(template):
    assert filled(template, it=HOSTILE, thing=Thing(HOSTILE)) == HARMLESS


def test_html_that_is_marked_as_such_and_numbers_stay_as_they_are():
    assert (
        filled("{{ html }}{{ number }}{{ plain }}", html=Markup("<b>&amp;</b>"), number=12, plain="a b")
        == "<b>&amp;</b>12a b"
    )


@pytest.mark.parametrize(
    ("make", "given", "html"),
    [
        (anchor, [Link("a/", "A")], '<a href="a/">A</a>'),
        (anchor, [Link(HOSTILE, HOSTILE)], f'<a href="{HARMLESS}">{HARMLESS}</a>'),
        (anchor, [Link("a/", Markup("<b>A</b>"), "de")], '<a href="a/" lang="de"><b>A</b></a>'),
        (anchor, [Link("a/", "A", dir="rtl")], '<a href="a/" dir="rtl">A</a>'),
        (language_of, [Link("", "", HOSTILE, HOSTILE)], f' lang="{HARMLESS}" dir="{HARMLESS}"'),
        (language_of, [Link("", "")], ""),
        (time_of, [WhenView("in full", HOSTILE, HOSTILE)], f'<time datetime="{HARMLESS}">{HARMLESS}</time>'),
        (
            time_of,
            [WhenView("in full", "short", "2020"), HOSTILE],
            f'<time datetime="2020">{HARMLESS}</time>',
        ),
        (time_of, [WhenView("in full", HOSTILE, "")], HARMLESS),
    ],
)
def test_the_small_pieces_escape_what_they_are_made_of_and_are_html_themselves(make, given, html):
    made = make(*given)
    assert made == html
    assert filled("{{ made }}", made=made) == html


@pytest.mark.parametrize(
    "template",
    ["{% autoescape false %}{{ it }}{% endautoescape %}", "{% autoescape how %}{{ it }}{% endautoescape %}"],
)
def test_a_template_that_turns_escaping_off_is_taken_at_its_word(template):
    assert filled(template, it=HOSTILE, how=False) == HOSTILE


def test_they_are_there_as_filters():
    given = {"link": Link("a/", "A", "de"), "when": WhenView("in full", "short", "2020")}
    assert filled("<p{{ link | language }}>{{ link | anchor }} {{ when | time }}", **given) == (
        '<p lang="de"><a href="a/" lang="de">A</a> <time datetime="2020">short</time>'
    )


def test_words_that_run_against_the_line_stand_apart():
    assert filled("{{ '\u0628<' | apart }}") == "<bdi>\u0628&lt;</bdi>"
    assert filled("{{ 'b' | apart }}", "ar") == "<bdi>b</bdi>"
    assert filled("{{ '\u0628' | apart }}", "ar") == "\u0628"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_template_speaks_the_sites_language(code):
    language = load_language(code)
    template = "{{ t('Sources') }}{{ comma }}{{ n('{number} event', '{number} events', 3) }}{{ t(word) }}"
    assert filled(template, code, word="Sources") == "".join((
        language.text("Sources"), language.comma, language.plural("{number} event", "{number} events", 3),
        language.text("Sources"),
    ))  # fmt: skip


def test_words_that_are_handed_to_a_macro_are_the_editors_and_not_the_interfaces():
    macro = "{% macro said(words) %}<{{ words }}>{% endmacro %}"
    assert filled(macro + "{{ said('Sources') }}", "ar") == "<Sources>"


def test_a_macro_is_filled_however_it_is_called():
    macro = "{% macro said(one, other='<b>') %}{{ one }}{{ other }};{% endmacro %}"
    calls = "{{ said(it) }}{{ said(it, it) }}{{ said(one=it) }}{{ said(*[it]) }}"
    assert filled(macro + calls, it="<") == "&lt;&lt;b&gt;;&lt;&lt;;&lt;&lt;b&gt;;&lt;&lt;b&gt;;"


@pytest.mark.parametrize(
    ("body", "call", "html"),
    [
        ("{{ varargs | join }}", "{{ said(it) }}{{ said(it, it) }}", "&lt;;&lt;&lt;;"),
        ("{{ kwargs.items() | list | length }}", "{{ said(it) }}{{ said(it, other=it) }}", "&lt;0;&lt;1;"),
        ("{{ caller() if caller is defined }}", "{{ said(it) }}{% call said(it) %}{{ it }}{% endcall %}", "&lt;;&lt;&lt;;"),
    ],
)  # fmt: skip
def test_a_macro_gets_what_it_is_given_beyond_its_arguments(body, call, html):
    assert filled("{% macro said(one) %}{{ one }}" + body + ";{% endmacro %}" + call, it="<") == html


def test_what_a_template_is_not_given_is_a_mistake_and_not_nothing():
    with pytest.raises(UndefinedError):
        filled("{{ nothing }}")


def test_the_lines_of_statements_leave_no_empty_lines():
    assert (
        filled("<ul>\n  {% for n in [1, 2] %}\n<li>{{ n }}\n  {% endfor %}\n</ul>")
        == "<ul>\n<li>1\n<li>2\n</ul>"
    )


def test_templates_are_compiled_once_for_each_language():
    english, arabic = load_language("en"), load_language("ar")
    assert templates_in(english) is templates_in(english)
    assert templates_in(english) is not templates_in(arabic)


def test_a_template_that_changes_is_compiled_anew(monkeypatch):
    before = templates_in(load_language("en"))
    file = Path(timeline.__file__).parent / "templates/line.html"
    looked = Path.stat

    def edited(self, **options):
        found = looked(self, **options)
        return SimpleNamespace(st_mtime_ns=found.st_mtime_ns + 1) if self == file else found

    monkeypatch.setattr(Path, "stat", edited)
    assert templates_in(load_language("en")) is not before
