"""What ``?`` is answered with at a question: the handbook's words on a key, and its example.

They are the docstrings of the models, as on the handbook's page of keys and in the schemas; only the notation
is left out, for who answers a question writes no YAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from timeline.pages.field_examples import EXAMPLES

if TYPE_CHECKING:
    from timeline.records import Record


def meaning_of(model: type[Record], key: str) -> str:
    """The meaning of a key in a sentence, and an example of an answer, each on a line of its own."""
    words = " ".join((model.model_fields[key].description or "").split()).replace("``", "'")
    example = EXAMPLES.get(model.__name__, {}).get(key, "")
    # Every scalar is text here as in an editor's file, so that a date stays as it is written.
    given = yaml.load(example, yaml.BaseLoader) if example else {}  # noqa: S506 # text alone
    value = given.get(key, "")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str) or not value:
        return words
    return f"{words}\nFor example: {' '.join(value.split())}"
