"""What an office without internet installs from: one zip for each kind of computer."""
