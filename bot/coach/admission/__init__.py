"""What people get who may not use the bot."""
