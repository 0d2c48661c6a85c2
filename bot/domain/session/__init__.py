"""What a session is made of, and the rules it is played by."""
