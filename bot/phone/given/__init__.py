"""What a call was given, and the words in which it is refused."""
