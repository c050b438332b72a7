"""
Results in, 核查台账.xlsx out: one sheet a kind of row, written as the results come.

    项目总览 | 问题清单 | 跨表核对 | 预算执行 | 指标明细 | 已豁免 | 未识别单元格 | 规则说明
"""

from hebiao.reports.workbook.book import Workbook
from hebiao.reports.workbook.part import BookPart, book_part

__all__ = ["BookPart", "Workbook", "book_part"]
