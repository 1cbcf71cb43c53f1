"""What each command calls, with what was asked for. None knows how it is done."""
