"""Templates that one process has compiled, for the next environment that asks for them."""

from jinja2 import DictLoader, Environment

from timeline.adapters.mkdocs.compiled import Compiled


def environment(compiled: Compiled, text: str) -> Environment:
    return Environment(loader=DictLoader({"page.html": text}), bytecode_cache=compiled, autoescape=True)


def test_a_new_environment_takes_what_was_compiled(monkeypatch):
    compiled = Compiled()
    assert (
        environment(compiled, "Hello {{ name }}").get_template("page.html").render(name="you") == "Hello you"
    )
    monkeypatch.setattr(Environment, "_compile", None)  # nothing can be compiled any more
    assert environment(compiled, "Hello {{ name }}").get_template("page.html").render(name="me") == "Hello me"


def test_a_template_that_has_changed_is_compiled_anew():
    compiled = Compiled()
    environment(compiled, "before").get_template("page.html")
    assert environment(compiled, "after").get_template("page.html").render() == "after"
