"""What there is to do and to read: exercises, routines, topics."""
