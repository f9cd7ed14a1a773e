"""What the form for a new event says of addresses of the web that are none.

They are apart from the form's other messages because each has a pattern of its own (`form_patterns`).
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.languages import message

_WHOLE = message("write the whole address, as in https://example.org/page")
_NO_SCHEME = message("an address begins with http:// or https://")
_ODD_MARKS = message("an address has no spaces, quotes, brackets or backslashes in it")
_NO_HOST = message("{value} names no host")

ADDRESS_MESSAGES: Mapping[str, tuple[str, str]] = {
    "url-too-long": (message("an address has at most {limit} characters, this one has {count}"), ""),
    "url-several": (
        message("more than one address stands here"),
        "write one; the other belongs to a source of its own, or, if it is a copy, under 'archived'",
    ),
    "url-wrapped": (message("an address stands alone, with no marks around it"), message("write {address}")),
    "url-with-blank": (
        _ODD_MARKS,
        message("write %20 for a space that belongs to it, or take the space out"),
    ),
    "url-characters": (
        _ODD_MARKS, _WHOLE,
    ),
    "url-shape": (message("{value} is not an address"), _WHOLE),
    "url-scheme": (_NO_SCHEME, _WHOLE),
    "url-doi": (_NO_SCHEME, message("write https://doi.org/{doi}")),
    "url-mistyped": (_NO_SCHEME, message("write http{s}://{rest}")),
    "url-bare": (_NO_SCHEME, message("write https://{text}")),
    "url-password": (
        message("an address must not carry a user name or a password"), message("take it out"),
    ),
    "url-with-one-slash": (_NO_HOST, message("write {scheme}://{rest}")),
    "url-without-host": (_NO_HOST, _WHOLE),
    "cut-address": (
        message("this address ends in an ellipsis: it was copied from where it is shown shortened"),
        message("open the page, and copy the address from there"),
    ),
    "url-host": (message("{host} is not the name of a host"), _WHOLE),
}  # fmt: skip
"""The message and the hint of each, by the name of the mistake."""
