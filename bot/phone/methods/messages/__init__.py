"""The methods that send messages, change them and take them away."""
