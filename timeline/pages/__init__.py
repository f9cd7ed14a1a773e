"""The timeline as pages: engine-neutral documents, made from our own templates."""

from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition
from timeline.pages.registry import PAGE_TYPES, documents

__all__ = ["PAGE_TYPES", "Document", "Edition", "documents", "root_of"]
