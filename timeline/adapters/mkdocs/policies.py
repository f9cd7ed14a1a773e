"""The Content-Security-Policy of each page that Material frames.

It is apart from what a policy is because it knows which of Material's parts hold scripts, and by which of
MkDocs' settings they are shown. One of them holds the way to the site's root, so pages of one depth have one
policy.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.adapters.policy import policy, theme_scripts

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig


def site_policy(env: Environment, config: MkDocsConfig) -> Callable[[str], str]:
    """The policies of a site.

    Args:
        env: Where the theme's templates are.
        config: MkDocs' settings.

    Returns:
        A function from the way to the site's root that stands on a page (``.``, ``../..``, ``/path/``) to the
        policy of such pages.
    """
    features = config.theme.get("features") or []
    shown = {
        "base": True,
        "palette": isinstance(config.theme.get("palette"), list),
        "content": True,
        "announce": "announce.dismiss" in features,
        "outdated": config.extra.get("version"),
        "consent": config.extra.get("consent"),
    }
    parts = [part for part, is_shown in shown.items() if is_shown]

    @functools.cache
    def of_pages_with(root: str) -> str:
        def render(part: str) -> str:
            template = env.get_template(f"partials/javascripts/{part}.html")
            return template.render(config=config, features=features, base_url=root)

        return policy(theme_scripts(render, parts))

    return of_pages_with
