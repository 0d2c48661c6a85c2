"""Who may use the bot and who may not, in rows."""
