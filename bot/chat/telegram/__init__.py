"""The Bot API as the library speaks it, and what Telegram is told about the bot."""
