"""A Word file, as bytes → its paragraphs and its tables as the grids Word shows."""

from hebiao.word.blocks import Cell, Document, Grid, Mend, Paragraph, Story
from hebiao.word.document import read_document

__all__ = ["Cell", "Document", "Grid", "Mend", "Paragraph", "Story", "read_document"]
