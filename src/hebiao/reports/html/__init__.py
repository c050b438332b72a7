"""
Results in, 核查报告.html out: one file that needs no network and no server.

    fragment(result) → Fragment    what one file contributes; the result can be let go
    page(fragments) → pieces       the whole file, to be written one after the other
"""

from hebiao.reports.html.fragment import Fragment, Row, fragment
from hebiao.reports.html.page import page

__all__ = ["Fragment", "Row", "fragment", "page"]
