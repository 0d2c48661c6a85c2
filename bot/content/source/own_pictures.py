"""Names the pictures that belong to no exercise: the greeting, and those that Telegram shows about the bot."""

OWN = "pictures"

HELLO = f"{OWN}/hello.jpg"
AVATAR = f"{OWN}/avatar.jpg"
DESCRIPTION = f"{OWN}/description.jpg"
