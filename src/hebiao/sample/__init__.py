"""A complete, consistent form to edit, and the Word file it is submitted as."""

from hebiao.sample.content import Content, content_of, sample_content
from hebiao.sample.document import write, write_forms

__all__ = ["Content", "content_of", "sample_content", "write", "write_forms"]
