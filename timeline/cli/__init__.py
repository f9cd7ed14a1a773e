"""The ``timeline`` command."""

from timeline.cli.main import main

__all__ = ["main"]
