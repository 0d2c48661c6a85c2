"""The ear that reads a sentence as a whole: its words in their order, in every language at once."""
