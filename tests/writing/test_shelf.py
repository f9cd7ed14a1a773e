"""Texts kept from one build to the next: they come back as they were put, or not at all."""

import json
import os
import shutil
import zlib

import pytest
from damage import DAMAGES
from hypothesis import given
from hypothesis import strategies as st

from timeline.writing import Shelf
from timeline.writing.shelf import BORNE


def kept(folder, texts, edition="one"):
    shelf = Shelf(folder, edition)
    for key, text in texts.items():
        if shelf.get(key) is None:
            shelf.put(key, text)
    shelf.close()


def read(folder, keys, edition="one"):
    shelf = Shelf(folder, edition)
    found = {key: shelf.get(key) for key in keys}
    shelf.close()
    return found


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=50), max_size=8))
def test_what_is_put_is_there_within_the_build(texts):
    shelf = Shelf(None)
    for key, text in texts.items():
        shelf.put(key, text)
    assert {key: shelf.get(key) for key in texts} == texts
    shelf.close()


def test_what_a_build_put_or_asked_for_is_there_for_the_next(tmp_path):
    kept(tmp_path, {"a": "eins", "b": "نص"})
    kept(tmp_path, {"b": "never put", "c": "drei"})
    assert read(tmp_path, "abc") == {"a": None, "b": "نص", "c": "drei"}


def test_what_another_program_made_is_not_used(tmp_path):
    kept(tmp_path, {"a": "eins"})
    assert read(tmp_path, "a", edition="two") == {"a": None}


def test_what_was_damaged_is_as_if_it_had_never_been_kept(tmp_path):
    kept(tmp_path, {"a": "eins", "b": "zwei"})
    (file,) = tmp_path.glob("kept-*.txt")
    file.write_bytes(file.read_bytes().replace(b"eins", b"elns"))
    assert read(tmp_path, "ab") == {"a": None, "b": "zwei"}
    file.unlink()
    assert read(tmp_path, "ab") == {"a": None, "b": None}
    for nonsense in (
        "",
        "{",
        "[]",
        '{"format": 1}',
        json.dumps({"format": 1, "edition": "one", "files": [], "rows": {"a": [0, 1]}}),
    ):
        put_list(tmp_path, nonsense.encode())
        assert read(tmp_path, "a") == {"a": None}


def put_list(folder, data, *, sealed=False):
    """Puts a list where one is kept, as old as those are; with the checksum that it would have."""
    check = f"{zlib.crc32(data):08x}\n".encode() if sealed else b""
    (folder / "kept.json").write_bytes(check + data)
    os.utime(folder / "kept.json", (BORNE, BORNE))


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_becomes_of_its_files_a_text_comes_back_or_nothing(tmp_path, damage):
    texts = {"a": "eins", "b": "zwei " * 50}
    kept(tmp_path, texts)
    (file,) = tmp_path.glob("kept-*.txt")
    held, listed = file.read_bytes(), (tmp_path / "kept.json").read_bytes()
    put_list(tmp_path, DAMAGES[damage](listed))
    assert read(tmp_path, "ab") == {"a": None, "b": None}
    for sealed in (True, False):  # what fits its checksum could only be put there on purpose
        kept(tmp_path, texts)
        put_list(tmp_path, DAMAGES[damage](listed.partition(b"\n")[2]), sealed=sealed)
        assert all(text in {None, texts[key]} for key, text in read(tmp_path, "ab").items())
    put_list(tmp_path, listed)
    file.write_bytes(DAMAGES[damage](held))
    assert all(text in {None, texts[key]} for key, text in read(tmp_path, "ab").items())
    kept(tmp_path, texts)
    assert read(tmp_path, "ab") == texts


def test_what_came_with_a_checkout_is_not_used(tmp_path):
    kept(tmp_path / "theirs", {"a": "<script>"})
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours")  # with the times of the files
    assert read(tmp_path / "ours", "a") == {"a": "<script>"}
    shutil.rmtree(tmp_path / "ours")
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours", copy_function=shutil.copyfile)
    assert read(tmp_path / "ours", "a") == {"a": None}


def test_the_folder_does_not_grow_without_end(tmp_path):
    for number in range(30):
        kept(tmp_path, {"same": "x" * 100, f"only in {number}": "y" * 100})
    assert read(tmp_path, ["same"]) == {"same": "x" * 100}
    assert sum(file.stat().st_size for file in tmp_path.glob("kept-*.txt")) < 1000
    assert len([*tmp_path.iterdir()]) < 12


def test_two_builds_at_once_do_each_other_no_harm(tmp_path):
    kept(tmp_path, {"a": "eins"})
    one, other = Shelf(tmp_path, "one"), Shelf(tmp_path, "one")
    one.put("b", "zwei")
    other.put("c", "drei")
    one.close()
    assert other.get("a") in {"eins", None}
    other.close()
    found = read(tmp_path, "abc")
    assert found["c"] in {"drei", None}
    assert found["a"] in {"eins", None}
    assert found["b"] in {"zwei", None}


def test_a_folder_that_cannot_be_written_costs_speed_alone(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shelf = Shelf(tmp_path / "file" / "cache", "one")
    shelf.put("a", "eins")
    assert shelf.get("a") in {"eins", None}
    shelf.close()
