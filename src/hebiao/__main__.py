"""`python -m hebiao` does what `hebiao` does."""

from hebiao.cli import main

main()
