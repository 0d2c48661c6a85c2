"""The rules: what an exercise is, how a session runs, what suits whom."""
