"""The methods of the Bot API that this phone speaks.

Telegram checks a call in stages and reports only the first fault, so every method keeps to Telegram's order:

1. The outer server reads the call: `parsed_…`, `given_…`.
2. It looks for the chat and the message: `found_…`.
3. It checks what depends on them: `settled_…`, `settle_…`, `picked_…`, `checked_…`.
4. The inner servers look into files and buttons: `made_…`, `kept_…`.

All of these raise RefusedError.
"""
