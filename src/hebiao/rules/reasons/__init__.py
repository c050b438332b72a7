"""RS: reasons for marks lost and measures to mend them."""
