"""Links to headings that are not there."""

import pytest
from projects import check, told

TREE = """
    == content/help/method.md
    ---
    title: A made-up method
    ---
    ## Whose clock

    {page}

    ### The *second* `kind`

    Underlined
    ----------

    ```
    # In code
    ```
    == content/about.md
    ---
    title: About
    ---
    Nothing. {about}
    == content/events/a.yaml
    - id: shelling
      date: 2020-01-03
      title: A made-up shelling
      summary: A made-up summary. {summary}
      body: |
        # عنوان

        A made-up text. {body}
      sources: [{{title: A made-up report}}]
"""
LISTED = "those that it has are #whose-clock, #the-second-kind, #underlined"


def found(folder, **links):
    links = dict.fromkeys(("page", "about", "summary", "body"), "") | links
    return [problem[:4] for problem in told(check(folder, TREE.format(**links)))]


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ("page", "[x](#whose-clock), [y](#the-second-kind), [z](#underlined)"),
        ("page", "[x](../about.md), [y](#Whose-Clock), [z](<#Whose clock>)"),
        ("page", "`[x](#nowhere)` and [y](../../codes/#unknown-key)"),
        ("about", "[x](help/method.md#whose-clock)"),
        ("body", "[x](#عنوان), [y](help/method.md#underlined)"),
        ("body", "[x](https://example.org/#nowhere)"),
    ],
)
def test_a_link_to_a_heading_of_the_same_text_or_of_another_page_is_fine(where, link, tmp_path):
    assert [row for row in found(tmp_path, **{where: link}) if row[1] == "unknown-heading"] == []


@pytest.mark.parametrize(
    ("where", "link", "place", "message", "hint"),
    [
        ("page", "[x](#whose-clok)", "help/method.md:6:5", "'whose-clok' in this text", "did you mean #whose-clock?"),
        ("page", "[x](#whose)", "help/method.md:6:5", "'whose' in this text", "did you mean #whose-clock?"),
        (
            "page", "[x](#Whose%20clock)", "help/method.md:6:5", "'Whose%20clock' in this text",
            "did you mean #whose-clock?",
        ),
        ("page", "[x](#in-code)", "help/method.md:6:5", "'in-code' in this text", LISTED),
        (
            "about", "[x](help/method.md#whos-clock)", "about.md:4:14",
            "'whos-clock' on the page 'content/help/method.md'", "did you mean help/method.md#whose-clock?",
        ),
        ("about", "[x](#top)", "about.md:4:14", "'top' in this text", "it has none: take the link out"),
        (
            "body", "[x](about.md#contact)", "events/a.yaml:8:25", "'contact' on the page 'content/about.md'",
            "it has none: leave out the '#' and what follows",
        ),
        ("body", "[x](#x)", "events/a.yaml:8:25", "'x' in this text", "those that it has are #عنوان"),
        # A summary stands in lists, on other pages than the body.
        ("summary", "[x](#عنوان)", "events/a.yaml:4:35", "'عنوان' in this text", "it has none: take the link out"),
    ],
)  # fmt: skip
def test_a_link_to_a_heading_that_is_not_there_is_told_with_what_was_meant(
    where, link, place, message, hint, tmp_path
):
    assert found(tmp_path, **{where: link}) == [
        (f"content/{place}", "unknown-heading", f"there is no heading {message}", hint)
    ]
