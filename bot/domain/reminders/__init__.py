"""When a reminder is due, and where in the world."""
