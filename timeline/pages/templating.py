"""The templates' environment, made so that a template costs little although it is filled ten thousand times.

The words of the interface are put in when a template is compiled, not when it is filled; and the small
pieces that stand dozens of times on each page are filters, which cost a tenth of a macro's call.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from timeline.languages import Language
from timeline.pages.views import Link, WhenView


class Spoken(Protocol):
    """Whatever has words in a language that may not be the site's."""

    @property
    def lang(self) -> str:
        """The BCP 47 tag; empty for the site's own language."""

    @property
    def dir(self) -> str:
        """The direction; empty for the site's own."""


class Templates(Environment):
    """Our own templates, which see no engine's objects.

    Args:
        language: The language in which the site speaks.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(
            loader=PackageLoader("timeline", "templates"),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._language = language
        self.globals |= {"t": language.text, "n": language.plural, "comma": language.comma}
        self.filters |= {
            "apart": self._apart,
            "language": language_of,
            "anchor": anchor,
            "time": time_of,
        }

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Gives all templates one set of globals, which importing from one another compares each time."""
        return super().make_globals(d) if d else self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        _Words(self._language).visit(template)
        return template

    def _apart(self, words: str) -> str:
        """Words for the middle of a line, in an element of their own where they run against the line."""
        return Markup("<bdi>{}</bdi>").format(words) if self._language.runs_other_way(words) else words


class _Words(NodeTransformer):
    """Puts the words of the interface into a template: ``t('Sources')`` becomes what it will always be."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (jinja's name)
        """Translates a message that has no fields."""
        node = self.generic_visit(node)  # type: ignore[assignment] # a call stays one
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs) and len(node.args) == 1
        if isinstance(node.node, nodes.Name) and node.node.name == "t" and plain:
            message = node.args[0]
            if isinstance(message, nodes.Const):
                return nodes.Const(self._language.text(message.value), lineno=node.lineno)
        return node


def language_of(thing: Spoken) -> Markup:
    """The attributes that say in which language and direction words are, where those are not the site's."""
    made = ""
    if thing.lang:
        made = f' lang="{escape(thing.lang)}"'
    if thing.dir:
        made += f' dir="{escape(thing.dir)}"'
    return Markup(made)  # noqa: S704 (escaped above)


def anchor(link: Link) -> Markup:
    """A link, in its own language where that is not the site's."""
    return Markup(  # noqa: S704 (escaped here)
        f'<a href="{escape(link.url)}"{language_of(link)}>{escape(link.label)}</a>'
    )


def time_of(when: WhenView, words: str | None = None) -> Markup:
    """A time in words, with the machine's form where HTML can say it.

    Args:
        when: The date.
        words: What is said of it, where that is not the short form.
    """
    said = escape(when.short if words is None else words)
    return Markup(f'<time datetime="{escape(when.machine)}">{said}</time>') if when.machine else said  # noqa: S704 (escaped)
