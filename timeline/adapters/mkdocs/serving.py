"""What `mkdocs serve` tells in words where MkDocs' own server would stop or show a traceback."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.timeline")


class NotFit(Abort):
    """The content has problems that stop a build; they have been told."""


def keep_serving(server: LiveReloadServer) -> None:
    """Lets the last good pages stay up while the content has errors; MkDocs would answer no request."""
    build = server.builder

    def build_if_fit() -> None:
        try:
            build()
        except NotFit:  # told already, in words
            log.error("The pages from before stay up until the problems above are mended.")  # noqa: TRY400

    server.builder = build_if_fit


def tell_of_taken_address(server: LiveReloadServer) -> None:
    """Ends in a line where another program has the address, or nobody may have it."""
    bind = server.server_bind

    def bind_or_tell() -> None:
        try:
            bind()
        except OSError as error:
            another = f"mkdocs serve -a localhost:{int(server.server_address[1]) + 1}"
            reason = f"{error.strerror or error}; '{another}' shows it elsewhere"
            raise Abort(f"The site cannot be shown at {server.url}: {reason}.") from None

    server.server_bind = bind_or_tell  # type: ignore[method-assign] # it has no other place for this
