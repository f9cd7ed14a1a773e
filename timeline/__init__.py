"""A chronology of the news, from Markdown articles and YAML events to a static site."""

__version__ = "0.1.0"
