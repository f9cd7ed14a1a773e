"""Records into one timeline: merge, resolve references, order."""

from timeline.merging.claims import Claim, Claims, Rank
from timeline.merging.entries import Entry, EventEntry, Placed, ReportEntry
from timeline.merging.mentions import Mention, links_in
from timeline.merging.merge import Merged, merge
from timeline.merging.timeline import Timeline
from timeline.merging.weighing import Publishers, derived_status, independent

__all__ = [
    "Claim",
    "Claims",
    "Entry",
    "EventEntry",
    "Mention",
    "Merged",
    "Placed",
    "Publishers",
    "Rank",
    "ReportEntry",
    "Timeline",
    "derived_status",
    "independent",
    "links_in",
    "merge",
]
