"""The ear that knows meanings: what was learnt from examples, read and used with the standard library alone."""
