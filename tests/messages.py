"""Every message of the interface, found where it stands: in the program, its templates and its tables.

Run it for a template of a new language: `python tests/messages.py > timeline/languages/fr.po`.
"""

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from jinja2 import Environment, nodes

PACKAGE = Path(__file__).parent.parent / "timeline"
ENGLISH_ALONE = {"cli", "inputs", "reading", "problems", "checks"}
"""Folders that speak to editors and programmers, in English; their words are no part of a site."""


@dataclass(frozen=True, order=True)
class Message:
    """A message as the code has it: its one form, or its two, and what tells it from others like it."""

    text: str
    plural: str = ""
    context: str = ""


def messages() -> dict[Message, set[str]]:
    """Every message, with the files that it stands in."""
    found: dict[Message, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        read = _READERS.get(path.suffix)
        if read is not None and name.parts[0] not in ENGLISH_ALONE:
            for message in read(path.read_text(encoding="utf-8")):
                found.setdefault(message, set()).add(f"timeline/{name.as_posix()}")
    vocabulary = PACKAGE / "reading" / "default_vocabulary.yaml"
    for kind in yaml.safe_load(vocabulary.read_text(encoding="utf-8"))["kinds"].values():
        found.setdefault(Message(kind["label"]), set()).add("timeline/reading/default_vocabulary.yaml")
    return found


def in_python(source: str) -> Iterator[Message]:
    """The messages of `language.text('…')` and the like, of `text('…')` where that is short for it, and of
    `message('…')`, which marks those in tables."""
    tree = ast.parse(source)
    short = dict(_short_names(tree)) | {"message": "text"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            method = short.get(function.id) if isinstance(function, ast.Name) else _method(function)
            if method:
                yield from _called(method, [[*_texts(argument)] for argument in node.args])


def _method(node: ast.AST) -> str | None:
    """The method of a language that an expression like `edition.language.text` names."""
    if not isinstance(node, ast.Attribute) or node.attr not in {"text", "text_in", "plural"}:
        return None
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return node.attr if name in {"language", "self"} else None


def _short_names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Names that stand for such methods: `text = edition.language.text`, alone or among others."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                is_tuple = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                pairs = zip(target.elts, node.value.elts, strict=True) if is_tuple else [(target, node.value)]
                for name, value in pairs:
                    if isinstance(name, ast.Name) and (method := _method(value)):
                        yield name.id, method


def _texts(node: ast.AST) -> Iterator[str]:
    """The text that an argument is, or the two that it may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def in_template(source: str) -> Iterator[Message]:
    """The messages of `t('…')`, `n('…', '…')` and the theme's `chronology.t('…')`."""
    methods = {"t": "text", "n": "plural"}
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        function = call.node
        if isinstance(function, nodes.Getattr) and getattr(function.node, "name", "") == "chronology":
            name = function.attr
        else:
            name = getattr(function, "name", "")
        if name in methods:
            yield from _called(methods[name], [[*_template_texts(argument)] for argument in call.args])


def _template_texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from _template_texts(node.expr1)
        yield from _template_texts(node.expr2)


def _called(method: str, texts: list[list[str]]) -> Iterator[Message]:
    if method == "plural" and all(texts[:2]):
        yield Message(texts[0][0], plural=texts[1][0])
    elif method == "text_in":
        yield from (Message(text, context=context) for context in texts[0] for text in texts[1])
    elif method == "text":
        yield from map(Message, texts[0])


_READERS = {".py": in_python, ".html": in_template, ".xml": in_template}


def template() -> bytes:
    """A catalogue without translations."""
    catalogue = Catalog(project="timeline", charset="utf-8", fuzzy=False)
    for message, files in sorted(messages().items(), key=lambda item: (min(item[1]), item[0])):
        id = (message.text, message.plural) if message.plural else message.text
        catalogue.add(id, locations=[(file, 0) for file in sorted(files)], context=message.context or None)
    out = io.BytesIO()
    write_po(out, catalogue, include_lineno=False, omit_header=True, width=100)
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(template())
