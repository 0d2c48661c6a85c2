"""What content must keep to, one subject a file."""
