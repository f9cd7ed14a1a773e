"""The timeline as pages: engine-neutral documents, made from our own templates."""

from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft, finished
from timeline.pages.edition import Edition
from timeline.pages.registry import PAGE_TYPES, documents, drafts

__all__ = [
    "PAGE_TYPES",
    "Document",
    "Draft",
    "Edition",
    "documents",
    "drafts",
    "finished",
    "root_of",
]
