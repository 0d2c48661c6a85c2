"""PRIVACY.md tells what the file holds, and for how long, as the schema and the code have it.

`python -m tests.test_privacy` prints the table of what is kept of somebody.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.clearing_up import AFTER
from bot.cli.main import main
from bot.coach.admin.admin_commands import COMMANDS as FOR_ADMINS
from bot.coach.typed.meaning import COMMANDS
from bot.config import Config
from bot.content.language.words import speaker
from bot.screens.person.my_data import about_table
from bot.store.chat import counted_updates, sent_films, shown
from bot.store.file import deletions, tidying
from bot.store.person.everything import tables_of_people
from bot.store.reminders import deliveries
from tests.new_store import store_in_memory

ROOT = Path(__file__).parents[1]
PAPER = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")
HEAD = "| table | what stands there |\n| --- | --- |"


def tables() -> tuple[list[str], list[str]]:
    """Those with rows about people, and the others; what SQLite, the migrations and a replicator keep there is none of them."""
    store = store_in_memory()
    rows = store.db.execute("select name from sqlite_master where type = 'table' order by rowid").fetchall()
    theirs = list(tables_of_people(store.db.conn))
    store.close()
    every = [name for (name,) in rows if not name.startswith(("_", "sqlite_"))]
    return theirs, [name for name in every if name not in theirs]


def table_of_people() -> str:
    """As the README of /export tells it."""
    words = speaker(ROOT / "content")
    rows = (f"| `{table}` | {words(f'kept-{about_table(table)}')} |" for table in tables()[0])
    return "\n".join((HEAD, *rows))


def section(heading: str) -> str:
    _, _, rest = PAPER.partition(f"\n## {heading}\n")
    return rest.partition("\n## ")[0]


def test_each_table_with_something_of_somebody_is_told() -> None:
    assert table_of_people() in section("What is kept of somebody"), (
        "put there what `python -m tests.test_privacy` prints"
    )


def test_each_other_table_is_told_too() -> None:
    told = re.findall(r"^\| `(\w+)` \|", section("What else stands in the file"), flags=re.MULTILINE)
    assert sorted(told) == sorted(tables()[1])


def hours(time: timedelta) -> str:
    return f"{time // timedelta(hours=1)} hours"


def told_times() -> Iterator[tuple[str, str]]:
    yield "in it, `updates`", hours(counted_updates.KEPT)
    yield "in it, `sent_films`", hours(sent_films.KEPT)
    yield "in it, `chats`", hours(shown.TOGETHER)
    yield "in it, `deliveries`", f"{deliveries.KEPT.days} days"
    yield "`.deleted` beside it", f"{deletions.WITHOUT_COPIES.days} days where none are made"
    yield "in it, room that is not used", f"more than {tidying.LARGEST // 1_000_000} MB"
    yield "`copies` beside it", "seven nights"


@pytest.mark.parametrize(("where", "how_long"), [*told_times()])
def test_how_long_it_is_kept_is_what_the_code_does(where: str, how_long: str) -> None:
    rows = [line for line in section("Where, and for how long").splitlines() if line.startswith(f"| {where}")]
    assert len(rows) == 1
    assert how_long in rows[0].rpartition(" | ")[2]


def test_what_is_said_in_words_is_so_in_figures() -> None:
    assert Config().copies == 7
    assert timedelta(minutes=1) > AFTER


def test_every_command_that_it_names_is_there() -> None:
    shell = set(re.findall(r"`unhunch ([a-z]+)", PAPER))
    assert {"export", "forget"} <= shell <= set(main.commands)
    chat = set(re.findall(r"`(/[a-z]+)", PAPER))
    assert {"/privacy", "/export", "/delete"} <= chat
    assert chat <= {*COMMANDS, *(f"/{name}" for name in (*FOR_ADMINS, "ban"))}


if __name__ == "__main__":
    print(table_of_people())
