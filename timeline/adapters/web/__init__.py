"""The web, as far as the program ever asks it anything: whether the links that records cite still answer."""

from timeline.adapters.web.manner import Manner
from timeline.adapters.web.outcome import Outcome, State
from timeline.adapters.web.reach import is_public
from timeline.adapters.web.round import try_all

__all__ = ["Manner", "Outcome", "State", "is_public", "try_all"]
