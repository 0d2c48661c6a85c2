"""Who a person is to the bot."""
