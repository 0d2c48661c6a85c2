"""What somebody gets who may not use the bot."""
