"""A complete, consistent form to edit, and the Word file it is submitted as."""

from hebiao.sample.content import Content, content_of
from hebiao.sample.document import write, write_forms
from hebiao.sample.samples import SAMPLES, sample_content

__all__ = ["SAMPLES", "Content", "content_of", "sample_content", "write", "write_forms"]
