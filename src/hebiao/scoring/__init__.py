"""What the figures of a form must be: the regulation's arithmetic, on intervals."""
