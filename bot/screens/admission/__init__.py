"""What somebody reads who may not use the bot."""
