"""Answers the operator's questions, read-only: does the bot run, does it keep up, what went wrong, what should be done."""
