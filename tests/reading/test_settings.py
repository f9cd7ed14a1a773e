"""What is wrong with a site's settings is told at its line, in the words of whoever sets up a site."""

import pytest

from timeline.adapters.mkdocs.options import TimelineConfig
from timeline.problems import Severity
from timeline.reading.option_rules import LIMITS, OPTIONS
from timeline.reading.settings import read_settings, settings_problems
from timeline.reading.text import SourceText

SITE = """\
site_name: A made-up site
plugins:
  - search
  - timeline:
      {}
"""
WRONG = {
    "timezone: Europe/Londn": ("5:17 bad-setting", "there is no time zone 'Europe/Londn'", "did you mean Europe/London?"),
    "license_url: https://example.org/": (
        "5:7 unknown-setting", "the timeline plugin has no option 'license_url'", "did you mean 'licence_url'?",
    ),
    "levels: {likely-duplicates: error}": (
        "5:16 unknown-setting", "there is no code 'likely-duplicates'", "did you mean 'likely-duplicate'?",
    ),
    "levels: {likely-duplicate: warn}": ("5:34 bad-setting", "'warn' is no level", "did you mean 'warning'?"),
    "levels: {likely-duplicate: severe}": (
        "5:34 bad-setting", "'severe' is no level", "write one of error, note, off, warning",
    ),
    "levels: {zzz: error}": (
        "5:16 unknown-setting", "there is no code 'zzz'",
        "the page codes/ of the site, and the handbook's 'every message', list them",
    ),
    "zzz: 1": (
        "5:7 unknown-setting", "the timeline plugin has no option 'zzz'", f"its options are {', '.join(sorted(OPTIONS))}",
    ),
    "limits: {zzz: 5}": ("5:16 unknown-setting", "there is no limit 'zzz'", f"they are {', '.join(sorted(LIMITS))}"),
    "limits: many": (
        "5:15 bad-setting", "limits are written as 'key: value' lines, each with its name",
        "write it below 'limits:', as in 'pixels: 50000000'",
    ),
    "limits: {pixels: 1.}": ("5:24 bad-setting", "'1.' is not a whole number of 1 or more", "write 1"),
    "licence_url: WWW.example.org": (
        "5:20 bad-setting", "'WWW.example.org' is no address", "write https://WWW.example.org",
    ),
    "licence_url: see the terms": (
        "5:20 bad-setting", "'see the terms' is no address", "write it whole, as in https://example.org/terms",
    ),
    "<<: [{<<: {contact: a@example.org}}, 1, {contact: never, cache: never}]": (
        "5:71 bad-setting", "'never' is neither true nor false", "write true or false",
    ),
    "levels: strict": (
        "5:15 bad-setting", "levels are written as 'key: value' lines, each with its name",
        "write it below 'levels:', as in 'likely-duplicate: error'",
    ),
    "limits: {pixel: 5}": ("5:16 unknown-setting", "there is no limit 'pixel'", "did you mean 'pixels'?"),
    "limits: {pixels: '50,000,000'}": (
        "5:24 bad-setting", "'50,000,000' is not a whole number of 1 or more", "write 50000000",
    ),
    "limits: {pixels: 0}": (
        "5:24 bad-setting", "'0' is not a whole number of 1 or more", "write its digits alone, as in 50000000",
    ),
    f"limits: {{pixels: {'9' * 5000}}}": (
        "5:24 bad-setting", f"'{'9' * 40}' is not a whole number of 1 or more", "write its digits alone, as in 50000000",
    ),
    "cache: never": ("5:14 bad-setting", "'never' is neither true nor false", "write true or false"),
    "contact: write to us": (
        "5:16 bad-setting", "'write to us' is neither a mail address nor the address of a page",
        "write one, as in corrections@example.org, or the address of a page, as in https://example.org/contact",
    ),
    "contact: example.org/contact": None,
    "contact: www.example.org": (
        "5:16 bad-setting", "'www.example.org' is neither a mail address nor the address of a page",
        "write https://www.example.org",
    ),
    "edit_url: https://git.example/edit": (
        "5:17 bad-setting", "there is no {path} in this address", "write {path} where the path belongs",
    ),
    "feed_id: example.org": (
        "5:16 bad-setting", "'example.org' is no id of a feed",
        "write tag:, a host of yours, and a year in which it was yours, as in tag:example.org,2020",
    ),
    "timezone: [Europe/London]": (
        "5:17 bad-setting", "one value is expected here, and no list or mapping", "write it behind the colon",
    ),
    "timezone: Europe/London\n     contact: a@example.org": (
        "6:6 yaml-syntax", "this key does not begin in the column of the keys above it",
        "begin it in column 7, if it belongs to the same record",
    ),
}  # fmt: skip
RIGHT = [
    "timezone: !ENV [ZONE, UTC]",
    "levels: {unused-place: off, unused-actor: false, likely-duplicate: error}",
    "levels:",
    "limits: {pixels: 50_000_000}",
    "contact: mailto:corrections@example.org",
    "contact: https://example.org/contact",
    "contact: about/#contact",
    "contact: 'desk@example.org, corrections@example.org'",
    "cache: no",
    "whole_up_to: 0",
    "feed_id: tag:example.org,2020",
    "licence_url: about/licence/",
    "enabled: !ENV [ONLINE, true]",
    "levels: !ENV [LEVELS, {}]",
    *(
        f"levels: {{unused-place: {word}}}"
        for word in ("False", "FALSE", "no", "No", "NO", "Off", "OFF", "off", "note")
    ),
    "edit_url: https://git.example/edit/{path}",
    "<<: &own {contact: a@example.org, levels: {<<: &levels {unused-place: off}}}",
    "<<: &own {<<: *own, contact: a@example.org}",
    "<<: [{contact: a@example.org}, {contact: write to us}]",
    "cache: no\nsite_url: https://news.example.org/",
    "cache: no\nsite_url: ''",
]


def told(text: str) -> list[tuple[str, str, str]]:
    problems = [*settings_problems(SourceText("mkdocs.yml", text))]
    for problem in problems:
        # Of a key that is passed over, MkDocs can build without; a limit that is not known is none.
        is_passed_over = problem.code == "unknown-setting" and "limit" not in problem.message
        assert problem.severity is (Severity.WARNING if is_passed_over else Severity.ERROR)
        assert problem.span.file == "mkdocs.yml"
    return [(f"{p.span.line}:{p.span.column} {p.code}", p.message, p.hint) for p in problems]


@pytest.mark.parametrize("option", WRONG)
def test_a_setting_that_is_wrong_is_told_at_its_line_with_what_to_write(option):
    assert told(SITE.format(option)) == [row for row in [WRONG[option]] if row]


@pytest.mark.parametrize("option", RIGHT)
def test_nothing_is_said_of_settings_that_are_right(option):
    assert told(SITE.format(option)) == []


def test_the_settings_of_mkdocs_that_the_site_speaks_by_are_looked_at_too():
    assert told("theme: {name: material, language: de}\nplugins: {timeline: {timezone: Bagdad}}\n") == [
        ("1:1 bad-setting", "there is no 'site_name' here",
         "add a line such as 'site_name: Exampleton chronology': what the site is called"),
        ("1:35 bad-setting", "there is no catalogue for the language 'de'", "write one of en, ar"),
        ("2:32 bad-setting", "there is no time zone 'Bagdad'", "did you mean Asia/Baghdad?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("site_url: news.example.org", (
            "1:11 bad-setting", "'news.example.org' is not a whole address", "write https://news.example.org",
        )),
        ("site_url: our site", (
            "1:11 bad-setting", "'our site' is not a whole address", "write it whole, as in https://example.org/news/",
        )),
        ("theme: mkdocs", (
            "1:8 bad-setting", "the timeline plugin does not know the theme 'mkdocs'",
            "write 'name: material' below 'theme:'",
        )),
        ("repo_url: git.example/news", (
            "1:11 bad-setting", "'git.example/news' is not a whole address", "write https://git.example/news",
        )),
        ("plugins:\n  - timeline:\n    timezone: UTC", (
            "3:5 bad-setting", "'timezone' stands beside 'timeline:' here, and not below it",
            "indent it, and all options below it, by four spaces more",
        )),
        ("timezone: UTC", (
            "1:1 unknown-setting", "'timezone' is an option of the plugin, and has no effect here",
            "write it below '- timeline:' under 'plugins', indented by four spaces more",
        )),
        ("theme: {name: mkdocs, language: en}", (
            "1:15 bad-setting", "the timeline plugin does not know the theme 'mkdocs'",
            "write 'name: material' below 'theme:'",
        )),
        ("plugins: [search, timelines]", (
            "1:19 bad-setting", "there is no plugin 'timelines'", "did you mean 'timeline'?",
        )),
    ],
)  # fmt: skip
def test_what_mkdocs_would_pass_over_or_stop_at_is_told_too(line, row):
    assert told(f"{line}\nsite_name: A made-up site\n") == [row]


def test_what_stands_in_another_file_is_not_missed():
    assert told("INHERIT: ../base.yml\nplugins: {timelines: {}}\n") == []


def test_every_option_of_the_plugin_has_its_rule():
    assert set(TimelineConfig()) == set(OPTIONS)


NAV = (
    "site_name: A\ndocs_dir: content\nplugins: [{plugins}timeline]\nnav:\n  - index.md\n  - Made up: {page}\n"
)


@pytest.mark.parametrize(
    ("page", "hint"),
    [
        ("abuot.md", "did you mean 'about.md'?"),
        ("about/index.md", "did you mean 'about.md'?"),
        ("places.md", "did you mean 'places/index.md'?"),
        ("place/index.md", "did you mean 'places/index.md'?"),
        ("zzz.md", "write the path of a file, as in about.md, or take it out"),
        ("./about.md", ""),
        ("media/report.pdf", ""),
        ("map/index.md", ""),
        ("events/flood/index.md", ""),
        ("2020/01/index.md", ""),
        ("201x/index.md", ""),
        ("https://example.org/", ""),
        ("mailto:desk@example.org", ""),
        ("/elsewhere/", ""),
        ("!ENV [PAGE, zzz.md]", ""),
        ("&pages [*pages]", ""),
        (f"{'y' * 300}.md", "write the path of a file, as in about.md, or take it out"),
    ],
)
def test_a_page_of_the_navigation_that_is_not_there_is_told_at_its_line(tmp_path, page, hint):
    for name in ("index.md", "about.md", "media/report.pdf"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text("", encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    for plugins, expected in (("", [hint] if hint else []), ("gen-files, ", [])):
        settings.write_text(NAV.format(plugins=plugins, page=page), encoding="utf-8")
        _, problems = read_settings(settings, "mkdocs.yml")
        assert [(str(p.span), p.message, p.hint) for p in problems] == [
            ("mkdocs.yml:6:14", f"there is no page '{page}'", hint) for hint in expected
        ]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("docs_dir: contents", ("1:11", "there is no folder 'contents'", "did you mean 'content'?")),
        (
            "strict: true",
            ("1:1", "nothing says where the content is, and there is no folder 'docs'", "add the line 'docs_dir: content'"),
        ),
        (f"docs_dir: {'x' * 300}", ("1:11", f"there is no folder '{'x' * 300}'", "did you mean 'content'?")),
        (
            "docs_dir: null",
            ("1:1", "nothing says where the content is, and there is no folder 'docs'", "add the line 'docs_dir: content'"),
        ),
        ("docs_dir: !ENV [DOCS, nowhere]", None),
        ("INHERIT: base.yml", None),
    ],
)  # fmt: skip
def test_a_content_folder_that_is_not_there_is_told_at_its_line(tmp_path, line, row):
    (tmp_path / "content").mkdir()
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"{line}\nsite_name: A made-up site\n", encoding="utf-8")
    _, problems = read_settings(settings, "mkdocs.yml")
    told = [(f"{p.span.line}:{p.span.column}", p.message, p.hint) for p in problems]
    assert told == [row for row in [row] if row]


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("site_name: \u0633\u062c\u0644 \u2068Made Up\u2069 # \u202e", []),
        ("# \u202ba made-up remark", []),
        ("site_name: 'No. # \u202e1'", [19]),
        ("# \u202e\n" * 30 + "site_name: a \u2067b", [14]),
        ("site_name: a \u2067b\u202c", [14, 16]),
        ("site_name: a \u202eb\u202c", [14, 16]),
    ],
)
def test_marks_of_direction_may_stand_in_a_comment_and_around_a_name(tmp_path, line, refused):
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"{line}\n{'' if 'site_name' in line else 'site_name: A'}\n", encoding="utf-8")
    _, problems = read_settings(settings, "mkdocs.yml")
    assert [(p.code, p.span.column) for p in problems] == [("bidirectional-character", at) for at in refused]
