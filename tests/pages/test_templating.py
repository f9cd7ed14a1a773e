"""The templates are compiled once a process, and anew when one of their files changes."""

from pathlib import Path
from types import SimpleNamespace

import timeline
from timeline.languages import load_language
from timeline.pages.templating import templates_in


def test_templates_are_compiled_once_for_each_language():
    english, arabic = load_language("en"), load_language("ar")
    assert templates_in(english) is templates_in(english)
    assert templates_in(english) is not templates_in(arabic)


def test_a_template_that_changes_is_compiled_anew(monkeypatch):
    before = templates_in(load_language("en"))
    file = Path(timeline.__file__).parent / "templates/line.html"
    looked = Path.stat

    def edited(self, **options):
        found = looked(self, **options)
        return SimpleNamespace(st_mtime_ns=found.st_mtime_ns + 1) if self == file else found

    monkeypatch.setattr(Path, "stat", edited)
    assert templates_in(load_language("en")) is not before
