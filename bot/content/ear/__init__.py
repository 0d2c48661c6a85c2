"""The ear that knows meanings: what was learnt from examples, read and used without anything but the standard library."""
