"""A feed as JSON Feed, version 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from timeline.outputs.feed import Feed, Item, legal
from timeline.pages.changes import JSON_FEED

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The feed as a JSON document."""
    data = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.folder,
        "feed_url": f"{feed.folder}{JSON_FEED.file}",
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.author, "url": feed.home}],
        "items": [_item(item) for item in feed.items],
    }
    return legal(json.dumps(_stated(data), ensure_ascii=False, indent=1)) + "\n"


def _item(item: Item) -> dict[str, Any]:
    return _stated(
        {
            "id": item.id,
            "url": item.url,
            "external_url": item.original,
            "title": item.title,
            "content_html": item.content,
            "summary": item.summary,
            "date_published": item.published,
            "date_modified": item.updated,
            "tags": list(item.tags),
        }
    )


def _stated(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something: the format has no empty values."""
    return {name: value for name, value in fields.items() if value}
