"""What people wish for in their own words: which wish they meant, and how each one is granted."""
