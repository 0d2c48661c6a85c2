"""Exercises, routines, purposes and topics, found by what people call them."""
