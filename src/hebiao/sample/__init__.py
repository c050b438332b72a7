"""A complete, consistent form to edit, and the Word file it is submitted as."""

from hebiao.sample.content import Content, content_of
from hebiao.sample.document import write, write_forms
from hebiao.sample.samples import SAMPLES, sample_content
from hebiao.sample.sent import Received, received

__all__ = [
    "SAMPLES",
    "Content",
    "Received",
    "content_of",
    "received",
    "sample_content",
    "write",
    "write_forms",
]
