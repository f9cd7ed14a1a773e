"""Bytes into text, and what is said of bytes that are none, to the column."""

import codecs
import re
import time

import pytest

from timeline.problems import Problem, Severity, Span
from timeline.reading.text import SourceText, decode

LIMIT = 1000
SAVE = "save the file as UTF-8; most editors call it 'Save with encoding'"
MARK = "\u0301"


def read(data: bytes, limit: int = LIMIT):
    return decode(data, "a.yaml", limit)


def refused(code: str, place: tuple[int, ...], message: str, hint: str = "") -> Problem:
    return Problem(code, Severity.ERROR, Span("a.yaml", *place), message, hint)


@pytest.mark.parametrize(
    "data",
    [
        b"a: b\nc: d\n", b"a: b\r\nc: d\r\n", b"a: b\rc: d\r", codecs.BOM_UTF8 + b"a: b\nc: d\n",
    ],
)  # fmt: skip
def test_every_line_ends_with_a_line_feed_and_a_byte_order_mark_is_gone(data):
    assert read(data) == (SourceText("a.yaml", "a: b\nc: d\n"), [], True)


def test_a_file_may_be_as_large_as_the_limit_and_no_larger():
    assert read(b"a" * LIMIT)[1] == []
    source, problems, sensible = read(b"a" * LIMIT + b"b")
    message = "this file has more than 1,000 bytes, the most that are read"
    assert problems == [refused("file-too-large", (), message, "split it into several files")]
    assert source == SourceText("a.yaml", "a" * LIMIT, stained=True)
    assert not sensible


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be"])
def test_utf_32_is_called_by_its_name(encoding):
    problems = read("a: x\n".encode(encoding))[1]
    assert problems == [refused("not-utf-8", (), "this file is UTF-32, not UTF-8", SAVE)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_once_and_not_read_further(encoding):
    _, problems, sensible = read("a: b\n".encode(encoding))
    assert problems == [refused("not-utf-8", (), "this file is UTF-16, not UTF-8", SAVE)]
    assert not sensible


def test_utf_16_with_a_mark_is_shown_as_it_is_meant():
    assert read("a: مثال\n".encode("utf-16"))[0].text == "a: مثال\n"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_byte_that_is_no_utf_8_is_told_at_its_letter_and_the_rest_is_read(mark):
    source, problems, sensible = read(mark + "é\nf\néa\xff".encode("latin-1").replace(b"\xe9", "é".encode()))
    assert problems == [refused("not-utf-8", (3, 3, 4), "the byte 0xff is not UTF-8", SAVE)]
    assert source.readable == "é\nf\néa\ufffd"
    assert source.stained
    assert sensible


def test_a_nul_behind_the_first_two_bytes_is_a_hidden_character():
    source, problems, sensible = read(b"ab\0c")
    assert problems == [
        refused("control-character", (1, 3, 4), "there is a hidden character U+0000 here", "delete it")
    ]
    assert source.readable == "ab\ufffdc"
    assert sensible


def test_of_very_many_hidden_characters_the_others_are_counted():
    _, problems, _ = read(b"a\n" + b"\x01" * 25)
    assert [problem.severity for problem in problems] == [Severity.ERROR] * 20 + [Severity.NOTE]
    assert problems[-1] == Problem(
        "more-problems",
        Severity.NOTE,
        Span("a.yaml", 2, 21, 22),
        "there are 5 more hidden characters in this file, from here on",
    )


@pytest.mark.parametrize("before", ["", "a\n"])
def test_marks_that_are_stacked_are_told_where_they_first_are(before):
    assert read(f"{before}e{MARK * 8} e".encode())[1] == []
    _, problems, sensible = read(f"{before}e{MARK * 9} e{MARK * 9}".encode())
    message = "more than 8 marks stand on one letter here, which would cover the lines around it"
    line = 2 if before else 1
    assert problems == [refused("stacked-marks", (line, 2, 11), message, "delete them")]
    assert sensible


@pytest.mark.parametrize("before", range(12))
def test_marks_are_found_wherever_in_a_file_they_are(before):
    (problem,) = read(("n" * before + MARK * 9 + "n").encode())[1]
    assert (problem.code, problem.span.column) == ("stacked-marks", before + 1)


def test_marks_that_begin_a_file_are_told_there():
    (problem,) = read((MARK * 9 + " a").encode())[1]
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (1, 1, 10)


@pytest.mark.parametrize("mark", ["\U0001e000", "\U000e0100", "\u0301\U0001e000"])
def test_marks_of_rare_scripts_are_stacked_like_any_others(mark):
    (problem,) = read(f"\U0001f600 e{mark * 9} e".encode())[1]
    assert (problem.code, problem.span.column) == ("stacked-marks", 4)
    assert read(f"e{mark * 4} e".encode())[1] == []


def test_faces_in_a_row_are_no_marks():
    assert read("\U0001f600\U0001f680".encode() * 20)[1] == []


def test_a_text_in_any_script_is_looked_through_about_as_quickly_as_for_one_thing():
    text = "\u0627\u0644\u0646\u0635 \u0647\u0646\u0627\n" * 40_000
    data = text.encode()

    def seconds(look):
        before = time.process_time()
        look()
        return time.process_time() - before

    once = min(seconds(lambda: re.search("[\u0300-\u036f]{9}", text)) for _ in range(3))
    assert min(seconds(lambda: read(data, len(data))) for _ in range(3)) < 20 * once


def test_a_file_may_have_a_hidden_character_and_stacked_marks():
    _, problems, _ = read(f"\x01e{MARK * 9}".encode())
    assert [problem.code for problem in problems] == ["control-character", "stacked-marks"]


def test_lines_are_counted_from_one_and_there_is_none_beyond_the_last():
    source = SourceText("a.yaml", "first\n\nthird")
    assert [source.line(number) for number in range(-1, 6)] == [None, None, "first", "", "third", None, None]


def test_words_are_found_in_a_stretch_and_nowhere_else():
    source = SourceText("a.yaml", "say it, say it\nsay it")

    def place(*arguments):
        span = source.find(*arguments)
        return span.line, span.column, span.end_column

    assert place("say it", 0, 21) == (1, 1, 7)
    assert place("say it", 0, 21, 4) == (1, 5, 7)
    assert place("say it", 3, 21) == (1, 9, 15)
    assert place("say it", 9, 21) == (2, 1, 7)
    assert place("say it", 9, 20) == (1, 10, 15)  # not whole there, so it is the stretch


def test_words_are_found_as_yaml_writes_them_between_either_marks_and_without():
    for written, words in (
        ("'He said ''so''\n  twice'", "said 'so' twice"),
        ('"He said \\"so\\"\n  twice, caf\\u00e9"', 'said "so" twice, café'),
        ('"He said so", and\nit began', 'so", and it'),
    ):
        source = SourceText("a.yaml", written)
        place = source.find(words, 0, len(written))
        assert (place.line, place.column > 1) == (1, True)


def test_many_quotation_marks_in_a_row_are_looked_for_as_quickly_as_few():
    marks = "'" * 38
    text = f'"a\n[{marks}\\_]"'
    before = time.process_time()
    SourceText("a.yaml", text).find(f"[{marks}\xa0]", 0, len(text))
    assert time.process_time() - before < 0.2
