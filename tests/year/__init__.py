"""A year of five people with the bot: who they are, how they live it, what it may not do to them, and the table of it."""
