"""MkDocs: the only package that imports it."""

from timeline.adapters.mkdocs.options import BadConfig, TimelineConfig, load_project
from timeline.adapters.mkdocs.plugin import TimelinePlugin

__all__ = ["BadConfig", "TimelineConfig", "TimelinePlugin", "load_project"]
