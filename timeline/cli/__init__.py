"""The ``timeline`` command."""

from timeline.cli.main import main, run

__all__ = ["main", "run"]
