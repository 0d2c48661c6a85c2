"""What people have before their eyes, and what stays there after words of danger."""
