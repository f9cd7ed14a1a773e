"""Which SVG is a drawing and nothing more, and what is said of any other, at which line."""

from random import Random
from time import process_time

import pytest

from timeline.reading.drawings import DEEPEST, MOST_ELEMENTS, MOST_USES, SVG, BadDrawing, check_drawing

PLAIN = "export it as a plain SVG, without scripts, styles, animation and links, or make it a PNG"
AGAIN = "export it again"
SIMPLER = "simplify it, or make it a PNG"
RUNS = "this SVG holds what a browser would run or fetch: "
NONE = "this is no SVG file, whatever its name says: "
MANY = "an SVG has at most 50,000 elements, 100 deep, and 1,000 uses"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str = "", attributes: str = "") -> bytes:
    return f'<svg xmlns="{SVG}" {attributes}>{inside}</svg>'.encode()


BUSY = "this SVG draws parts of it with one another, 500,000 elements in all or without end"


def patterns(depth: int) -> str:
    """Patterns each of which is painted ten times with the next."""
    return "".join(
        f'<pattern id="p{n}">' + f'<rect fill="url(#p{n + 1})"/>' * 10 + "</pattern>" for n in range(depth)
    )


HEAVY = '<pattern id="h">' + "<path/>" * 1_200 + "</pattern>"
"""What five hundred elements may not be painted with."""
OTHER = 'xmlns:x="aaa"'


FINE = {
    "nothing but a frame": svg(),
    "a byte order mark": b"\xef\xbb\xbf" + svg(),
    "an encoding in capitals": b'<?xml version="1.0" encoding="UTF-8"?>' + svg(),
    "words that would be code elsewhere": svg("<text>who@example.org \\ url(x) @import</text>"),
    "words behind another element": svg("<text><tspan>a</tspan> b@example.org url(x)</text>"),
    "words behind a style": svg("<style>a{fill:red}</style><text>@import</text>"),
    "a name that would be code in a style": svg('<text aria-label="a@b \\c">a</text>'),
    "a style that points into the drawing": svg("<style>a{fill:url( '#b' )}</style>"),
    "a picture that is in it": svg('<image href="data:image/png;base64,AAAA"/>'),
    "a part of another language": svg('<x:script xmlns:x="https://example.org/made-up">a</x:script>'),
    "a use of nothing": svg("<use/>"),
    "a part that is used twice": svg('<path id="a"/><g><use href="#a"/><use href="#a"/></g>'),
    "a mask, a clip and a pattern, as programs export them": svg(
        '<style>.a{fill:url(#g)}.b,.c{clip-path:url(#c)}</style><defs><path id="p"/><clipPath id="c"><use href="#p"/></clipPath>'
        '<linearGradient id="g"><stop/></linearGradient><linearGradient id="h" href="#g"/><pattern id="t"><rect class="a"/></pattern>'
        '<mask id="m"><rect fill="url(#h)"/></mask></defs><g class="b" mask="url(#m)"><rect fill="url(\'#t\')"/><rect class="a"/></g>'
    ),
    "very many elements that are each cut": svg('<clipPath id="c"><path/></clipPath>' + '<path clip-path="url(#c)"/>' * 20_000),
    "a filter for elements of a kind": svg('<style>circle,rect{filter:url(#f)}</style><filter id="f"><feFlood/></filter><circle/>'),
    "a filter for the whole drawing": svg('<style>.a{filter:url(#f)}</style><filter id="f"><feFlood/></filter><rect/>', 'class="a"'),
    "a mask for what it stands in": svg('<g style="mask:url(#m)"><mask id="m"><rect/></mask><rect/></g>'),
    "a clip that a style names by its own id": svg("<style>#a{clip-path:url(#c)}</style><clipPath id='c'><rect/></clipPath><g id='a'><rect/></g>"),
    "the same without what is heavy": svg("<style>.r{fill:url(#h)}</style><pattern id='h'/>" + '<g class="r"/>' * 500),
    "a style that says of whom in a comment": svg("<style>/* .r{ */.n{fill:url(#h)}</style>" + HEAVY + '<g class="r"/>' * 500),
    "an address that is none, of each of many": svg('<g fill="url(#none)"/>' * 20_000),
    **{
        f"a gradient of many colours that is painted often by {way}": svg(f'{style}<linearGradient id="h">{"<stop/>" * 1_200}</linearGradient>' + f"<g {painted}/>" * 500)
        for way, style, painted in (("each", "", 'fill="url(#h)"'), ("a style", "<style>svg g{fill:url(#h)}</style>", ""))
    },
    "a mask for a group of many parts": svg(HEAVY.replace("pattern", "mask") + '<g mask="url(#h)">' + "<path/>" * 500 + "</g>"),
    "a large marker on shapes of few corners": svg(HEAVY.replace("pattern", "marker") + '<path marker-end="url(#h)" d="M0 0l1 1"/>' * 100),
    "many corners with a small marker": svg('<marker id="m"><path/></marker><path marker-mid="url(#m)" d="M0 0' + "l1 1" * 50_000 + '"/>'),
    "a large part that is used often": svg('<g id="a">' + "<path/>" * 1_000 + "</g>" + '<use href="#a"/>' * 300),
    "a pattern that takes its parts from another": svg(HEAVY + '<pattern id="p" href="#h"/>' + '<g fill="url(#p)"/>' * 300),
    "an attribute of another language that has a name of ours": svg(HEAVY + f'<g {OTHER} x:fill="url(#h)"/>' * 500),
    "references to nothing": svg('<g fill="url(#none)"><use href="#none"/></g>'),
    "as many elements as may be": svg("<g/>" * (MOST_ELEMENTS - 1)),
    "as deep as may be": svg("<g>" * (DEEPEST - 1) + "</g>" * (DEEPEST - 1)),
    "as many uses as may be": svg("".join(f'<use href="#a{n}"/>' for n in range(MOST_USES)) + "<g/>"),
}  # fmt: skip
REFUSED = {
    "bytes that are no UTF-8": (b"\n" + svg("\n\xff\n").decode().encode("latin-1"), 3, "this SVG is not UTF-8", "save it as UTF-8"),
    "another encoding": (b"\xef\xbb\xbf<?xml version='1.0' encoding='latin-1'?>\n" + svg(), 1, "this SVG says that it is not UTF-8", "save it as UTF-8"),
    "what is no XML": (b"\n<svg", 2, f"{NONE}unclosed token", AGAIN),
    "an SVG cut short": (svg("\n<g>")[:-6], 2, f"{NONE}no element found", AGAIN),
    "a page": (b"\n<html/>", 2, f"{NONE}its first element is not an <svg> of {SVG}", AGAIN),
    "an SVG of no language": (b"<svg/>", 1, f"{NONE}its first element is not an <svg> of {SVG}", AGAIN),
    "a part of an SVG": (f'\n<g xmlns="{SVG}"/>'.encode(), 2, f"{NONE}its first element is not an <svg> of {SVG}", AGAIN),
    "a style sheet from elsewhere": (b"<?xml-stylesheet href='x'?>" + svg(), 1, f"{RUNS}<?xml-stylesheet?>", PLAIN),
    "a document type": (b"\n<!DOCTYPE svg>" + svg(), 2, f"{RUNS}a document type", PLAIN),
    "a script": (svg("\n\n<script/>"), 3, f"{RUNS}<script>", PLAIN),
    "a part of a page": (svg('<p xmlns="http://www.w3.org/1999/xhtml"/>'), 1, f"{RUNS}<p>", PLAIN),
    "a name without end": (svg(f"<{'a' * 99}/>"), 1, f"{RUNS}<{'a' * 40}>", PLAIN),
    "a handler": (svg("", 'onLoad="a"'), 1, f"{RUNS}onLoad=…", PLAIN),
    "another base": (svg("", 'xml:base="/"'), 1, f"{RUNS}base=…", PLAIN),
    "a link": (svg(f'<use {XLINK} xlink:href="/a"/>'), 1, f"{RUNS}href=…", PLAIN),
    "a colour from elsewhere": (svg('<g fill="url(/a)"/>'), 1, f"{RUNS}fill=…", PLAIN),
    "an escape in a style": (svg('<g style="fill:\\72"/>'), 1, f"{RUNS}style=…", PLAIN),
    "a style on its own line": (svg("\n<style>\na{}\n@import 'x'\n\n</style>"), 4, f"{RUNS}<style>", PLAIN),
    "a style in references": (svg("<style>a{fill:u&#114;l(/a)}</style>"), 1, f"{RUNS}<style>", PLAIN),
    "a style in two sections": (svg("<style>a{fill:ur<![CDATA[l(/a)]]>}</style>"), 1, f"{RUNS}<style>", PLAIN),
    "a style around an element": (svg("<style>a{fill:ur<title>x</title>l(/a)}</style>"), 1, f"{RUNS}<title>", PLAIN),
    "a style behind an element in it": (svg("<style>\n<x:a xmlns:x='b'/>@import 'x';</style>"), 2, f"{RUNS}<a>", PLAIN),
    "a second style": (svg("<style>a{}</style>\n<style>@import 'x'</style>"), 2, f"{RUNS}<style>", PLAIN),
    "a use in what it uses": (svg(f'\n<g id="a">\n<use {XLINK} xlink:href="#a"/></g>'), 3, "this SVG uses a part of it that uses others", PLAIN),
    "a use by the newer of two names": (svg(f'<g id="a"><use {XLINK} xlink:href="#b" href="#a"/></g>'), 1, "this SVG uses a part of it that uses others", PLAIN),
    "a use by the older of two names": (svg(f'<g id="a"><use {XLINK} href="#b" xlink:href="#a"/></g>'), 1, "this SVG uses a part of it that uses others", PLAIN),
    **{
        name: (svg(inside), line, BUSY, SIMPLER)
        for name, (inside, line) in {
            "patterns in patterns": (patterns(12), 1),
            "a pattern painted with itself": ('<pattern id="a">\n<rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>', 2),
            "a pattern painted with what it paints": ('<pattern id="a"><rect fill="url(#b)"/></pattern>\n<pattern id="b"><rect fill="url(#a)"/></pattern>', 2),
            "masks without end by way of a style": ("<style>.x{mask:url(#a)}</style><mask id='a'>\n<rect class='x'/></mask>", 2),
            "a style for everything": ("<style>rect{fill:url(#a)}</style>\n<pattern id='a'><rect/></pattern>", 2),
            "a style in a style": ("<style>g{&amp;{fill:url(#a)}}</style>\n<pattern id='a'><rect/></pattern>", 2),
            "a style for what a style knows by more than one name": (
                "<style>g.b rect{fill:url(#a)}</style>\n<pattern id='a'><g/></pattern>", 2
            ),
            **{
                name: (f"<style>{style}</style>{HEAVY}\n" + "<g>" + '<rect id="r" class="r"/>' * 500 + "</g>", line)
                for name, (style, line) in {
                    "a style before a nested one": (".r{fill:url(#h);.z{}} .n{fill:url(#h)}", 1),
                    "a style behind a nested one": (".r{.z{} fill:url(#h)}", 1),
                    "a style between what begins a comment in texts": (".r{a:'/*';fill:url(#h)} .n{a:'*/'}", 1),
                    "a style behind a brace in a text": ('.r{a:"} .n{";fill:url(#h)}', 1),
                    "a style behind a comment in an address": (".n{a:url(#a/*)} .r{fill:url(#h)} .n{a:url(#*/)}", 1),
                    "a nested style": (".n{fill:red;.r{fill:url(#h)}}", 2),
                    "a style that is not closed": (".r{fill:url(#h)", 1),
                    "a style by id": ("#r{fill:url(#h)}", 2),
                    "a style for what it stands in": ("g{fill:url(#h)}", 2),
                }.items()
            },
            **{
                name: (f"{HEAVY}\n" + f"<g><g {painted}/></g>" * 500, 2)
                for name, painted in {
                    "an address with blanks": 'fill="url( #h )"',
                    "an address with escapes": 'fill="url(#%68)"',
                    "an address with a break": 'fill="url(#&#10;h)"',
                    "an attribute of another language": 'fill="url(#h)" x:fill="none" xmlns:x="aaa"',
                    "an attribute before a style": 'fill="url(#h)" style="opacity:1"',
                    "a mask before a style": 'mask="url(#h)" style="opacity:1"',
                    "a mask behind a comment": 'style="fill:red/*;*/;mask:url(#h)"',
                }.items()
            },
            "very many parts that are each painted": (f"{HEAVY}\n" + "".join(f'<g id="g{n}" fill="url(#h)"/>' for n in range(500)), 2),
            "a use of another language's name": (f"{HEAVY}\n" + f'<use {XLINK} {OTHER} xlink:href="#h" x:href="#n"/>' * 500, 2),
            "a gradient with the id of a pattern": (f"{HEAVY}\n<linearGradient id='h'/>" + '<g fill="url(#h)"/>' * 500, 2),
            "what a style has every element inherit": (f'{HEAVY}\n<g style="fill:url(#h)">' + "<path/>" * 500 + "</g>", 2),
            "very many patterns that take their parts from another": (f'{HEAVY}<pattern id="p" href="#h"/>\n' + '<g fill="url(#p)"/>' * 500, 2),
            "a part by way of what stands in it": (
                '<g id="z" fill="url(#b)"/>\n<g id="a">\n<pattern id="b"><rect fill="url(#a)"/></pattern></g>', 3
            ),
            **{
                f"a marker at each of very many corners of {shape}": (
                    HEAVY.replace("pattern", "marker") + f"\n{drawn}", line
                )
                for shape, drawn, line in (
                    ("a path", f'<path marker-mid="url(#h)" d="M0 0{"l1 1" * 500}"/>', 2),
                    ("a line", f'<g style="marker:url(#h)"><polyline points="{"0,0 1,1 " * 250}"/></g>', 2),
                    ("a path that a style tells", f"<style>path{{d:path('M0 0{'l1 1' * 500}')}}</style><path marker-mid='url(#h)'/>", 2),
                    ("a part that is used", f'<path id="a" d="M0 0{"l1 1" * 500}"/>\n<use href="#a" marker-mid="url(#h)"/>', 3),
                )
            },
            "what every element inherits": ('<g fill="url(#h)">' + f"{HEAVY}\n</g>", 1),
            "a pattern that inherits itself": ('<g fill="url(#a)"><pattern id="a">\n<rect/></pattern></g>', 1),
            "a use that paints each part of what it uses": (
                '<pattern id="p">' + "<g/>" * 900 + '</pattern><g id="a">' + "<rect/>" * 900 + '</g>\n<use href="#a" fill="url(#p)"/>', 2
            ),
            "very many uses of a large part": ('<g id="a">' + "<g/>" * 2_000 + "</g>" + '\n<use href="#a"/>' * 400, 250),
            "a long way of references": ("".join(f'<mask id="m{n}" mask="url(#m{n + 1})"/>\n' for n in range(30)), 21),
        }.items()
    },
    "too many elements": (svg("<g/>" * (MOST_ELEMENTS - 1) + "\n<g/>"), 2, MANY, SIMPLER),
    "elements too deep": (svg("\n" + "<g>" * DEEPEST + "</g>" * DEEPEST), 2, MANY, SIMPLER),
    "too many uses": (svg("".join(f'<use href="#a{n}"/>' for n in range(MOST_USES + 1)) + "\n<g/>"), 2, MANY, SIMPLER),
}  # fmt: skip


@pytest.mark.parametrize("data", FINE.values(), ids=FINE.keys())
def test_a_drawing_is_published(data):
    check_drawing(data)


@pytest.mark.parametrize(("data", "line", "message", "hint"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_more_than_a_drawing_is_refused_at_its_line(data, line, message, hint):
    with pytest.raises(BadDrawing) as refused:
        check_drawing(data)
    found = refused.value
    assert (found.line, found.message, found.hint) == (line, message, hint)
    assert str(found) == message


def some_elements(chance: Random, depth: int = 0) -> str:
    """Elements that refer to one another in every way there is."""
    found = ""
    for _ in range(chance.randrange(4)):
        name = chance.choice(["g", "use", "pattern", "mask", "linearGradient", "marker"])
        own, other = chance.choices("abcd", k=2)
        way = chance.choice(['fill="url(#{})"', 'href="#{}"', 'style="mask:url(#{})"', 'class="{}"'])
        inside = some_elements(chance, depth + 1) if depth < 5 else ""
        found += f'<{name} id="{own}" {way.format(other)}>{inside}</{name}>'
    return found


def test_whatever_refers_to_whatever_is_told_or_drawn_within_bounds():
    chance = Random(3)  # noqa: S311 # no secret
    outcomes = set()
    for _ in range(400):
        style = chance.choice(["", "<style>.a{fill:url(#b)}</style>", "<style>g,.b{mask:url(#a)}</style>"])
        try:
            check_drawing(svg(style + some_elements(chance)))
            outcomes.add("drawn")
        except BadDrawing as refused:
            outcomes.add(refused.message)
    assert {"drawn", BUSY} <= outcomes


def test_parts_in_parts_that_refer_to_one_another_are_counted_without_a_mishap():
    nested = "".join(f'<g id="a{n}">' for n in range(DEEPEST - 4))
    ends = "</g>" * (DEEPEST - 4)
    row = "".join(
        f'<g id="r{k}">{nested.replace("a", f"b{k}-")}<rect mask="url(#r{k + 1})"/>{ends}</g>'
        for k in range(19)
    )
    with pytest.raises(BadDrawing, match="without end"):
        check_drawing(svg(row))


def test_a_style_of_any_size_is_read_as_one_wherever_its_parts_come_apart():
    """The parser hands on a text in parts of about eight thousand letters, which end at a reference, too."""
    for length in range(8_180, 8_200):
        with pytest.raises(BadDrawing) as refused:
            check_drawing(svg("<style>" + "\n" * length + "a{fill:u&#114;l(/a)}</style>"))
        assert refused.value.line == length + 1


ADDRESSES = ",".join(f"url(#n{number})" for number in range(20_000))


@pytest.mark.parametrize(
    "inside",
    [
        f"<style>{'a' * 200_000}</style>",
        f"<style>{'/*' * 100_000}</style>",
        f"<style>{'a{' * 100_000}</style>",
        f'<g fill="url({" " * 200_000}#a)"/>',
        f'<g style="{"mask-" * 40_000}"/>',
        f"<style>*{{fill:{ADDRESSES}}}</style>" + "<g/>" * 20_000,
        f"<style>.a{{fill:{ADDRESSES}}}</style>" + '<g class="a"/>' * 20_000,
        f"<style>{'.a,' * 20_000}.a{{fill:{ADDRESSES}}}</style>",
        f'<g style="fill:{ADDRESSES}">{"<g/>" * 20_000}</g>',
        f'<style>.a{{fill:{ADDRESSES}}}</style><g class="{"a " * 20_000}"/>',
    ],
    ids=lambda inside: inside[:20],
)
def test_a_drawing_of_nothing_but_notation_takes_no_longer_than_its_length_does(inside):
    begun, lines = process_time(), []
    try:
        check_drawing(svg(inside))
    except BadDrawing as refused:
        lines.append(refused.line)
    assert lines in ([], [1])
    assert process_time() - begun < 3  # a minute and more, where each part is compared with each
