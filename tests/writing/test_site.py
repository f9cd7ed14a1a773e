"""A site's pages on the disk: never outside its folder, and under `serve` only what has changed."""

import pytest

from timeline.writing import Mirror, SiteFolder


@pytest.mark.parametrize(
    "path",
    [
        "../out.html",
        "a/../../out.html",
        "/out.html",
        "a//b.html",
        "a/./b.html",
        "a\\..\\b.html",
        "c:/b.html",
        "",
        "a\0b",
    ],
)
def test_a_path_that_may_lead_out_is_refused(tmp_path, path):
    with pytest.raises(ValueError, match="may lead out"):
        SiteFolder(tmp_path / "site").write(path, "x")
    assert not (tmp_path / "out.html").exists()


def test_a_page_is_written_as_utf_8_with_the_folders_it_needs(tmp_path):
    site = SiteFolder(tmp_path)
    site.write("events/one/index.html", "نص\n")
    site.write("events/two/index.html", "b")
    assert (tmp_path / "events/one/index.html").read_bytes() == "نص\n".encode()


def test_a_file_may_be_written_piece_by_piece(tmp_path):
    SiteFolder(tmp_path).write("data/all.json", (piece for piece in ("[", '"نص"', "]\n")))
    assert (tmp_path / "data/all.json").read_bytes() == '["نص"]\n'.encode()


def build(mirror, stamped, copied):
    """Builds, and tells which of the stamped pages had to be made."""
    building, made = mirror.begin(), []
    for path, text in copied.items():
        SiteFolder(building).write(path, text)
    for path, text in stamped.items():
        if not mirror.is_shown(path, text):
            made.append(path)
            SiteFolder(building).write(path, text)
    mirror.finish()
    return made


def shown(folder):
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_what_did_not_change_is_neither_made_nor_written_again(tmp_path):
    folder = tmp_path / "not/there/yet"
    mirror = Mirror(folder)
    build(mirror, {"e/1.html": "one", "e/2.html": "two"}, {"index.html": "home", "a.css": "css"})
    before = {path: (folder / path).stat().st_mtime_ns for path in shown(folder)}
    again = build(mirror, {"e/1.html": "one", "e/2.html": "changed"}, {"index.html": "home", "a.css": "css"})
    assert again == ["e/2.html"]
    assert shown(folder) == {
        "e/1.html": "one",
        "e/2.html": "changed",
        "index.html": "home",
        "a.css": "css",
    }
    after = {path: (folder / path).stat().st_mtime_ns for path in before}
    assert [path for path in before if before[path] != after[path]] == ["e/2.html"]
    (folder / "e/1.html").unlink()  # as somebody may who tidies up
    assert build(mirror, {"e/1.html": "one"}, {}) == ["e/1.html"]


def test_what_is_no_longer_built_goes_and_comes_back_with_the_next(tmp_path):
    mirror = Mirror(tmp_path / "shown")
    build(mirror, {"e/1.html": "one", "e/2.html": "two"}, {"index.html": "home", "old.html": "old"})
    build(mirror, {"e/1.html": "one"}, {"index.html": "home"})
    assert shown(tmp_path / "shown") == {"e/1.html": "one", "index.html": "home"}
    build(mirror, {"e/1.html": "one", "e/2.html": "two"}, {"index.html": "home"})
    assert shown(tmp_path / "shown") == {"e/1.html": "one", "e/2.html": "two", "index.html": "home"}


def test_a_build_that_fails_leaves_what_is_shown(tmp_path):
    mirror = Mirror(tmp_path / "shown")
    build(mirror, {"e/1.html": "one"}, {"index.html": "home"})
    SiteFolder(mirror.begin()).write("index.html", "half a build")
    mirror.is_shown("e/1.html", "other")
    mirror.abandon()
    assert shown(tmp_path / "shown") == {"e/1.html": "one", "index.html": "home"}
    build(mirror, {"e/1.html": "other"}, {"index.html": "home"})
    assert shown(tmp_path / "shown") == {"e/1.html": "other", "index.html": "home"}
