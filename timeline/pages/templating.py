"""The templates' environment, made so that a template costs little although it is filled ten thousand times.

The words of the interface are put in when a template is compiled, not when it is filled; and the small
pieces that stand dozens of times on each page are filters, which cost a tenth of a macro's call.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
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


_SPECIAL = re.compile("[&<>\"']").search
_HYPHENED = re.compile(r"[0-9][0-9/.:~?]*-[0-9][0-9/.:~?-]*")


def escaped(value: object) -> str:
    """A value as HTML, for what is joined at once: MarkupSafe's escape without an object each time."""
    if type(value) is str:
        return value if _SPECIAL(value) is None else str(escape(value))
    return value if type(value) is Markup else escape(value)


def marked(html: str) -> Markup:
    """HTML as what need not be escaped; MarkupSafe's own way to it takes five times as long."""
    return str.__new__(Markup, html)


class _Macro(Macro):
    """A macro of its own arguments alone: mostly it gets all in their order, and is a function's call."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 (as jinja takes them)
        """Fills the macro."""
        if kwargs or len(args) != self._argument_count:
            return super().__call__(*args, **kwargs)
        return marked(self._func(*args))


class _Generator(CodeGenerator):
    """Writes templates' code: what is put out is escaped by our function, and steps are Python's own.

    Jinja asks at each step whether what is named is an item, and at each call whether the template's context
    is wanted. Here it never is: that would be three million questions for ten thousand pages.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (jinja's name)
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 (likewise)
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")")
        before = "("
        for argument in (*node.args, *node.kwargs):
            self.write(before)
            self.visit(argument, frame)
            before = ", "
        self.write(")" if node.args or node.kwargs else "()")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        names = [argument.name for argument in macro_ref.node.args]
        name = getattr(macro_ref.node, "name", None)
        self.write(f"environment.macro(environment, macro, {name!r}, {names!r}, False, False, False, True)")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


def templates_in(language: Language) -> Templates:
    """The templates in a language, compiled once: that takes a fifth of a second, and ``serve`` waits.

    Where one of them has changed, as it may under ``serve``, all are compiled anew.
    """
    folder = Path(str(resources.files("timeline") / "templates"))
    return _compiled(language, tuple(sorted((p.name, p.stat().st_mtime_ns) for p in folder.glob("*.html"))))


@lru_cache(maxsize=4)
def _compiled(language: Language, state: tuple[tuple[str, int], ...]) -> Templates:
    del state  # it only tells one state of the files from another
    return Templates(language)


class Templates(Environment):
    """Our own templates, which see no engine's objects.

    Args:
        language: The language in which the site speaks.
    """

    code_generator_class = _Generator
    escaped = staticmethod(escaped)
    macro = _Macro

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
        self._found: dict[str, Template] = {}
        self.globals |= {"t": language.text, "n": language.plural, "comma": language.comma}
        self.filters |= {
            "apart": self._apart,
            "language": language_of,
            "anchor": anchor,
            "time": time_of,
            "whole": whole,
        }

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Gives all templates one set of globals, which importing from one another compares each time."""
        return super().make_globals(d) if d else self.globals

    def get_template(
        self, name: Template | str, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Gives a template by its name; others import from it for each page that is made."""
        found = self._found.get(name) if isinstance(name, str) else None
        if found is None:
            found = super().get_template(name, parent, globals)
            self._found[str(found.name)] = found
        return found

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
        made = f' lang="{escaped(thing.lang)}"'
    if thing.dir:
        made += f' dir="{escaped(thing.dir)}"'
    return marked(made)


def anchor(link: Link) -> Markup:
    """A link, in its own language where that is not the site's."""
    language = language_of(link) if link.lang or link.dir else ""
    return marked(f'<a href="{escaped(link.url)}"{language}>{escaped(link.label)}</a>')


def whole(words: str) -> Markup:
    """Words in which what has digits and hyphens in it, as dates have, is not broken at the end of a line."""
    return marked(_HYPHENED.sub(r'<span class="whole">\g<0></span>', str(escaped(words))))


def time_of(when: WhenView, words: str | None = None) -> Markup:
    """A time in words, with the machine's form where HTML can say it.

    Args:
        when: The date.
        words: What is said of it, where that is not the short form.
    """
    said = escaped(when.short if words is None else words)
    return marked(f'<time datetime="{escaped(when.machine)}">{said}</time>' if when.machine else said)
