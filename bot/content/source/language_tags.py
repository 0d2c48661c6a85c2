"""How languages are named in the content."""

import re

ENGLISH = "en"
"""The language that has everything. Other languages take from it what they lack."""

LANGUAGE = re.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*")
"""A language tag in small letters: "de", "pt-br"."""
