"""The world of this Telegram: its chats, its people, its bot."""
