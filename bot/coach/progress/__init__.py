"""What was done, and what it makes of today: programmes, the offer of the day, the summary."""
