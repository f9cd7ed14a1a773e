"""What can be wrong in an editor's files, and how it is said."""

from timeline.problems.problem import Problem, Related, Severity, Span, sort_problems
from timeline.problems.reports import FORMATS, report

__all__ = ["FORMATS", "Problem", "Related", "Severity", "Span", "report", "sort_problems"]
