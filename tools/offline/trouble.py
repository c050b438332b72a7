"""The one exception of making a bundle: a sentence for whoever makes it."""


class Trouble(Exception):  # noqa: N818 - not the program's error, the caller's to mend
    """Something the person at the keyboard can put right, said in a sentence."""
