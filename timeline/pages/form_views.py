"""What the templates of the form for a new event are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from timeline.pages.views import KindView, Link, StatusView


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the form.

    Attributes:
        id: The id of its control.
        key: The key in the record; empty where the value is the item of a list itself.
        label: What it is called.
        help: How to fill it in; or empty.
        control: ``line``, ``area``, ``tick``, ``day`` or ``select``.
        choices: What the script proposes for it: ``place``, ``zone`` and so on; or empty.
        mode: The keyboard that a phone should show; or empty.
        needed: Whether it must be filled in.
        options: What a select offers: the value and the words.
        plain: Whether it holds no words of a language, so that a phone should not correct them.
        new: The words of the button that makes something new of what is not there to choose; or empty.
    """

    id: str
    key: str
    label: str
    help: str
    control: str
    choices: str = ""
    mode: str = ""
    needed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    plain: bool = False
    new: str = ""
    is_list: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ItemView:
    """One way to fill an item of a list.

    Attributes:
        name: What the script calls it: a record, or what a lone value is.
        add: The words of the button that adds an item.
        fields: The fields that are seen at once; one alone without a key is the item itself.
        rest: Those that are seldom filled in.
        named: Whether the field says what the item is, so that nothing has to say it above.
    """

    name: str
    add: str
    fields: tuple[FieldView, ...]
    rest: tuple[FieldView, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of the form, whose items are added and removed by buttons."""

    key: str
    label: str
    help: str
    item: str
    remove: str
    needed: bool
    ways: tuple[ItemView, ...]
    is_list: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class PartView:
    """Fields and lists that belong together, under one heading."""

    label: str
    open: bool
    fields: tuple[FieldView | ListView, ...]


@dataclass(frozen=True, slots=True)
class NewView:
    """Lines for another file: of what the event names and the site does not have yet."""

    noun: str
    title: str
    help: str
    file: Link


@dataclass(frozen=True, slots=True)
class AddView:
    """What the template of the page is given."""

    title: str
    lead: str
    parts: tuple[PartView, ...]
    action: str
    after: str
    left_out: str
    left: Markup
    new: tuple[NewView, ...]
    data: Markup
    preview: Markup
    statuses: tuple[StatusView, ...]
    kinds: tuple[tuple[str, KindView], ...]
    by_hand: str
    example: str
    help: Link | None
