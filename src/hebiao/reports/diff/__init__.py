"""What became of the findings in, text, JSON and rows of a worksheet out."""
