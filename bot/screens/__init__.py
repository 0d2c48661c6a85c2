"""What people see, as plain values."""
