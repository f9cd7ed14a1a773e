"""Files of which something is kept into records: what is known is made anew, what changed is parsed alone.

Whatever is not as it should be (a record that cannot be read by itself, anything wrong in it) is left to the
reader of whole files, which alone tells problems. So a file is read this way only where it would have told
nothing; the tests hold the two ways to the same records at the same places.
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline.reading.front_matter import read_front_matter
from timeline.reading.items import items_of
from timeline.reading.kept import Entry, Kept, KeptFile
from timeline.reading.limits import Limits
from timeline.reading.places import RecordPlaces
from timeline.reading.strict_yaml import read_item
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Sequence, TreePlaces
from timeline.reading.validation import FREE_TEXT, validate
from timeline.records import Located, Record, Written

R = TypeVar("R", bound=Record)


def kept_list(kept: Kept | None, noun: str, source: SourceText, limits: Limits) -> KeptFile | None:
    """What is kept of a list of records; None where nothing can be."""
    if kept is None or source.stained:
        return None
    stretches = items_of(source.text, limits)
    return None if stretches is None else kept.file(noun, source, stretches)


def known_records(
    file: KeptFile, source: SourceText, model: type[R], limits: Limits, written: Written
) -> tuple[Located[R], ...] | None:
    """The records of a list of which most are kept; None where the whole file is to be read."""
    unknown = file.unknown()
    if len(unknown) * 2 > len(file.stretches):
        return None  # parsing all of it in one go is quicker
    for number in unknown:
        node = read_item(source, *file.stretches[number], limits, FREE_TEXT)
        made = validate(model, node, source, written) if node is not None else None
        if node is None or made is None or made.record is None:
            return None
        file.add(number, node, made.record)
    records = []
    for number, stretch in enumerate(file.stretches):
        found = file.record(number, partial(_record, model, written))
        if found is None:
            return None
        record, start, end = found
        places = RecordPlaces(source, start, end, partial(_places, source, stretch, limits))
        records.append(Located(record, places, source.file))
    file.keep()
    return tuple(records)  # type: ignore[arg-type] # made by the model: what is kept is kept under its noun


def keep_records(file: KeptFile, root: Sequence, records: list[Located[R]]) -> None:
    """Keeps the records of a list that was read whole, where nothing in it is wrong."""
    nodes = [node for node in root if isinstance(node, Mapping)]
    if not len(nodes) == len(records) == len(file.stretches):
        return
    pairs = zip(nodes, file.stretches, strict=True)
    if all(start < node.start and node.end <= end for node, (start, end) in pairs):
        for number, (node, located) in enumerate(zip(nodes, records, strict=True)):
            file.add(number, node, located.record)
        file.keep()


def kept_document(kept: Kept | None, noun: str, source: SourceText, stem: str) -> KeptFile | None:
    """What is kept of a Markdown file; None where nothing can be."""
    if kept is None or source.stained:
        return None
    return kept.file(noun, source, [(0, len(source.text))], stem)


def known_document(
    file: KeptFile, source: SourceText, model: type[R], stem: str, limits: Limits, written: Written
) -> Located[R] | None:
    """The record that a Markdown file is, where it is kept."""

    def made(entry: Entry) -> R | None:
        body = source.text[entry.body :].strip("\n")
        own = {"id": stem} if "id" in model.model_fields and "id" not in entry.tree else {}
        return _record(model, written, entry, body=body, **own)

    found = None if file.unknown() else file.record(0, made)
    if found is None:
        return None
    record, start, end = found
    places = RecordPlaces(source, start, end, partial(_front_places, source, limits))
    return Located(record, places, source.file)  # type: ignore[arg-type] # likewise


def _record(model: type[R], written: Written, entry: Entry, **given: Any) -> R | None:  # noqa: ANN401 # as pydantic takes them
    try:
        return model.model_validate({**entry.tree, **given} if given else entry.tree, context=written)
    except ValidationError:
        return None


def _places(source: SourceText, stretch: tuple[int, int], limits: Limits) -> TreePlaces:
    node = read_item(source, *stretch, limits, FREE_TEXT)
    return TreePlaces(source, Mapping(stretch[0]) if node is None else node)


def _front_places(source: SourceText, limits: Limits) -> TreePlaces:
    read = read_front_matter(source, limits, FREE_TEXT)
    return TreePlaces(source, read.root or Mapping(0), read.body_start)
