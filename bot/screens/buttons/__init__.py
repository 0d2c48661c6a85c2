"""What a button means, and how Telegram keeps it."""
