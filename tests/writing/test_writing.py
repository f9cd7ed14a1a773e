"""Finished files reach the disk whole, in their folder, or not at all."""

import pytest

from timeline.writing import Swap, write_files


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
