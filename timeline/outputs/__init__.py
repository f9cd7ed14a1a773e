"""The timeline as files that machines read."""

from timeline.outputs.output import Output
from timeline.outputs.registry import OUTPUTS, outputs

__all__ = ["OUTPUTS", "Output", "outputs"]
