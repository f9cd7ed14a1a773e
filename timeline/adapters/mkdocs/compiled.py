"""The theme's templates as one process has compiled them: ``serve`` builds again and again.

MkDocs makes a new environment for each build, which would compile all of Material's frame anew. What is
compiled stays in memory alone: code that lies in a project's folder may be what a pull request brought.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Templates' code by what each was made of; one that has changed is compiled again."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives what was compiled of the same text."""
        checksum, code = self._code.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled, in the place of what was compiled of the template before."""
        self._code[bucket.key] = bucket.checksum, bucket.bytecode_to_string()
