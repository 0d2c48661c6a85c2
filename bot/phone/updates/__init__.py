"""Updates on their way to the bot, by polling or by webhook."""
