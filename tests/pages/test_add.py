"""The page on which an event is added."""

import re

from timeline.pages.form_fields import RECORDS, types_of

SITE = """
    == content/events/all.yaml
    - {id: first, date: 2020, title: A made-up event, sources: [{title: A made-up source}]}
    == content/places.yaml
    - {id: exampleton, name: Exampleton-on-the-Page}
    == site_config/vocabulary.yaml
    format: 1
    kinds:
      picnic: {label: Picnic}
"""


def test_every_field_has_a_label_and_what_is_said_of_it_tied_to_it(publish):
    html = publish(SITE)["add/"].html
    controls = re.findall(r'<(?:input|textarea|select)[^>]* id="([^"]+)" aria-describedby="([^"]+)"', html)
    assert len(controls) > 30
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    for id, described in controls:
        assert f'<label for="{id}">' in html
        assert set(described.split()) <= ids
        assert {f"{id}-said", f"{id}-error"} <= set(described.split())


def test_every_key_that_the_models_have_for_it_is_asked_for(publish):
    html = publish(SITE)["add/"].html
    asked = set(re.findall(r'data-(?:key|list)="([^"]+)"', html))
    assert {key for model in RECORDS.values() for key in types_of(model)} - asked == set()


def test_the_sites_kinds_are_in_the_page_and_its_places_are_not(publish):
    html = publish(SITE)["add/"].html
    assert '<option value="picnic">Picnic</option>' in html
    assert "Exampleton-on-the-Page" not in html


def test_a_site_on_github_hands_over_to_github_and_another_one_copies(publish):
    there = publish(
        SITE, new_url="https://github.com/example/x/new/main/{folder}?filename={name}&value={value}"
    )
    assert "Open it on GitHub</button>" in there["add/"].html
    own = publish(SITE, new_url="https://git.example:8443/new/{folder}/{name}?text={value}")["add/"].html
    assert "Open it on git.example:8443</button>" in own
    assert "git.example:8443 opens in a new window, with the file filled in." in own
    elsewhere = publish(SITE)["add/"].html
    assert "GitHub" not in re.sub(r"<script.*?</script>", "", elsewhere) + own
    assert "Put the copied lines into a new file in the folder content/events" in elsewhere


def test_without_scripts_the_page_says_how_to_write_an_event_by_hand(publish):
    page = publish(
        SITE + "    == content/add-an-event.md\n    ---\n    title: How to\n    ---\n    Words.\n"
    )["add/"]
    by_hand = page.html.split('class="part by-hand"')[1]
    assert "- id: exampleton-rocket" in by_hand
    assert '<a href="../add-an-event/">Every key, with examples</a>' in by_hand


def test_a_date_in_a_hint_does_not_break_at_its_hyphens(publish):
    page = publish(SITE)["add/"].html
    assert '<span class="whole">2020-01-04</span>, <span class="whole">2020-01</span>, 2020.' in page
    assert '<span class="whole">2020-01-03/2020-01-05</span> is a span.' in page
