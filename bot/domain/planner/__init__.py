"""What is offered to a person today, and why."""
