"""Finished files onto the disk: written whole, or not at all."""

from timeline.writing.files import write_files
from timeline.writing.swap import Swap

__all__ = ["Swap", "write_files"]
