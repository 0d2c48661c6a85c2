"""What people wish for in their own words: which wish was meant, and how each is granted."""
