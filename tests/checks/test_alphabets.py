"""Letters that are not what they look like; and that every alphabet is as good as another."""

import pytest
from projects import check, told

TREE = """
== content/events/a.yaml
- id: one
  date: 2020-01-04
  title: {text}
  sources: [{{title: A made-up source, url: '{url}'}}]
"""
PAGE = "https://example.org/page"


def found(tmp_path, text="A made-up event", url=PAGE):
    return [(p.code, p.hint) for p in told(check(tmp_path, TREE.format(text=text, url=url)))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rocket lands at Ex\u0430mpleton", "Exampleton"),  # a Cyrillic a
        ("R\u03bfcket lands", "Rocket"),  # a Greek omicron
        ("\u041cade up", "Made"),  # a Cyrillic capital M
        (
            "\u0420\u0430\u043a\u0435\u0442a \u0443\u043f\u0430\u043b\u0430",
            "\u0420\u0430\u043a\u0435\u0442\u0430",
        ),  # a Latin a in a Russian word
    ],
)
def test_a_letter_that_passes_for_one_of_another_alphabet_is_told(tmp_path, text, meant):
    assert found(tmp_path, text) == [("mixed-alphabets", f"write {meant}, in one alphabet")]


@pytest.mark.parametrize(
    "text",
    [
        "سقوط قذيفتين في المنطقة الخضراء",
        "Ракета упала на поле",
        "Δύο ρουκέτες έπεσαν",
        "両国が停戦に合意",
        "יריות בירושלים",
        "COVIDом заболели сто человек",
        "USB-кабель и iPhone’ы",
        "The β-blocker and the TGFβ of 5 μg",
        "Café, Zürich, Łódź, İstanbul",
        "می‌خواهم",  # its joiners are a part of the spelling
        "القوات \u200f(US)\u200f هناك",  # marks of direction are what they should be
    ],
)
def test_no_alphabet_is_told_of_and_no_mix_that_can_be_seen(tmp_path, text):
    assert found(tmp_path, text) == []


@pytest.mark.parametrize("char", ["\u200b", "\u00ad", "\u2060", "\u200d"])
def test_a_character_that_shows_nothing_within_a_word_is_told(tmp_path, char):
    assert found(tmp_path, f"Made{char}up") == [("unseen-character", "delete it")]


@pytest.mark.parametrize(
    ("url", "told_of"),
    [
        ("https://www.th\u0435guardian.com/page", True),  # a Cyrillic e
        ("https://xn--thguardian-lsi.com/page", True),  # the same in Punycode
        ("https://xn--80ak6aa92e.com/page", True),  # all Cyrillic, and reads as a Latin word
        ("https://xn--99999999999.com/page", True),  # no Punycode at all
        ("https://президент.рф/страница", False),
        ("https://xn--d1abbgf6aiiy.xn--p1ai/page", False),  # the same in Punycode
        ("https://موقع.وزارة-الأتصالات.مصر/", False),
        ("https://www.münchen.example/page", False),
        ("https://ru.example.org/wiki/Ракета", False),
    ],
)
def test_a_host_that_could_be_read_as_another_is_told(tmp_path, url, told_of):
    assert [code for code, _ in found(tmp_path, url=url)] == ["look-alike-address"] * told_of


@pytest.mark.parametrize(
    ("id", "message", "hint"),
    [
        (
            "gr\u0435en-zone",
            "the '\u0435' in this id is U+0435 CYRILLIC SMALL LETTER IE, and no Latin 'e'",
            "write green-zone",
        ),
        (
            "café-roof",
            "'café-roof' is not a plain id: small letters a-z, digits, and single hyphens between them",
            "write cafe-roof",
        ),
    ],
)
def test_an_id_with_a_letter_that_looks_plain_is_told_by_that_letter(tmp_path, id, message, hint):
    (problem,) = told(
        check(tmp_path, TREE.format(text="A made-up event", url=PAGE).replace("id: one", f"id: {id}"))
    )
    assert (problem.code, problem.message, problem.hint) == ("bad-id", message, hint)
