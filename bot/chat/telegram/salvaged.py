"""Reads updates one by one, so that an unreadable one keeps no other out."""

import json
import re
from typing import Any

_BEGIN = re.compile(r'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
_END = re.compile(r"\s*\}\s*")
_MARK = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
# Telegram writes the id first; a server that sorts the fields writes it last.
_FIRST = re.compile(r'\{\s*"update_id"\s*:\s*([0-9]{1,10})\s*[,}]')
_LAST = re.compile(r',\s*"update_id"\s*:\s*([0-9]{1,10})\s*\}$')


def salvaged(text: str) -> dict[str, Any] | None:
    """Cuts an update that can't be read down to its id, or to None if it has none. Leaves out what holds no brackets,
    as it is no update.

    None if the text is no list from Telegram, or was cut off.
    """
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    found: list[object] = []
    depth = start = 0
    for mark in _MARK.finditer(text, begin.end()):
        if mark[0] in "[{":
            start = start if depth else mark.start()
            depth += 1
        elif mark[0] in "]}":
            depth -= 1
            if depth < 0:
                is_whole = mark[0] == "]" and _END.fullmatch(text, mark.end())
                return {"ok": True, "result": found} if is_whole else None
            if depth == 0:
                found.append(read_update(text[start : mark.end()]))
    return None


def read_update(text: str) -> object:
    """Only the id if the rest can't be read; None if there is no id."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        number = _FIRST.match(text) or _LAST.search(text, max(0, len(text) - 40))
        return {"update_id": int(number[1])} if number else None
