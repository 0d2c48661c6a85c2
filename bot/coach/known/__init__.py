"""What the bot knows, in which languages, and who may talk to it."""
