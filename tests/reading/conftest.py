"""Fixtures for the tests of the reader: small trees in the notation of `marked_trees.py`, below `content/`."""

import pytest
import yaml
from marked_trees import write_marked_tree

from timeline.checks import examine
from timeline.reading import parsers, read_project, strict_reader
from timeline.records import Site

# The trees are about reading: what no event names is not their business.
_LEFTOVERS = dict.fromkeys((
    "unused-place", "unused-actor", "unused-publisher", "unused-media", "empty-storyline", "media-without-credit",
    "archive-mixed-up", "names-itself", "placeholder", "private-address", "summary-repeats-title",
))  # fmt: skip


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request, monkeypatch):
    """Reads with each of PyYAML's parsers; where libyaml is not there, with the other alone."""
    if request.param == "pure Python":
        monkeypatch.setattr(strict_reader, "parser_for", parsers.python_parser)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")


@pytest.fixture
def read(tmp_path):
    """Writes a tree below `content/`, on top of the base, and reads it; `../` leads out of it."""

    def read_tree(tree, **options):
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        write_marked_tree(content, tree)
        return read_project(content, tmp_path / "site_config/vocabulary.yaml", **options)

    return read_tree


@pytest.fixture
def problems(read):
    """The problems of a tree, those of merging and the checks included."""

    def problems_of(tree, **options):
        return examine(read(tree, **options), Site(levels=_LEFTOVERS)).problems

    return problems_of
