"""The editor's vocabulary as typed, frozen models."""

from timeline.records.addresses import check_url
from timeline.records.article import Article, EventRef
from timeline.records.content import Content, Fragments
from timeline.records.dead_link import DeadLink
from timeline.records.event import Correction, Event, Media, Retraction, Status
from timeline.records.located import Located, Path, Places
from timeline.records.look_alikes import is_disguised, mixed_words, name_of
from timeline.records.record import Record, Written, quoted, refuse
from timeline.records.scalars import ID_PATTERN, WINDOWS_NAMES, explain, slug
from timeline.records.silence import Silence
from timeline.records.site import Site
from timeline.records.source import Account, CitedSource, Figure, Source, SourceRef
from timeline.records.subjects import Actor, Page, Place, PlacePrecision, Publisher, Storyline
from timeline.records.vocabulary import COLOURS, ICONS, Kind, StatusWords, Vocabulary

__all__ = [
    "COLOURS",
    "ICONS",
    "ID_PATTERN",
    "WINDOWS_NAMES",
    "Account",
    "Actor",
    "Article",
    "CitedSource",
    "Content",
    "Correction",
    "DeadLink",
    "Event",
    "EventRef",
    "Figure",
    "Fragments",
    "Kind",
    "Located",
    "Media",
    "Page",
    "Path",
    "Place",
    "PlacePrecision",
    "Places",
    "Publisher",
    "Record",
    "Retraction",
    "Silence",
    "Site",
    "Source",
    "SourceRef",
    "Status",
    "StatusWords",
    "Storyline",
    "Vocabulary",
    "Written",
    "check_url",
    "explain",
    "is_disguised",
    "mixed_words",
    "name_of",
    "quoted",
    "refuse",
    "slug",
]
