"""The command line: what can be started."""
