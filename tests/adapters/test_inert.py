"""HTML that goes through Markdown unchanged: for a browser the same, for an engine without any mark of its own."""

import json
from html import escape
from html.parser import HTMLParser

import markdown
import pytest

from timeline.adapters.inert import inert


class Seen(HTMLParser):
    """What a browser makes of HTML: elements, and text whose blanks count in wholes alone."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[object] = []
        self.whole = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.parts.append((tag, attrs))
        self.whole = self.whole or tag in {"pre", "textarea", "script"}

    def handle_endtag(self, tag):
        self.parts.append(f"/{tag}")
        self.whole = self.whole and tag not in {"pre", "textarea", "script"}

    def handle_data(self, data):
        if words := data if self.whole else " ".join(data.split()):
            self.parts.append(words)


QUOTED = {
    "a fence": "<p>Made up:\n```\n**x**\n```</p>",
    "another fence": "<p>~~~ made up\n\n~~~~</p>",
    "a link": "<p>[made up](page.md) and [made up][up]</p>\n\n<p>[up]: page.md</p>",
    "braces": "<p>{{ made }} {% up %} {# up #} {{< up >}}</p>".replace("{{<", "{{&lt;"),
    "code": "<pre><code>\n```\n\n    made  up\n\n\n```\n</code></pre>",
    "what is typed": "<textarea name='a'>made\n\n  up: [x](y) {{ z }}</textarea>",
    "an attribute": '<p title="[made](up.md) {{ up }} ```">Made up</p>',
    "what is set out": "<div>\n    <p>\n        Made\n        up\n    </p>\n\n\n    <p>too</p>\n</div>",
    "marks of edits": "<p>{++made++} {--up--} {~~made~>up~~} {==made==}{>>up<<} and { + + } {+}</p><pre>{--made\n\nup--}</pre>",
    "two wholes": "<pre>a\n\nb</pre>\n\n<p>c</p>\n<pre>d\n\ne</pre>",
}


@pytest.mark.parametrize("html", QUOTED.values(), ids=QUOTED.keys())
def test_a_browser_sees_no_difference(html):
    assert Seen(inert(html)).parts == Seen(html).parts


@pytest.mark.parametrize("html", QUOTED.values(), ids=QUOTED.keys())
def test_markdown_with_fences_leaves_it_as_it_is(html):
    page = f"<div>\n{inert(html)}\n</div>"
    assert markdown.markdown(page, extensions=["extra", "toc"]) == page


@pytest.mark.parametrize("html", QUOTED.values(), ids=QUOTED.keys())
def test_no_line_is_blank_and_each_begins_with_a_tag(html):
    assert all(line.startswith("<") for line in inert(html).split("\n"))


@pytest.mark.parametrize("mark", ["](", "][", "]:", "{{", "{%", "{#", "`", "~~", "{++", "{--", "{==", "{>>"])
def test_no_mark_of_an_engine_is_left_in_a_text_or_a_script(mark):
    text = f"made{mark}up"
    assert mark not in inert(f"<p>{text}</p>")
    assert mark not in inert(f'<script type="application/json">["{text}"]</script>')


EDITS = {
    "an addition": "made {++up++}", "a deletion": "made {--up--}", "a replacement": "{~~made~>up~~}",
    "a comment": "made {>>up<<}", "a highlight": "{==made up==}{>>so<<}", "a deletion over lines": "{--made\n\nup--}",
}  # fmt: skip


@pytest.mark.parametrize("text", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("mode", ["view", "accept", "reject"])
def test_marks_of_edits_are_a_quotation_to_engines_that_know_them(text, mode):
    """Material's own extensions read such marks anywhere, before they look at the HTML."""
    html = f"<p title='{escape(' '.join(text.split()))}'>{escape(text)}</p>\n<pre>{escape(text)}</pre>"
    page = markdown.markdown(
        f"<div>\n{inert(html)}\n</div>",
        extensions=["extra", "pymdownx.critic", "pymdownx.mark", "pymdownx.tilde", "pymdownx.caret"],
        extension_configs={"pymdownx.critic": {"mode": mode}},
    )
    assert Seen(page).parts == Seen(f"<div>\n{html}\n</div>").parts


def test_the_data_of_a_script_stay_the_same():
    data = {"[a](b)": [["{{ c }}", "`"], {"~~~": "{% d %}"}]}
    script = inert(f"<pre>a</pre><script>{json.dumps(data, indent=1)}</script>").removeprefix("<pre>a</pre>")
    assert "\n" not in script
    assert json.loads(script.removeprefix("<script>").removesuffix("</script>")) == data
