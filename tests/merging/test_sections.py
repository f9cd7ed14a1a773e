"""The headings of a Markdown text, held to the ids that its HTML has."""

import re

import pytest

from timeline.merging import section, sections_of
from timeline.pages.prose import Prose

TEXT = """
# A title #

Words #no heading

## Two   words

## Some *emphasis*, `code` and un*believ*able ~~marks~~

## A [link (in brackets)](https://example.org/a_(b)), a ![picture](media/x.png) and <https://example.org>

## Ampersand &amp; entity &#35; 7

#Without a space
## \\# escaped \\_ signs

Underlined
==========

Under `code`
---

1. ## In a list

> ### In a quotation

## عنوان المصدر

## 2020-01-04, 19:45

### !!!

A term
:   ## In a definition

    ## In what belongs to it

Words[^1]

## With a footnote[^1]

[^1]: A note.

```
# In code
```

~~~
Not
===
~~~

    # Indented
"""


def ids(text):
    html = Prose(lambda *_: "", frozenset()).long(text, "")
    return re.findall(r'<h[1-6] id="([^"]*)"', html)


def test_every_heading_of_the_html_is_found():
    made = ids(TEXT)
    assert len(made) == 17
    assert set(made) <= {*sections_of(TEXT)}


@pytest.mark.parametrize(
    "text", ["```\n# A\n```", "~~~\nA\n===\n~~~", "Words\n\n    # A", "A # b", "", "---"]
)
def test_what_is_no_heading_is_none(text):
    assert ids(text) == []
    assert sections_of(text) == {}


def test_a_heading_of_any_length_and_any_number_of_marks_is_found_in_no_time():
    for marks in ("#", "# ", "[", "](", " ", "`", "- ", "> ", "=\n", "a\n-\n", "#\n", "*`"):
        sections_of("# " + marks * 20_000)
    assert section("x" * 1000) in sections_of(f"# {'x' * 1000}")
