"""How well people are understood: sets of what they may write, and how they score."""
