"""Finished files reach the disk whole, in their folder, or not at all."""

import pytest

from timeline.writing import Swap, leading_out, links_below, swap, write_files


def test_files_are_written_below_the_folder(tmp_path):
    assert write_files(tmp_path / "out", [("a/b.txt", "é\n")]) == 1
    assert (tmp_path / "out/a/b.txt").read_bytes() == "é\n".encode()


def test_a_path_that_leads_out_is_refused(tmp_path):
    with pytest.raises(ValueError, match="leads out of the folder"):
        write_files(tmp_path / "out", [("../secret.txt", "x")])
    assert not (tmp_path / "secret.txt").exists()


def test_a_swap_replaces_the_site_whole(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    swap = Swap(site)
    (swap.begin() / "new.html").write_text("new")
    assert [f.name for f in site.iterdir()] == ["old.html"]
    swap.finish()
    assert [f.name for f in site.iterdir()] == ["new.html"]
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


def test_an_abandoned_build_leaves_the_site_as_it_was(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    swap = Swap(site)
    (swap.begin() / "new.html").write_text("new")
    swap.abandon()
    assert [f.name for f in site.iterdir()] == ["old.html"]
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


def test_a_second_build_has_a_folder_of_its_own_and_the_last_to_finish_stands(tmp_path):
    one, two = Swap(tmp_path / "site"), Swap(tmp_path / "site")
    for build, words in ((one, "one"), (two, "two")):
        (build.begin() / "index.html").write_text(words)
    two.finish()
    assert (tmp_path / "site/index.html").read_text() == "two"
    one.finish()
    assert (tmp_path / "site/index.html").read_text() == "one"
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


def test_what_a_build_that_was_cut_has_left_is_cleared_away(tmp_path):
    (tmp_path / ".site.building-1/deep").mkdir(parents=True)
    (tmp_path / ".site.before-swap").mkdir()
    (tmp_path / ".site.before-swap/index.html").write_text("old")
    swap = Swap(tmp_path / "site")
    swap.begin()
    assert (tmp_path / "site/index.html").read_text() == "old"
    swap.abandon()
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


def test_where_names_cannot_be_exchanged_they_are_changed_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    for words in ("one", "two"):
        build = Swap(tmp_path / "site")
        (build.begin() / "index.html").write_text(words)
        build.finish()
        assert (tmp_path / "site/index.html").read_text() == words
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


def test_a_swap_that_the_system_refuses_leaves_the_old_site(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    build = Swap(tmp_path / "site")
    build.begin().rmdir()
    with pytest.raises(FileNotFoundError):
        build.finish()
    build.abandon()
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert [f.name for f in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "a/../..", ".", ""])
def test_a_path_that_would_lie_outside_is_found_before_it_is_written(tmp_path, path):
    assert list(leading_out(tmp_path / "site", ["index.html", path, "a/../b.html"])) == [path]


def test_links_in_a_written_folder_are_found_wherever_they_lie(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/file.html").write_text("x")
    assert list(links_below(tmp_path)) == []
    (tmp_path / "a/b/out").symlink_to("/")
    (tmp_path / "a/gone").symlink_to("nowhere")
    assert list(links_below(tmp_path)) == ["a/gone", "a/b/out"]
