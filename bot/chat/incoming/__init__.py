"""Takes updates in, each once, and hands what they tell to the coach."""
