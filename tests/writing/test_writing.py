"""Finished files reach the disk whole, in their folder, or not at all."""

import errno
import shutil
from pathlib import Path

import pytest

from timeline.writing import Swap, leading_out, links_below, replace_files, swap, write_files


def test_files_are_written_below_the_folder(tmp_path):
    assert write_files(tmp_path / "out", [("a/b.txt", "é\n")]) == 1
    assert (tmp_path / "out/a/b.txt").read_bytes() == "é\n".encode()


def test_a_path_that_leads_out_is_refused(tmp_path):
    with pytest.raises(ValueError, match="leads out of the folder"):
        write_files(tmp_path / "out", [("../secret.txt", "x")])
    assert not (tmp_path / "secret.txt").exists()


def test_a_file_is_not_replaced_through_a_link_that_stands_beside_it(tmp_path):
    elsewhere, path = tmp_path / "elsewhere.txt", tmp_path / "places.yaml"
    elsewhere.write_text("as it was")
    path.write_text("old")
    (tmp_path / ".places.yaml.part").symlink_to(elsewhere)
    replace_files({path: b"new"})
    assert (elsewhere.read_text(), path.read_text(), path.is_symlink()) == ("as it was", "new", False)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["elsewhere.txt", "places.yaml"]


def test_a_file_that_is_closed_to_us_is_not_replaced_by_another_of_its_name(tmp_path, monkeypatch):
    path = tmp_path / "places.yaml"
    path.write_text("old")
    path.chmod(0o444)
    opened = Path.open

    def refusing(self, mode="r", **options):
        # As for everybody but root, who may run the tests.
        if "w" in mode or ("+" in mode and not self.stat().st_mode & 0o222):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, mode, **options)

    monkeypatch.setattr(Path, "open", refusing)
    with pytest.raises(PermissionError, match=r"places\.yaml"):
        replace_files({path: b"new"})
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("places.yaml", "old")]


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


def test_a_site_behind_a_link_is_changed_where_it_is_and_keeps_its_name(tmp_path):
    (tmp_path / "disk/www").mkdir(parents=True)
    (tmp_path / "site").symlink_to("disk/www")
    build = Swap(tmp_path / "site")
    (build.begin() / "index.html").write_text("new")
    build.finish()
    assert build.site == tmp_path / "site"
    assert build.site.is_symlink()
    assert (tmp_path / "disk/www/index.html").read_text() == "new"


def test_the_folders_that_a_site_stands_in_are_made(tmp_path):
    build = Swap(tmp_path / "out/www/site")
    (build.begin() / "index.html").write_text("new")
    build.finish()
    assert (tmp_path / "out/www/site/index.html").read_text() == "new"


def test_nothing_comes_of_ending_what_was_not_begun_or_has_ended(tmp_path):
    build = Swap(tmp_path / "site")
    build.finish()
    build.abandon()
    assert [*tmp_path.iterdir()] == []
    (build.begin() / "index.html").write_text("new")
    build.abandon()
    build.finish()
    build.abandon()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs a system that lists what a process has open")
def test_an_ended_build_holds_nothing_open(tmp_path):
    before = [*Path("/dev/fd").iterdir()]
    for end in (Swap.finish, Swap.abandon):
        build = Swap(tmp_path / "site")
        build.begin()
        end(build)
    assert len([*Path("/dev/fd").iterdir()]) == len(before)


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
    (tmp_path / ".site.building-20-3").mkdir()
    build = Swap(tmp_path / "site")
    build.begin()
    build.abandon()
    assert [*tmp_path.iterdir()] == []


class Cut(BaseException):
    """The process ends here."""


def cut_after(renames: int, site: Path, monkeypatch) -> None:
    """A swap, where names cannot be exchanged, that ends after so many renames, with nothing cleared up."""
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    rename, done = Path.rename, []

    def once(self, target):
        if len(done) == renames:
            raise Cut
        done.append(target)
        return rename(self, target)

    build = Swap(site)
    (build.begin() / "index.html").write_text("new")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", once)
        patched.setattr(swap.shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(Cut):
            build.finish()
    build._lock.__exit__()  # as with the process  # noqa: SLF001


@pytest.mark.parametrize("renames", range(3))
def test_a_swap_that_was_cut_is_undone_by_the_next_run(tmp_path, monkeypatch, renames):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    cut_after(renames, site, monkeypatch)
    assert site.exists() is (renames < 2)
    build = Swap(site)
    build.begin()
    assert (site / "index.html").read_text() == "old"
    build.abandon()
    assert [f.name for f in tmp_path.iterdir()] == ["site"]
    assert [f.name for f in site.iterdir()] == ["index.html"]


def test_what_a_swap_did_not_get_to_discard_is_removed_by_the_next_run(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    cut_after(3, tmp_path / "site", monkeypatch)
    assert sorted(f.name for f in tmp_path.iterdir()) == [".site.before-swap", "site"]
    build = Swap(tmp_path / "site")
    build.begin()
    build.abandon()
    assert [f.name for f in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site/index.html").read_text() == "new"


def test_an_old_site_that_a_swap_did_not_get_to_remove_is_removed_by_the_next_run(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    for words in ("old", "new"):
        build = Swap(tmp_path / "site")
        (build.begin() / "index.html").write_text(words)
        with monkeypatch.context() as patched:
            patched.setattr(swap.shutil, "rmtree", lambda *_, **__: None)
            build.finish()
    assert len([*tmp_path.iterdir()]) == 2
    build = Swap(tmp_path / "site")
    build.begin()
    build.abandon()
    assert [f.name for f in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site/index.html").read_text() == "new"


def test_an_old_site_that_cannot_be_removed_stops_nothing_and_goes_once_it_can(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError

    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    (tmp_path / "site").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(swap.os, "rmdir", refused)
        for words in ("one", "two"):
            build = Swap(tmp_path / "site")
            (build.begin() / "index.html").write_text(words)
            build.finish()
            assert (tmp_path / "site/index.html").read_text() == words
    build = Swap(tmp_path / "site")
    build.begin()
    build.abandon()
    assert [f.name for f in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site/index.html").read_text() == "two"


STRANGE = [
    ".site.before-swap", ".site.before-swap-1", ".site.before-swaps", ".site.building", ".site.building-x",
    ".site.building-1-2-3", ".site.building-1.zip", ".sites.building-1", "site.building-1", ".site.building-٣x",
]  # fmt: skip


@pytest.mark.parametrize("site_is_there", [True, False])
def test_what_only_has_a_name_like_ours_is_let_alone(tmp_path, monkeypatch, site_is_there):
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)
    for name in STRANGE:
        (tmp_path / name / "site").mkdir(parents=True)
        (tmp_path / name / "site/index.html").write_text(name)
    (tmp_path / ".site.building-7").write_text("a file")
    (tmp_path / ".site.building-8").symlink_to(".site.building-x")
    (tmp_path / ".site.before-swap-8").symlink_to(".site.before-swap")
    before = {path: path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    if site_is_there:
        (tmp_path / "site").mkdir()
    build = Swap(tmp_path / "site")
    (build.begin() / "index.html").write_text("new")
    assert (tmp_path / "site").exists() is site_is_there
    build.finish()
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert {path: path.read_text() for path in before} == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "site", *STRANGE, ".site.building-7", ".site.building-8", ".site.before-swap-8"
    }  # fmt: skip


def test_a_folder_with_our_mark_that_came_with_a_checkout_is_let_alone(tmp_path, monkeypatch):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/site").mkdir()
    (tmp_path / "theirs/site/index.html").write_text("theirs")
    cut_after(2, tmp_path / "theirs/site", monkeypatch)
    aside = tmp_path / ".site.before-swap"
    shutil.copytree(tmp_path / "theirs/.site.before-swap", aside, copy_function=shutil.copyfile)
    assert len([*aside.iterdir()]) == 2
    build = Swap(tmp_path / "site")
    build.begin()
    assert not (tmp_path / "site").exists()
    build.abandon()
    assert (aside / "site/index.html").read_text() == "theirs"


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
