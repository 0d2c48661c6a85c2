"""Every screen with sample facts."""
