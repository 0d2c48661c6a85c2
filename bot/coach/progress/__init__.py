"""What people did, and what follows for today: programmes, the offer of the day, the summary."""
