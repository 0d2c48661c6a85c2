"""A decision asks the file each thing only once, because asking is most of what a reminder costs."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time

import pytest

from bot.coach.news import Said, Sender, Tapped
from bot.store.database import Store
from tests.coach.reminded import DUE, reminded_at
from tests.coach.talk import Someone, World

ANA = Sender(7, "Ana", "en")

MAY_CHANGE = "from sessions"
"""How a session stands is read again, because the decision may pause it."""


@contextmanager
def asked(store: Store) -> Iterator[Counter[str]]:
    """Every query to the file in this block."""
    questions: Counter[str] = Counter()
    store.db.conn.set_trace_callback(lambda statement: questions.update([statement]))
    try:
        yield questions
    finally:
        store.db.conn.set_trace_callback(None)


def _twice(questions: Counter[str]) -> list[str]:
    asking = (each for each in questions if each.startswith("select") and MAY_CHANGE not in each)
    return [each for each in asking if questions[each] > 1]


def test_a_reminder_asks_each_thing_once(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    with asked(world.store) as questions:
        assert len(world.coach.claims.claim(DUE, 32)) == 1
    assert not _twice(questions)
    assert questions.total() <= 32


@pytest.mark.parametrize(
    "news",
    [Said(ANA, "thanks"), Said(ANA, "my neck is stiff"), Tapped(ANA, "w")],
    ids=["thanks", "pain", "tap"],
)
def test_words_and_taps_look_once_into_the_chat(ana: Someone, world: World, news: Said | Tapped) -> None:
    ana.says("/start")
    with asked(world.store) as questions:
        ana.sends(news)
    looks = [each for each in questions.elements() if each.startswith("select owed, message")]
    assert len(looks) == 1
