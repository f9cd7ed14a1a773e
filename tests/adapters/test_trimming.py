"""Pages without the blank lines that templates leave."""

from timeline.adapters.trimming import trimmed


def test_each_break_between_lines_is_one_line_feed():
    assert trimmed("<p>\n\n    \n  One  \n word\t\n</p>\n\n") == "<p>\nOne\nword\n</p>\n"


def test_blanks_within_a_line_stay():
    assert trimmed("<p>one  <b>two</b> three</p>") == "<p>one  <b>two</b> three</p>"


def test_what_shows_its_white_space_is_left_alone():
    for name in ("pre", "textarea", "script", "STYLE"):
        html = f"\n\n<{name} class='x'>\n\n  a\n\n   b</{name}>\n\n"
        assert trimmed(html) == f"\n{html.strip()}\n"


def test_parts_that_are_kept_are_left_alone():
    assert trimmed("a\n\n[x\n\n y]\n\n[z\n\n]\n\n", "[x\n\n y]", "[z\n\n]") == "a\n[x\n\n y]\n[z\n\n]\n"


def test_a_part_that_is_empty_or_not_there_is_passed_over():
    assert trimmed("a\n\n[z\n\n]\n\n", "", "not there", "[z\n\n]") == "a\n[z\n\n]\n"
