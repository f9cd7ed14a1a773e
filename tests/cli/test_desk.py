"""`timeline show`, `timeline stats` and `timeline diff`, as they are typed."""

import subprocess
import threading
from textwrap import dedent

import pytest
from commands import SETTINGS, project_in, typed
from trees import write_tree

from timeline.adapters.mkdocs import load_project
from timeline.cli.watching import changes_of

PROJECT = (
    SETTINGS
    + """
    == content/events/all.yaml
    - id: first
      date: 2020-01-02
      title: A made-up event
      sources: [{title: A made-up source, publisher: The Made-up Times, url: https://example.org/a}]
    - id: second
      aliases: [second-of-old]
      date: 2020-02
      title: Another made-up event
      status: disputed
      accounts:
        - {by: One side, says: It was so.}
        - {by: The other side, says: It was not so.}
    == content/articles/made-up.md
    ---
    title: A made-up report
    published: 2020-02-03
    events:
      - id: second
        title: A title that does not stand
        tags: [made-up]
    ---
    Words.
"""
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path / "project", PROJECT, monkeypatch)


def edit(folder, old, new, file="content/events/all.yaml"):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_show_tells_which_file_and_line_gave_each_value(project):
    lines = typed("show", "second").output.splitlines()
    assert lines[:2] == [
        "Another made-up event",
        "February 2020, day not known · disputed · number 2 of 3 on the timeline",
    ]
    rows = {line.split()[0]: line.split("  ")[-1].strip() for line in lines[3:] if line and line[0] != " "}
    assert rows["date"] == "content/events/all.yaml:7"
    assert rows["sources"] == "content/articles/made-up.md:5"
    assert rows["tags"] == "content/articles/made-up.md:7"
    assert lines[-2:] == [
        "Given too, and not taken:",
        "  title  A title that does not stand  content/articles/made-up.md:6",
    ]


def test_show_knows_former_ids_and_says_where_a_status_comes_from(project):
    assert typed("show", "second-of-old").output.startswith("Another made-up event\n")
    assert "status   single-source" in typed("show", "first").output
    assert "derived from the sources" in typed("show", "first").output


def test_show_says_that_a_retraction_makes_the_status(project):
    edit(
        project,
        "  title: A made-up event\n",
        "  title: A made-up event\n  retracted: {date: 2020-03-04, reason: No.}\n",
    )
    output = typed("show", "first").output
    assert "status     retracted" in output
    assert "follows from 'retracted', content/events/all.yaml:4" in output
    assert "derived from the sources" not in output


def test_show_of_an_unknown_event_proposes_one(project):
    result = typed("show", "frist")
    assert (result.exit_code, result.output) == (
        1,
        "Error: there is no event 'frist' on the timeline; did you mean 'first'?\n",
    )


def test_show_says_that_an_id_is_that_of_something_else_or_of_an_event_that_cannot_be_read(project):
    assert typed("show", "made-up").output == (
        "Error: there is no event 'made-up' on the timeline; 'made-up' is an article\n"
    )
    edit(project, "date: 2020-02\n", "date: mid-February 2020\n")
    assert typed("show", "first").exit_code == 0
    edit(project, "date: 2020-01-02\n", "date: 2 January\n")
    assert typed("show", "first").output == (
        "Error: the event 'first' cannot be read, or stands in a file that cannot: see timeline check\n"
    )


def test_stats_counts(project):
    output = typed("stats").output
    assert output.startswith("2 events, 1 article, 0 storylines, 0 places, 0 actors, 0 media files\n")
    assert "timeline check: 1 warning\n" in output
    assert "Events by year\n  2  2020\n" in output
    assert "Events by status\n  1  single-source\n  1  disputed\n" in output
    assert "Sources by publisher\n  1  The Made-up Times\n  1  not stated\n" in output
    assert "Of 2 sources\n  1  without a publisher\n  1  without an address\n  1  with an address, without an archived copy\n" in output  # fmt: skip


@pytest.fixture
def published(project):
    """The project, its present state committed."""
    for arguments in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "One"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    return project


def test_diff_against_a_commit_tells_what_was_added_changed_and_removed(published):
    edit(published, "id: first\n  date: 2020-01-02", "id: third\n  date: 2020-03-01")
    edit(published, "title: Another made-up event", "title: Another event")
    output = typed("diff", "HEAD").output
    assert output.startswith("1 event added, 1 event changed, 1 event removed\n")
    assert (
        "changed event second: Another event, February 2020, day not known\n"
        "  title: Another made-up event → Another event\n"
    ) in output
    assert "added event third: A made-up event, 1 March 2020\n  status: single-source\n" in output
    assert "removed event first: A made-up event, 2 January 2020\n" in output


def test_diff_tells_a_renamed_event_by_its_alias(published):
    edit(published, "id: first\n", "id: renamed\n  aliases: [first]\n")
    output = typed("diff", "HEAD").output
    assert output.startswith("1 event changed\n")
    assert "  id: first → renamed\n" in output


def test_diff_tells_of_two_events_that_became_one_which_is_left(published):
    edit(published, "  aliases: [second-of-old]\n", "  aliases: [second-of-old, first]\n")
    text = (published / "content/events/all.yaml").read_text(encoding="utf-8")
    edit(published, text, text[text.index("- id: second") :])
    assert typed("diff", "HEAD").output == dedent("""\
        1 event changed, 1 event removed

        changed event second: Another made-up event, February 2020, day not known
          aliases: (nothing) → first

        removed event first: A made-up event, 2 January 2020
        """)


def test_diff_tells_what_moved_and_where(published):
    edit(published, "  date: 2020-01-02", "  date: 2020-02-02")
    edit(published, "  date: 2020-02\n", "  date: 2020-01\n")
    edit(published, "published: 2020-02-03", "published: 2020-02-01", "content/articles/made-up.md")
    output = typed("diff", "HEAD").output
    assert (
        "  date: 2 January 2020 → 2 February 2020\n  place on the timeline: first → after 'made-up'\n"
        in output
    )
    assert output.count("place on the timeline") == 1


def test_diff_shows_of_a_long_text_the_words_that_differ(published):
    text = " ".join(f"word{n}" for n in range(60))
    edit(published, "title: A made-up event", f"title: A made-up event\n  summary: {text}")
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "2"], check=True
    )
    edit(published, "word30", "another")
    assert (
        "  summary: … word26 word27 word28 word29 word30 word31 word32 word33 word34 …"
        " → … word26 word27 word28 word29 another word31 word32 word33 word34 …\n"
    ) in typed("diff", "HEAD").output


def test_diff_against_a_folder_and_of_nothing(published, tmp_path):
    write_tree(tmp_path / "base", PROJECT)
    assert typed("diff", str(tmp_path / "base")).output == "nothing changes\n"


def test_diff_as_markdown_lets_nobody_write_markup(published):
    edit(
        published,
        "title: Another made-up event",
        "title: A <b>bold</b> [claim](x) by @one (#1), `x` at www.x.org",
    )
    assert typed("diff", "HEAD", "--format", "markdown").output == dedent("""\
        ## What changes on the timeline

        1 event changed.

        ### Changed

        - ``A <b>bold</b> [claim](x) by @one (#1), `x` at www.x.org`` (the event `second`, February 2020, day not known)
            - title: `Another made-up event` → ``A <b>bold</b> [claim](x) by @one (#1), `x` at www.x.org``
        """)


def test_diff_prefers_a_commit_to_a_folder_that_somebody_named_like_it(published):
    edit(published, "title: Another made-up event", "title: Another event")
    write_tree(published / "HEAD", PROJECT.replace("Another made-up event", "Another event"))
    assert typed("diff", "HEAD").output.startswith("1 event changed\n")
    assert typed("diff", "./HEAD").output == "nothing changes\n"
    assert typed("check", "--against", "HEAD").exit_code == 0


def test_diff_against_a_commit_without_content_finds_all_of_it_new(published):
    commit = [
        "git",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "commit",
        "--quiet",
        "-m",
        "None yet",
    ]
    (published / "content").rename(published / "kept")
    subprocess.run([*commit, "-a"], cwd=published, check=True)
    (published / "kept").rename(published / "content")
    assert typed("diff", "HEAD").output.startswith("2 events added, 1 article added\n")


def test_diff_says_that_errors_keep_something_from_being_read(published):
    edit(published, "date: 2020-01-02", "date: 2020-01-40")
    output = typed("diff", "HEAD").output
    assert output.startswith("1 event removed\n\nThere are errors in the content.")
    assert "\n\nThere are errors in the content." in typed("diff", "HEAD", "--format", "markdown").output


def test_diff_against_nothing_known_says_so(project):
    result = typed("diff", "--", "--output=x")
    assert result.exit_code == 1
    assert "'--output=x' is no folder, and git knows no commit of that name" in result.output


def test_a_branch_that_is_there_from_afar_alone_is_proposed(published):
    subprocess.run(["git", "update-ref", "refs/remotes/origin/trunk", "HEAD"], cwd=published, check=True)
    assert "of that name; did you mean 'origin/trunk'?" in typed("diff", "trunk").output
    assert "of that name; 'git branch --all' names the branches" in typed("diff", "twig").output
    assert typed("diff").output == "nothing changes\n"


def test_diff_says_why_there_is_nothing_to_compare_with(project, monkeypatch, tmp_path):
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    assert "of that name; nothing has been committed yet\n" in typed("diff").output
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "; git says: detected dubious ownership in repository at" in typed("diff").output
    (project / "content").rename(tmp_path / "words")
    (project / "content").symlink_to(tmp_path / "words")
    assert "Error: content lies outside of the project's folder: it cannot be" in typed("diff", ".").output


def test_diff_never_runs_what_the_base_configures(published, tmp_path):
    base = write_tree(tmp_path / "base", PROJECT)
    (base / "mkdocs.yml").write_text("hooks: [evil.py]\nplugins: [nothing-there]\n", encoding="utf-8")
    assert typed("diff", str(base)).output == "nothing changes\n"


def test_check_explains_a_code(project):
    output = typed("check", "--explain", "bad-date").output
    assert output.startswith("bad-date (error)\n\nA date is written in EDTF")
    assert "date: 4 January 2020" in output
    assert "\nbad-date  " in typed("check", "--explain").output
    result = typed("check", "--explain", "bad-dat")
    assert (result.exit_code, result.output) == (
        1,
        "Error: there is no code 'bad-dat'; did you mean 'bad-date'?\n",
    )


def test_check_against_a_commit_finds_ids_that_are_gone(published):
    assert typed("check", "--against", "HEAD").exit_code == 0
    edit(published, "id: first", "id: renamed")
    result = typed("check", "--against", "HEAD")
    assert result.exit_code == 1
    assert (
        "content/events/all.yaml:1:1: error[lost-id]: the event 'first' was published, and is gone\n"
        in result.output
    )
    edit(published, "id: renamed", "id: renamed\n  aliases: [first]")
    assert typed("check", "--against", "HEAD").exit_code == 0


def test_a_former_alias_must_not_get_lost_either(published):
    edit(published, "  aliases: [second-of-old]\n", "")
    assert (
        "the event 'second-of-old' was published, and is gone" in typed("check", "--against", "HEAD").output
    )


def test_check_against_the_data_of_a_site_or_a_list_of_ids(project, tmp_path):
    assert typed("export", "--to", "out").exit_code == 0
    assert typed("check", "--against", "out/data/timeline.json").exit_code == 0
    edit(project, "id: first", "id: renamed")
    assert "the event 'first' was published" in typed("check", "--against", "out/data/timeline.json").output
    (tmp_path / "ids.txt").write_text("first\nsecond\n", encoding="utf-8")
    result = typed("check", "--against", str(tmp_path / "ids.txt"))
    assert ("'first' was" in result.output, "'second' was" in result.output) == (True, False)


def test_watching_sees_a_file_that_changes(project):
    seen = changes_of(load_project(None), interval=0.01)
    threading.Timer(0.2, edit, (project, "A made-up event", "Another title")).start()
    next(seen)
