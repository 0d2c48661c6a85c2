"""The state of this Telegram: its chats, its people, its bot."""
