"""Sets aside what a sentence says of a time that is none of the reminder: told of something else, taken back or left out."""
