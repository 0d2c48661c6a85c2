"""A second process with the same file, for the tests of transactions: `python -m tests.store.other_process FILE WHAT`."""

import sys
from pathlib import Path

from bot.store.database import Store, open_store


def say(words: str) -> None:
    print(words, flush=True)


def count(store: Store) -> None:
    for _ in range(500):
        with store.transaction():
            so_far = int(store.files.file_id("count") or 0)
            store.files.keep("count", str(so_far + 1))
    say("done")


def hold(store: Store) -> None:
    with store.transaction():
        store.files.keep("held", "1")
        say("holding")
        sys.stdin.readline()


def write_until_killed(store: Store) -> None:
    for number in range(5):
        with store.transaction():
            store.files.keep(str(number), str(number))
        say(str(number))
    with store.transaction():
        store.files.keep("never", "1")
        say("half way")
        sys.stdin.readline()


if __name__ == "__main__":
    opened = open_store(Path(sys.argv[1]), 1)
    say("open")
    sys.stdin.readline()
    {"count": count, "hold": hold, "write until killed": write_until_killed}[sys.argv[2]](opened)
