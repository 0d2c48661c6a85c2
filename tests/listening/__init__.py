"""How well people are heard: sets of what they may write, and how they score."""
