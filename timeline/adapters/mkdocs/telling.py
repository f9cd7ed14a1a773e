"""Problems in MkDocs' log, which strict mode counts."""

from __future__ import annotations

import logging
from typing import Any

from mkdocs.utils import CountHandler

from timeline.adapters.project import Checked
from timeline.problems import Problem, Severity, report
from timeline.problems.reports import shortened

log = logging.getLogger("mkdocs.plugins.timeline")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


def tell(checked: Checked) -> None:
    """Logs every problem in the words of ``timeline check``; strict mode counts the warnings."""

    def alone(problem: Problem) -> str:
        return report([problem], checked.reading.line_of).rsplit("\n\n", 1)[0].rstrip()

    for problem in shortened(checked.examined.problems):
        log.log(_LEVELS[problem.severity], alone(problem))


def strict_count() -> list[Any]:
    """What strict mode has counted so far; empty where it is off."""
    handlers = logging.getLogger("mkdocs").handlers
    return [
        count for handler in handlers if isinstance(handler, CountHandler) for count in handler.get_counts()
    ]
