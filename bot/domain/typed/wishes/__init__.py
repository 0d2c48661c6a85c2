"""What people wish for in their own words."""
