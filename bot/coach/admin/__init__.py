"""What the people who run the bot may ask it and do with it."""
