"""The rules that a timeline keeps, one small module each."""

from timeline.checks.check import Check, Finding
from timeline.checks.examine import Examined, examine, levelled
from timeline.checks.registry import CHECKS

__all__ = ["CHECKS", "Check", "Examined", "Finding", "examine", "levelled"]
