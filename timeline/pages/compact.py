"""JSON without a blank: what pages and files hold for machines, made ten thousands of times in a build."""

from __future__ import annotations

from pydantic_core import to_json


def compact(data: object) -> str:
    """Plain data as JSON, its letters as they are.

    It takes a third of the time of Python's own way, which makes an encoder each time.
    """
    return to_json(data).decode("utf-8")
