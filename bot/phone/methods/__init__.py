"""The methods of the Bot API that this phone speaks."""
