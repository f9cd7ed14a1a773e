"""Pages as the program makes them of a project, without any engine around them."""

import pytest
from trees import write_tree

from timeline.adapters.project import VOCABULARY, Project, check_project
from timeline.pages import Edition, documents
from timeline.records import Site


@pytest.fixture
def edition(tmp_path):
    """The edition of a project that is written as one text: `edition(tree, name="A site")`."""

    def make(tree: str, **settings) -> Edition:
        write_tree(tmp_path, tree)
        project = Project(tmp_path, tmp_path / "content", tmp_path / VOCABULARY, Site(**settings))
        checked = check_project(project)
        errors = [p for p in checked.examined.problems if p.severity.word == "error"]
        assert errors == []
        return Edition(checked.examined.timeline)

    return make


@pytest.fixture
def publish(edition):
    """The pages of a project by their addresses: `publish(tree)["events/one/"].html`."""

    def make(tree: str, **settings):
        made = list(documents(edition(tree, **settings)))
        paths = [document.path for document in made]
        assert len(paths) == len(set(paths)), "two pages have one address"
        return dict(zip(paths, made, strict=True))

    return make
