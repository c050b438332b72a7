"""
The comments of a document → more of them: the part that holds them, and the marks in the text.

    <w:comment w:id="7" w:author="核表" w:date="2024-03-01T09:30:00Z" w:initials="核表">
      <w:p><w:pPr><w:pStyle w:val="a5"/><w:ind …/><w:jc w:val="left"/></w:pPr>
           <w:r><w:annotationRef/></w:r><w:r><w:t>总分填 95.62，应为 91.67</w:t></w:r></w:p>
    </w:comment>

    <w:commentRangeStart w:id="7"/> … <w:commentRangeEnd w:id="7"/>
    <w:r><w:commentReference w:id="7"/></w:r>

Comments that are there already stay as they are, and the numbers of the new ones are free ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from hebiao.errors import LeftAlone
from hebiao.reports.annotated.element import add, make, write
from hebiao.reports.annotated.original import as_bytes, free_numbers
from hebiao.reports.annotated.packing import linked, with_content_type
from hebiao.word.names import (
    ANNOTATION_REF,
    AUTHOR,
    BOLD,
    COMMENT,
    COMMENT_RANGE_END,
    COMMENT_RANGE_START,
    COMMENT_REFERENCE,
    COMMENTS,
    DATE,
    FIRST_LINE,
    FIRST_LINE_CHARS,
    ID,
    IND,
    INITIALS,
    JC,
    NAME,
    P_PR,
    P_STYLE,
    R_PR,
    R_STYLE,
    SIZE,
    STYLE,
    STYLE_ID,
    TYPE,
    VAL,
    Element,
    P,
    R,
    T,
    as_in,
    value,
)
from hebiao.word.package import Package, parse, parse_as_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.word.source import Source

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ODD = "文件原有的批注部分不合格式，没有制作批注副本；请用 Word 打开，另存为新文件后再试。"
_HALF_POINTS = "20"


@dataclass(frozen=True)
class Comments:
    """
    The comments of a document: their part, what else says that it is there, who writes more.

    `styles` are the ids of the styles Word has for comments, by name, where the document has them.
    """

    part: str
    root: Element
    lists: dict[str, bytes]
    signature: dict[str, str]
    styles: dict[str, str]
    numbers: Iterator[int]

    def comment(self, paragraphs: Sequence[str]) -> str:
        """Add a comment, the first paragraph bold; return its number."""
        number = str(next(self.numbers))
        comment = add(self.root, COMMENT, {ID: number, **self.signature})
        for nth, text in enumerate(paragraphs):
            p = add(comment, P)
            self._properties(p)
            if nth == 0:
                self._mark(add(p, R), ANNOTATION_REF)
            run = add(p, R)
            r_pr = add(run, R_PR)
            if nth == 0:
                add(r_pr, BOLD)
            add(r_pr, SIZE, {VAL: _HALF_POINTS})
            write(add(run, T), text)
        return number

    def enclose(self, number: str, begin: Element, end: Element) -> None:
        """Let a comment stand at everything from one element to another."""
        begin.addprevious(make(begin, COMMENT_RANGE_START, {ID: number}))
        mark = make(end, COMMENT_RANGE_END, {ID: number})
        end.addnext(mark)
        mark.addnext(self._reference(number, end))

    def fill(self, number: str, begin: Element, end: Element) -> None:
        """Let a comment stand at all that is in paragraphs from one to another."""
        start = make(begin, COMMENT_RANGE_START, {ID: number})
        ahead = {as_in(begin, P_PR), start.tag}
        place = len(list(takewhile(lambda child: child.tag in ahead, begin)))
        begin.insert(place, start)
        add(end, COMMENT_RANGE_END, {ID: number})
        end.append(self._reference(number, end))

    def parts(self) -> dict[str, bytes]:
        """Return the parts that are new or changed, as bytes."""
        return {**self.lists, self.part: as_bytes(self.root)}

    def _properties(self, p: Element) -> None:
        p_pr = add(p, P_PR)
        if "annotation text" in self.styles:
            add(p_pr, P_STYLE, {VAL: self.styles["annotation text"]})
        add(p_pr, IND, {FIRST_LINE: "0", FIRST_LINE_CHARS: "0"})
        add(p_pr, JC, {VAL: "left"})

    def _reference(self, number: str, like: Element) -> Element:
        run = make(like, R)
        self._mark(run, COMMENT_REFERENCE, {ID: number})
        return run

    def _mark(self, run: Element, tag: str, attributes: dict[str, str] | None = None) -> None:
        if "annotation reference" in self.styles:
            add(add(run, R_PR), R_STYLE, {VAL: self.styles["annotation reference"]})
        add(run, tag, attributes)


def open_comments(source: Source, author: str, date: str) -> Comments:
    """Open the comments of a document, or begin a part for them."""
    package = source.package
    part = next((link.target for link in package.main_links if link.kind == "comments"), "")
    data = package.read(part) if part else None
    if data is None:
        main = as_in(source.root, COMMENTS)
        root = etree.Element(main, nsmap={"w": main[1:].partition("}")[0]})
    else:
        root = parse_as_written(data)
        if root.tag != as_in(root, COMMENTS):
            raise LeftAlone(_ODD)
    if part:
        lists = with_content_type(package, part, _CONTENT_TYPE)
    else:
        part, lists = linked(source, "comments", _CONTENT_TYPE)
    signature = {AUTHOR: author, DATE: date, INITIALS: author}
    numbers = free_numbers(_taken(root, source.root))
    return Comments(part, root, lists, signature, _styles(package), numbers)


def _taken(comments: Element, document: Element) -> Iterator[str | None]:
    """Yield the numbers of the comments, and those of marks that may have lost theirs."""
    marks = (COMMENT_RANGE_START, COMMENT_RANGE_END, COMMENT_REFERENCE)
    for root, tags in ((comments, (COMMENT,)), (document, marks)):
        for element in root.iter(*(as_in(root, tag) for tag in tags)):
            yield element.get(as_in(root, ID))


def _styles(package: Package) -> dict[str, str]:
    """Find the styles of comments by their names: the ids differ with the language of Word."""
    data = package.related("styles")
    found: dict[str, str] = {}
    for style in parse(data).iter(STYLE) if data else ():
        name = (value(style, NAME) or "").lower()
        kinds = {"annotation text": "paragraph", "annotation reference": "character"}
        if kinds.get(name) == style.get(TYPE) and style.get(STYLE_ID):
            found[name] = style.get(STYLE_ID, "")
    return found
