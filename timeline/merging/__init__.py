"""Records into one timeline: merge, resolve references, order."""

from timeline.merging.addresses import Address, Role
from timeline.merging.claims import Claim, Claims, Rank
from timeline.merging.entries import Entry, EventEntry, Placed, ReportEntry
from timeline.merging.mentions import MADE_PAGES, OUTSIDE, RECORDS, Mention, folder_of
from timeline.merging.merge import Merged, merge
from timeline.merging.misnamed import better_told
from timeline.merging.nearest import Nearest
from timeline.merging.owners import Owner, Owners
from timeline.merging.references import AROUND_LINKS
from timeline.merging.resolution import IDENTITIES, REPEATED, SILENCEABLE
from timeline.merging.sections import section, sections_of
from timeline.merging.timeline import Timeline
from timeline.merging.weighing import Publishers, derived_status, independent
from timeline.merging.wordings import Wording
from timeline.merging.written_names import VOICES, Use

__all__ = [
    "AROUND_LINKS",
    "IDENTITIES",
    "MADE_PAGES",
    "OUTSIDE",
    "RECORDS",
    "REPEATED",
    "SILENCEABLE",
    "VOICES",
    "Address",
    "Claim",
    "Claims",
    "Entry",
    "EventEntry",
    "Mention",
    "Merged",
    "Nearest",
    "Owner",
    "Owners",
    "Placed",
    "Publishers",
    "Rank",
    "ReportEntry",
    "Role",
    "Timeline",
    "Use",
    "Wording",
    "better_told",
    "derived_status",
    "folder_of",
    "independent",
    "merge",
    "section",
    "sections_of",
]
