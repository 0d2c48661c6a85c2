"""What is typed about reminders."""
