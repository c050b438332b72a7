"""SC: sums of scores, against the total and against the weights."""
