"""Made-up scripts in the forms that ours are written in, for what has to hold for every script.

Names are few, and some are those that the shortening gives, so that one hides another wherever it may. Each
script tells what it comes by through `log`; what it cannot do ends it, as it would end ours.
"""

from hypothesis import strategies as st

_WORDS = st.sampled_from(["e", "t", "n", "h", "p", "one", "two", "size"])
_KEYS = st.sampled_from(["e", "h", "one", "size", "length"])
_PLAIN = st.sampled_from(["0", "1", "2", "1.5", "'a'", "'b, c'", "`d`", "/[/,]a/u.test('a')"])


class _Writer:
    """Writes one script, with what Hypothesis draws.

    Attributes:
        depth: In how many statements and values the next one stands.
    """

    def __init__(self, draw):
        self._draw = draw
        self.depth = 0

    def one_of(self, *choices):
        return self._draw(st.sampled_from(choices))

    def several(self, make, most=2, least=0):
        return [make() for _ in range(self._draw(st.integers(least, most)))]

    def word(self, taken=()):
        return self._draw(_WORDS.filter(lambda word: word not in taken))

    def words(self, most=2, least=0):
        return self._draw(st.lists(_WORDS, min_size=least, max_size=most, unique=True))

    def value(self, names):
        """A value, of what the names in reach stand for: a value, one that may be set, or what can be called."""
        known = [word for word, kind in names.items() if kind in {"value", "variable"}]
        if self.depth > 3 or self.one_of(True, False):
            return self.one_of(*known) if known and self.one_of(True, True, False) else self._draw(_PLAIN)
        self.depth += 1
        made = self.one_of(*_VALUES)(self, names)
        self.depth -= 1
        return made

    def signed(self, names):
        first, second = self.value(names), self.value(names)
        sign = self.one_of("+", "-", "*", "/", "%", "<", ">", "===", "!==", "||", "&&", "??", "+ +", "- -")
        return f"({first} {sign} {second})"

    def in_brackets(self, names):
        return f"({self.value(names)})"

    def negated(self, names):
        return f"{self.one_of('-', '!', '+')}({self.value(names)})"

    def chosen(self, names):
        return f"({self.value(names)} ? {self.value(names)} : {self.value(names)})"

    def in_turn(self, names):
        return f"({self.value(names)}, {self.value(names)})"

    def set_anew(self, names):
        variables = [word for word, kind in names.items() if kind == "variable"]
        if not variables:
            return self.value(names)
        variable = self.one_of(*variables)
        return self.one_of(
            f"({variable} = {self.value(names)})", f"({variable} += {self.value(names)})", f"{variable}++", f"(--{variable})"
        )  # fmt: skip

    def taken(self, names):
        key = self._draw(_KEYS)
        return f"({self.value(names)}){self.one_of(f'.{key}', f'?.{key}', f'[{key!r}]', '[0]')}"

    def in_list(self, names):
        spread = [f"...[{self.value(names)}]"] if self.one_of(True, False) else []
        return f"[{', '.join(self.several(lambda: self.value(names)) + spread)}]"

    def in_object(self, names):
        known = [word for word, kind in names.items() if kind in {"value", "variable"}]
        short = [self.one_of(*known)] if known else []
        pairs = [f"{self._draw(_KEYS)}: {self.value(names)}" for _ in range(2)]
        method = [
            f"{self._draw(_KEYS)}({', '.join(given)}) {self.body(names, given)}"
            for given in self.several(self.words, 1)
        ]
        if method:
            return f"JSON.stringify({{ {', '.join(short + method)} }})"
        return f"({{ {', '.join(short + pairs)} }})"

    def in_text(self, names):
        return f"`a ${{{self.value(names)}}} b${{ {self.value(names)} }}`"

    def called(self, names):
        functions = [word for word, kind in names.items() if kind == "function"]
        if not functions:
            return self.mapped(names)
        return f"{self.one_of(*functions)}({', '.join(self.several(lambda: self.value(names)))})"

    def mapped(self, names):
        return f"[{self.value(names)}, 2].map({self.arrow(names)})"

    def called_at_once(self, names):
        return f"({self.arrow(names)})({self.value(names)})"

    def arrow(self, names):
        given = self.words(2)
        inside = names | dict.fromkeys(given, "variable")
        match given:
            case [only] if self.one_of(True, False):
                taken = self.one_of(
                    f"({only})",
                    f"({only} = {self.value(names)})",
                    f"(...{only})",
                    f"([{only}])",
                    f"({{ length: {only} }})",
                )
            case _:
                taken = f"({', '.join(given)})"
        if self.one_of(True, False):
            return f"{taken} => {self.value(inside)}"
        return f"{taken} => {self.body(names, given)}"

    def built(self, names):
        classes = [word for word, kind in names.items() if kind == "class"]
        if not classes:
            return self.value(names)
        return f"new {self.one_of(*classes)}().{self.one_of('one', 'size')}({self.value(names)})"

    def body(self, names, given=()):
        """What a function does, in braces."""
        inside = names | dict.fromkeys(given, "variable")
        self.depth += 1
        statements, end = self.statements(inside, taken=given)
        self.depth -= 1
        return "{\n" + statements + f"return {self.value(end)};\n}}"

    def block(self, names, ends=("", "log({});\n")):
        self.depth += 1
        statements, end = self.statements(names)
        self.depth -= 1
        return f"{{\n{statements}{self.one_of(*ends).format(self.value(end))}}}"

    def statements(self, names, taken=(), most=2):
        """Statements, and the names that are known behind them."""
        own, made = set(taken), []
        for _ in range(self._draw(st.integers(0, most if self.depth < 3 else 1))):
            # Words are few: where most of them are taken, nothing more is declared.
            if len(own) < 6 and self.one_of(True, False):
                statement, new = self.one_of(*_DECLARATIONS)(self, names, own)
                names, own = names | new, own | new.keys()
            else:
                statement = self.one_of(*_STATEMENTS)(self, names)
            made.append(statement)
        return "".join(f"{one}\n" for one in made), names

    def told(self, names):
        return f"log({self.value(names)});"

    def done(self, names):
        return f"{self.set_anew(names)};"

    def named(self, names, own):
        word, declares = self.word(own), self.one_of("const", "let")
        kind = "value" if declares == "const" else "variable"
        return f"{declares} {word} = {self.value(names)};", {word: kind}

    def named_two(self, names, own):
        word = self.word(own)
        other = self.word(own | {word})
        return f"let {word}, {other} = {self.value(names)};", {word: "variable", other: "variable"}

    def taken_apart(self, names, own):
        word = self.word(own)
        other = self.word(own | {word})
        key, value, instead = self._draw(_KEYS), self.value(names), self.value(names)
        pattern = self.one_of(
            f"[{word}, {other} = {instead}] = [{value}]",
            f"[, [{word}], ...{other}] = [1, [{value}], 2]",
            f"{{ {word}, {key}: {other} = {instead} }} = {{ {word}: {value} }}",
        )
        return f"const {pattern};", dict.fromkeys([word, other], "value")

    def function(self, names, own):
        word, given = self.word(own), self.words(2)
        return f"function {word}({', '.join(given)}) {self.body(names, given)}", {word: "function"}

    def arrow_with_name(self, names, own):
        word = self.word(own)
        return f"const {word} = {self.arrow(names)};", {word: "function"}

    def class_(self, names, own):
        word, given = self.word(own), self.words(1)
        fields = f"size2 = {self.value(names)};\n#one = {self.value(names)};\n"
        methods = [f"{name}({', '.join(given)}) {self.body(names, given)}" for name in ("one", "size")]
        methods[0] = methods[0].replace("{\n", "{\nlog(this.#one, this.size2);\n", 1)
        return f"class {word} {{\n{fields}{methods[0]}\n{methods[1]}\n}}", {word: "class"}

    def asked(self, names):
        first = f"if ({self.value(names)}) {self.block(names)}"
        return self.one_of(
            first,
            f"{first} else {self.block(names)}",
            f"{first} else if ({self.value(names)}) {self.block(names)} else {self.block(names)}",
        )

    def each(self, names):
        word = self.word()
        return f"for (const {word} of [{self.value(names)}, 1]) {self.block(names | {word: 'value'})}"

    def counted(self, names):
        word = self.word()
        return f"for (let {word} = 0; {word} < 2; {word}++) {self.block(names | {word: 'value'})}"

    def while_(self, names, own):
        word = self.word(own)
        block = self.block(names | {word: "value"})
        return f"let {word} = 2;\nwhile ({word}-- > 0) {block}", {word: "value"}

    def tried(self, names):
        word, ends = self.word(), self.one_of(True, False)
        inside = {name: kind for name, kind in names.items() if name != word}
        tries = self.block(names, ends=["throw {};\n"])
        return f"try {tries} catch ({word}) {self.block(inside)}" + (
            f" finally {self.block(names)}" if ends else ""
        )

    def switched(self, names):
        cases = [f"case {self.value(names)}: {self.block(names)}" for _ in range(2)]
        cases.append(f"default:\nlog({self.value(names)});")
        return f"switch ({self.value(names)}) {{\n{chr(10).join(cases)}\n}}"

    def alone(self, names):
        return self.block(names)


_VALUES = [
    _Writer.signed, _Writer.in_brackets, _Writer.negated, _Writer.chosen, _Writer.in_turn, _Writer.set_anew,
    _Writer.taken, _Writer.in_list, _Writer.in_object, _Writer.in_text, _Writer.called, _Writer.mapped,
    _Writer.called_at_once, _Writer.built,
]  # fmt: skip
_STATEMENTS = [
    _Writer.told, _Writer.done, _Writer.asked, _Writer.each, _Writer.counted, _Writer.tried, _Writer.switched,
    _Writer.alone,
]  # fmt: skip
_DECLARATIONS = [
    _Writer.named, _Writer.named_two, _Writer.taken_apart, _Writer.function, _Writer.arrow_with_name,
    _Writer.class_, _Writer.while_,
]  # fmt: skip


@st.composite
def scripts(draw):
    """Whole scripts, in the strict form of a module."""
    writer = _Writer(draw)
    made, names = writer.statements({}, most=7)
    return f"{made}log({writer.value(names)});\n"
