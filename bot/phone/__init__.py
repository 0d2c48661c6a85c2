"""A Telegram of one's own: a Bot API server on loopback and the people who chat there."""
