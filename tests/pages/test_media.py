"""What belongs to an event beside words: pictures, films, sounds and documents, as its page shows them."""

import re

import pytest

EVENT = """\
== content/events/all.yaml
- id: one
  date: 2020-01-03
  title: A made-up event
  media:
    - {{file: {file}, alt: A made-up thing, graphic: {graphic}}}
  sources: [{{title: A made-up source}}]
"""
FILES = {
    "wide.gif": b"GIF89a\x80\x02\x68\x01",
    "talk.ogg": b"OggS",
    "walk.webm": b"\x1a\x45\xdf\xa3",
    "walk.vtt": b"WEBVTT",
    "paper.pdf": b"%PDF-1.7",
}


@pytest.fixture
def shown(tmp_path, publish):
    """The figure on the page of an event to which a file belongs."""
    (tmp_path / "content/media").mkdir(parents=True)
    for name, data in FILES.items():
        (tmp_path / "content/media" / name).write_bytes(data)

    def make(file: str, *, graphic: bool = False) -> str:
        html = publish(EVENT.format(file=file, graphic=str(graphic).lower()))["events/one/"].html
        return re.search(r"(<details class=\"gate\">.*</details>|<figure.*</figure>)", html, re.DOTALL)[0]

    return make


def test_a_picture_keeps_its_place_before_it_is_there(shown):
    assert re.search(
        r'<img src="../../media/wide.gif" alt="A made-up thing" width="640" height="360" loading="lazy"',
        shown("wide.gif"),
    )


def test_a_film_is_played_with_its_captions_and_fetched_only_when_it_is(shown):
    html = shown("walk.webm")
    assert '<video src="../../media/walk.webm" controls preload="none" aria-label="A made-up thing">' in html
    assert '<track src="../../media/walk.vtt" kind="captions"' in html
    assert '<a href="../../media/walk.webm">A made-up thing</a>' in html


def test_a_sound_is_played_and_a_document_is_a_link(shown):
    assert '<audio src="../../media/talk.ogg" controls preload="none"' in shown("talk.ogg")
    assert "<track" not in shown("talk.ogg")
    assert '<a href="../../media/paper.pdf">A made-up thing</a>' in shown("paper.pdf")


def test_what_is_graphic_stays_closed_until_a_reader_opens_it(shown):
    assert "A graphic picture. Show it" in shown("wide.gif", graphic=True)
    assert "A graphic recording. Show it" in shown("walk.webm", graphic=True)
