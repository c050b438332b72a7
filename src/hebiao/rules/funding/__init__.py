"""FD: the funding block, its rate and its score."""
