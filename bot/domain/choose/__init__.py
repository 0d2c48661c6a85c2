"""Which exercises there are for somebody who knows what they want."""
