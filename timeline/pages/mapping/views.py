"""What the templates of maps are given: every path drawn, every name in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.pages.mapping.labels import Label
from timeline.pages.mapping.outlines import Ground

MarkKind = Literal["point", "area", "region", "country"]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A place on a map.

    Attributes:
        kind: What stands for it.
        url: Where it leads.
        said: Its name and how many events it has, in words.
        x: Where its middle lies, from the left.
        y: And from the top.
        radius: Its radius.
        reach: The radius within which it is hit; 0 where that is no larger than the mark.
        stands: Whether any of its events does.
        label: Its name, where there is room for it.
    """

    kind: MarkKind
    url: str
    said: str
    x: float
    y: float
    radius: float
    reach: float
    stands: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A bar as long as so many kilometres."""

    x: float
    y: float
    length: float
    label: str


@dataclass(frozen=True, slots=True)
class InsetView:
    """A small map of what lies around: where it stands, its ground, and the frame of the large one."""

    x: float
    y: float
    width: int
    height: int
    ground: Ground
    focus: str
    window: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A map on one width of paper.

    Attributes:
        name: What style sheets call the width.
        width: The paper's width.
        height: Its height.
        ground: Land and borders.
        focus: The countries where the events happened.
        countries: The countries that are places themselves.
        homes: The names of the countries where the events happened.
        names: The names of other countries.
        quiet: The names of towns around the places.
        marks: The places, in the order of the list below the map.
        dots: Places that have no mark of their own.
        scale: The scale, where there is one.
        inset: Where in the world the map is, where it needs saying.
        type_size: The size of the type.
        home_size: The size in which the names of the countries of the events are set.
        fine: Whether borders are close to each other.
        world: Whether it shows the whole world.
        single: The radius of one event's dot.
        most: The radius of the largest dot.
    """

    name: str
    width: int
    height: int
    ground: Ground
    focus: str
    countries: str
    homes: tuple[Label, ...]
    names: tuple[Label, ...]
    quiet: tuple[Label, ...]
    marks: tuple[MarkView, ...]
    dots: str
    scale: ScaleView | None
    inset: InsetView | None
    type_size: float
    home_size: float
    fine: bool
    world: bool
    single: float
    most: float


@dataclass(frozen=True, slots=True)
class LocatorView:
    """A small map of one place, for its own page."""

    width: int
    height: int
    type_size: float
    said: str
    ground: Ground
    focus: str
    names: tuple[Label, ...]
    mark: MarkView | None
    country: str
    map_url: str
