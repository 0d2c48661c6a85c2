"""Makes a chat show a screen: what differs, and the calls to Telegram for it."""
