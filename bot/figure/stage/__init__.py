"""A person set up in the poses of a file, and moved from one to the next."""
