"""What pictures show, in words: for those who cannot see them, and for all where a picture fails to load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from timeline.checks.check import Check, Finding
from timeline.merging import Mention, Timeline
from timeline.problems import Problem, Severity

CODE = "picture-without-words"
GENERIC = frozenset({
    "image", "picture", "photo", "photograph", "pic", "img", "screenshot", "graphic",
    "illustration", "video", "film", "audio", "alt", "alt text", "bild", "foto", "imagen", "صورة",
    "фото", "изображение", "图片", "写真",
})  # fmt: skip
FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|webm|og[gav])", re.IGNORECASE)
_HINT = "say what it shows, as you would on the telephone"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds media and pictures whose words are missing, or say nothing of what is shown."""
    for entry in timeline.doubtful_events:
        for number, item in enumerate(entry.record.media):
            if _says_nothing(item.alt, item.file):
                message = f"'{item.alt}' does not say what the {_noun(item.file)} shows"
                span = entry.span("media", number, "alt")
                yield Finding(Problem(CODE, Severity.WARNING, span, message, _HINT), (entry,))
    for mention in timeline.mentions:
        if (
            mention.link.is_image
            and (words := _words(mention)) is not None
            and _says_nothing(words, mention.id)
        ):
            message = (
                f"'{words}' does not say what the picture shows" if words else "this picture has no words"
            )
            hint = f"{_HINT}: ![words](path)"
            problem = Problem(CODE, Severity.WARNING, mention.span, message, hint)
            yield Finding(problem, timeline.owners(mention.text.kind, mention.text.id))


def _says_nothing(words: str, file: str) -> bool:
    plain = words.casefold().strip(" .,:!")
    path = PurePosixPath(file.casefold())
    return not plain or plain in {*GENERIC, path.name, path.stem} or bool(FILE.fullmatch(words.strip()))


def _noun(file: str) -> str:
    suffix = PurePosixPath(file).suffix.lower()
    return {".mp3": "sound", ".ogg": "sound", ".wav": "sound", ".mp4": "film", ".webm": "film"}.get(
        suffix, "picture"
    )


def _words(mention: Mention) -> str | None:
    """The words of a picture in a text; None where they stand elsewhere, as in ``![words][name]``."""
    before = mention.text.text[: mention.link.at].rstrip(" <")
    opening = before.rfind("![")
    return before[opening + 2 : -2].strip() if opening >= 0 and before.endswith("](") else None


CHECK = Check(CODE, Severity.WARNING, "A picture says in words what it shows.", run)
