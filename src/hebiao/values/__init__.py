"""
The text of one cell → what it states.

    amount  percent  score      Reading[Figure]: 130, 76.92％, 91.38分
    date                        Reading[date], and the fiscal years of a title
    target                      Statement: what a target or an actual says
    tickbox                     the options of a cell with boxes, and the ticked ones

Pure functions of the text. None raises, whatever stands in the cell, and none guesses in
silence: what was guessed is said in `reason` or `guess`, in Chinese, for the reader of a report.
"""
