"""Plays a talk with the coach and prints it: `python -m tests.talk FILE`, or `-` for the keyboard.

Each line is what somebody types. `>words` taps the first button with these words, `+90s`, `+20m`, `+2h` or `+3d` lets time pass, `=new` begins
with somebody new, `=ready` with somebody who is past the signs, and `#` is a remark.
"""

import argparse
from collections.abc import Iterable
from html import unescape
from itertools import count

from bot.coach.coach import Coach
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.known import known
from tests.new_store import store_in_memory

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
PAST_THE_SIGNS = ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.talk", description=__doc__)
    parser.add_argument("file", type=argparse.FileType())
    plays(parser.parse_args().file)


def plays(lines: Iterable[str]) -> None:
    store = store_in_memory()
    world = World(store, Coach(store, known()))
    ids = count(100)
    person = world.someone(next(ids), "Ana")
    for line in filter(None, map(str.strip, lines)):
        print(line)
        if line in ("=new", "=ready"):
            person = world.someone(next(ids), "Ana")
            if line == "=ready":
                _is_ready(person)
        elif not line.startswith("#"):
            _does(person, line)
            _prints(person)


def _is_ready(person: Someone) -> None:
    for said in PAST_THE_SIGNS:
        person.says(said)


def _does(person: Someone, line: str) -> None:
    if line[0] == "+" and line[-1] in SECONDS:
        person.world.passes(int(line[1:-1]) * SECONDS[line[-1]])
    elif line[0] == ">":
        _taps(person, line[1:].strip().lower())
    else:
        person.says(line)


def _taps(person: Someone, words: str) -> None:
    found = [data for row in person.sees.keys for label, data, _ in row if words in label.lower()]
    if found:
        person.taps_data(found[0])
    else:
        print(f"    (no button says {words!r})")


def _prints(person: Someone) -> None:
    sees = person.sees
    for line in unescape(sees.text).splitlines():
        print(f"    {line}")
    print("    " + " ".join(f"[{label}]" for row in sees.keys for label, _, _ in row))


if __name__ == "__main__":
    main()
