"""Finished files onto the disk: written whole, or not at all; and the notation that the program writes."""

from timeline.writing.append import CannotAppend, appended
from timeline.writing.cursor import CannotFormat
from timeline.writing.files import leading_out, links_below, replace_files, write_files
from timeline.writing.layout import formatted
from timeline.writing.locks import Lock
from timeline.writing.notation import Value, list_item, mapping, scalar
from timeline.writing.shelf import Shelf
from timeline.writing.site import Mirror, SiteFolder
from timeline.writing.swap import Swap

__all__ = [
    "CannotAppend",
    "CannotFormat",
    "Lock",
    "Mirror",
    "Shelf",
    "SiteFolder",
    "Swap",
    "Value",
    "appended",
    "formatted",
    "leading_out",
    "links_below",
    "list_item",
    "mapping",
    "replace_files",
    "scalar",
    "write_files",
]
