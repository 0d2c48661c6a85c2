"""What those may ask and do who run the bot."""
