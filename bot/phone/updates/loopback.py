"""The names that this machine has for itself."""

HOME = {"127.0.0.1", "localhost", "::1"}
