"""What is said on the mat: how it is made, and whether what was recorded is right."""
