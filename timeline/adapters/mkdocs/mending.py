"""Material's frame without three things in it, in parts of the frame that no block reaches.

Its switches carry an attribute that no checkbox may have in HTML; every page holds a script for tabs in its
content, of which our own pages have none; and by its links to the pages beside it Material's script leaves a
page at a single letter, ``n`` or ``p``, which somebody may type who means a field (WCAG 2.2, 2.1.4). They are
taken out as the template is read, so that there is no copy of the whole frame here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

_FRAME = "base.html"
_SWITCH = re.compile(r"<input\b[^>]*\btype=\"checkbox\"[^>]*>")
_TABS = re.compile(r"\{% include \"partials/javascripts/content\.html\" %\}")
_BESIDE = re.compile(r"<link rel=\"(?:prev|next)\"[^>]*>")


class MendedLoader(BaseLoader):
    """Hands on what another loader finds.

    Args:
        found: The loader that knows where the theme's templates are.
    """

    def __init__(self, found: BaseLoader) -> None:
        self._found = found

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's text, mended where it is the frame's."""
        source, filename, is_current = self._found.get_source(environment, template)
        if template == _FRAME:
            source = _SWITCH.sub(lambda switch: switch[0].replace(' autocomplete="off"', ""), source)
            source = _BESIDE.sub("", source)
            source = _TABS.sub(lambda tabs: f"{{% if not page.chronology %}}{tabs[0]}{{% endif %}}", source)
        return source, filename, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._found.list_templates()
