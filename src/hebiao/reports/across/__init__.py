"""Findings of several forms together in, what each report says of them out."""
