"""What a hand does: how its fingers close, and what they close round."""
