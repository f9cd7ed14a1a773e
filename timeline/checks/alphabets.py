"""Letters that are not what they look like: in words, and in the hosts of addresses.

No alphabet is better than another here. What is told is a mix within one word that no reader can see, a
host that could be read as another one, and characters that show nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Address, Timeline
from timeline.problems import Problem, Severity
from timeline.records import is_disguised, mixed_words, name_of

CODE_WORD = "mixed-alphabets"
CODE_HOST = "look-alike-address"
CODE_UNSEEN = "unseen-character"
# Zero-width and soft characters. Those that join or part letters are a part of some scripts, and only
# between Latin letters of no use; marks of direction are what they should be in two-way text.
UNSEEN_CHARACTERS = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\U000e0001-\U000e007f]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_PRINTED = "\u115f\u1160\u3164"
"""Those of them that Python takes for letters."""
_PUNYCODE = "xn--"


def words(timeline: Timeline) -> Iterator[Finding]:
    """Finds words in which letters of one alphabet pass for those of another."""
    for wording in timeline.doubtful:
        if wording.value.isascii():
            continue
        for word in mixed_words(wording.value):
            letter = name_of(word.letter)
            message = f"in '{word.word}', the '{word.letter}' is {letter}, among letters of another alphabet"
            hint = f"write {word.meant}, in one alphabet"
            problem = Problem(CODE_WORD, Severity.WARNING, wording.find(word.word), message, hint)
            yield Finding(problem, wording.about)


def unseen(timeline: Timeline) -> Iterator[Finding]:
    """Finds characters that show nothing, and part words for every search."""
    for wording in timeline.doubtful:
        value = wording.value
        # A tenth of the time of the search, and true of nearly every text.
        if value.isascii() or not _may_hide(value):
            continue
        found = UNSEEN_CHARACTERS.search(value)
        if not found:
            continue
        message = f"there is a character here that shows nothing: {name_of(found[0])}"
        span = wording.find(found[0])
        yield Finding(Problem(CODE_UNSEEN, Severity.WARNING, span, message, "delete it"), wording.about)


def _may_hide(value: str) -> bool:
    is_printed = value.isprintable() or value.replace("\n", " ").isprintable()
    return not is_printed or any(map(value.__contains__, _PRINTED))


def hosts(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses whose host could be read as another one."""
    for address in timeline.addresses:
        if address.url.isascii() and _PUNYCODE not in address.url and _PUNYCODE.upper() not in address.url:
            continue
        told = _disguise(address)
        if told:
            problem = Problem(CODE_HOST, Severity.WARNING, address.span, *told)
            yield Finding(problem, address.about)


def _disguise(address: Address) -> tuple[str, str] | None:
    """What to say of the host of an address, if anything."""
    host = address.host
    labels = [_decoded(label) for label in host.split(".")]
    hint = "check where it leads, and write the address that the work itself gives"
    if None in labels:
        return f"the host '{host}' is no name in any alphabet", hint
    shown = ".".join(label or "" for label in labels)
    latin_end = (labels[-1] or "").isascii()
    for label in labels:
        mixed = next(mixed_words(label or ""), None)
        if mixed:
            letter = name_of(mixed.letter)
            return f"the host of this address looks like '{mixed.meant}', but has {letter} in it", hint
        if label and latin_end and not label.isascii() and is_disguised(label):
            letter = next(char for char in label if not char.isascii())
            return f"the host '{shown}' looks Latin, and begins with {name_of(letter)}", hint
    if mixed := next(mixed_words(address.url), None):
        return f"'{mixed.word}' in this address has {name_of(mixed.letter)} in it", hint
    return None


def _decoded(label: str) -> str | None:
    """A part of a host as it is shown; None where its Punycode (RFC 3492) cannot be read."""
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return label.removeprefix(_PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return None


WORDS = Check(CODE_WORD, Severity.WARNING, "The letters of a word are of one alphabet.", words)
UNSEEN = Check(CODE_UNSEEN, Severity.WARNING, "Every character of a text can be seen.", unseen)
HOSTS = Check(CODE_HOST, Severity.WARNING, "The host of an address cannot be read as another one.", hosts)
