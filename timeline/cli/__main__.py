"""``python -m timeline.cli``: the command, where its script is not on the path."""

from timeline.cli.main import run

run()
