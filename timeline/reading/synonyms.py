"""What people write for our keys: the words of other tools, of other languages, and what has no key here.

It is data, apart from what is said of a key that a record does not have, so that one more word is one line.
"""

from __future__ import annotations

from pydantic import BaseModel

from timeline.records import Actor, Article, Event, Place, Source

SYNONYMS: dict[str, tuple[str, ...]] = {
    "agency": ("origin",),
    "amount": ("value",),
    "archive": ("archived",),
    "attribution": ("credit", "by"),
    "author": ("byline", "by"),
    "categories": ("tags",),
    "category": ("kind", "tags"),
    "caused_by": ("response_to",),
    "certainty": ("status",),
    "city": ("place", "name"),
    "claim": ("says",),
    "confidence": ("status",),
    "content": ("body",),
    "copyright": ("licence", "credit"),
    "count": ("value",),
    "created": ("added",),
    "datetime": ("date", "published"),
    "date": ("published",),
    "day": ("date",),
    "description": ("summary", "caption", "note"),
    "follows": ("after",),
    "from": ("min", "date"),
    "groups": ("actors",),
    "headline": ("title",),
    "high": ("max",),
    "highest": ("max",),
    "hour": ("time",),
    "href": ("url",),
    "image": ("media", "file"),
    "images": ("media",),
    "importance": ("key",),
    "important": ("key",),
    "journalist": ("byline",),
    "keywords": ("tags",),
    "label": ("what", "title", "name"),
    "labels": ("tags",),
    "lang": ("language",),
    "lat": ("latitude",),
    "license": ("licence",),
    "link": ("url",),
    "links": ("sources",),
    "lng": ("longitude",),
    "location": ("place",),
    "lon": ("longitude",),
    "long": ("longitude",),
    "low": ("min",),
    "lowest": ("min",),
    "modified": ("updated",),
    "name": ("title", "label", "what", "by"),
    "newspaper": ("publisher",),
    "note": ("reason",),
    "notes": ("note", "body"),
    "number": ("value",),
    "outlet": ("publisher",),
    "parent": ("part_of", "within"),
    "path": ("file",),
    "people": ("actors",),
    "persons": ("actors",),
    "photo": ("media", "file"),
    "photos": ("media",),
    "picture": ("media", "file"),
    "pictures": ("media",),
    "quantity": ("value",),
    "reason": ("note",),
    "reference": ("sources",),
    "references": ("sources",),
    "retrieved": ("accessed",),
    "says_who": ("by",),
    "severity": ("key",),
    "source": ("sources", "publisher"),
    "src": ("file",),
    "start": ("date",),
    "statement": ("says",),
    "subtitle": ("summary",),
    "tag": ("tags",),
    "text": ("body", "says", "note"),
    "title": ("name", "label", "caption"),
    "to": ("max",),
    "town": ("place", "name"),
    "type": ("kind", "what"),
    "tz": ("timezone",),
    "verified": ("status",),
    "video": ("media", "file"),
    "visited": ("accessed",),
    "website": ("url",),
    "what": ("says", "title"),
    "when": ("date", "published"),
    "where": ("place",),
    "who": ("by", "actors"),
    "why": ("reason", "note"),
    "zone": ("timezone",),
    # French, German, Spanish
    "titre": ("title",), "titel": ("title",), "titulo": ("title",), "título": ("title",),
    "datum": ("date", "published"), "fecha": ("date", "published"),
    "lieu": ("place",), "ort": ("place",), "lugar": ("place",),
    "heure": ("time",), "uhrzeit": ("time",), "hora": ("time",),
    "résumé": ("summary",), "resume": ("summary",), "zusammenfassung": ("summary",), "resumen": ("summary",),
    "quelle": ("sources",), "quellen": ("sources",), "fuente": ("sources",), "fuentes": ("sources",),
    "statut": ("status",), "estado": ("status",), "art": ("kind",), "genre": ("kind",), "tipo": ("kind",),
    # Arabic
    "عنوان": ("title",), "العنوان": ("title",), "تاريخ": ("date", "published"),
    "التاريخ": ("date", "published"), "الوقت": ("time",), "وقت": ("time",),
    "مكان": ("place",), "المكان": ("place",), "ملخص": ("summary",), "الملخص": ("summary",),
    "مصدر": ("sources",), "المصدر": ("sources",), "مصادر": ("sources",), "المصادر": ("sources",),
    "نوع": ("kind",), "النوع": ("kind",), "حالة": ("status",), "الحالة": ("status",),
    "معرف": ("id",), "المعرف": ("id",), "الناشر": ("publisher",), "الرابط": ("url",), "الكاتب": ("byline",),
}  # fmt: skip
"""What people write, by what it is called here; the first that the record has is meant."""

_COUNTED = "write how many under 'figures', each with 'what' and 'value'"
_SPAN = "write a span in 'date', as in 2020-01-03/2020-01-05"
_DRAFT = "every event in a file is published: keep it out of the file until it is ready"
_CHANGED = "write what changed under 'corrections', each with 'date' and 'note'"
_ASIDE = "write it under 'body' if it is for readers; what is for editors alone stands behind a '#'"
_WITHIN = "a place says where it lies: write it in content/places.yaml, and the place's id under 'place'"
_OF_SOURCE = "it belongs to a source: write it below that source's '- title: …', under 'sources'"

ADVICE: dict[tuple[type[BaseModel], str], str] = {
    **dict.fromkeys(
        ((Event, key) for key in ("casualties", "dead", "deaths", "injured", "killed", "victims", "wounded")),
        _COUNTED,
    ),
    **dict.fromkeys(((Event, key) for key in ("end", "end_date", "enddate", "until", "to", "finish")), _SPAN),
    (Event, "draft"): _DRAFT,
    (Event, "event"): "write its keys here, without 'event:' above them",
    **dict.fromkeys(((Event, key) for key in ("comment", "note", "notes", "todo")), _ASIDE),
    (Event, "published"): "it belongs to a source; the day on which we first published an entry is 'added'",
    **dict.fromkeys(((Event, key) for key in ("changed", "modified", "updated")), _CHANGED),
    **dict.fromkeys(((Event, key) for key in ("country", "latitude", "longitude", "lat", "lon")), _WITHIN),
    **dict.fromkeys(
        ((Event, key) for key in ("archived", "author", "byline", "publisher", "quote", "url", "link")),
        _OF_SOURCE,
    ),
    **dict.fromkeys(
        ((Place, key) for key in ("coordinates", "coords", "geo", "position", "latlng", "latlon")),
        "write 'latitude:' and 'longitude:', a key each",
    ),
    **dict.fromkeys(
        ((model, key) for model in (Actor, Place) for key in ("aliases", "alias", "aka")),
        "write names in other languages under 'names'; what else it is called goes into 'note'",
    ),
    (Article, "date"): "write 'published:', for when it came out; each event in it has a 'date' of its own",
    (Source, "id"): "an article of this site is cited by its id alone: write it as the whole item",
}
"""What to do about keys that belong to something else than they stand in."""
