"""The methods about the bot itself: its name, its picture, its menu, and how it gets updates."""
