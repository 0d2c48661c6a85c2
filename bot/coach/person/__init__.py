"""Who a person is: the warning signs, their answers, and home."""
