"""What the people who run the bot may do."""
