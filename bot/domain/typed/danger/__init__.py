"""Words that tell how somebody is, and what they mean: one set of rules over words of every language that are data."""
