"""FM: the head of the form, its names, years and boxes."""
