"""Imported by the process alone that the bot's commands are split off from (`split_off`): all that a start imports, and the content read."""

import gc
from functools import cache
from importlib import import_module

from bot.app import kept_knowledge
from bot.config import Config

gc.disable()

# The content that came with the code; any other folder is read at each start, as ever.
kept_knowledge.kept_knowledge = cache(kept_knowledge.kept_knowledge)
kept_knowledge.kept_knowledge(Config().content)

# Only now, as they ask it by the name that they find.
for name in ("bot.app.running", "bot.app.on_the_phone", "bot.phone.phone"):
    import_module(name)

# All of this stays, and lies in memory once for all that are split off.
gc.freeze()
gc.enable()
