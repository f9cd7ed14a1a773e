"""Editors' files into records, strictly, each value with its file, line and column."""

from timeline.reading.kept import Memory
from timeline.reading.limits import Limits
from timeline.reading.project import Reading, read_project, shown_path
from timeline.reading.settings import read_settings

__all__ = ["Limits", "Memory", "Reading", "read_project", "read_settings", "shown_path"]
