"""PI: single indicators, what was aimed at, what was reached, what was given for it."""
