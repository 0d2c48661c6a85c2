"""What those may do who run the bot."""
