"""When the file is written anew: soon after a deletion, and not again and again however thick they come."""

from datetime import timedelta
from itertools import pairwise

from bot.chat.clearing_up import AFTER, AT_MOST, Turns
from tests.examples import MORNING

A_SECOND = timedelta(seconds=1)


def tidied(turns: Turns, seconds: int, every: int) -> list[int]:
    """After how many seconds it was, where somebody is deleted every so many."""
    then = []
    for second in range(seconds):
        now = MORNING + second * A_SECOND
        erased = MORNING + second // every * every * A_SECOND
        if turns.has_come(erased, now):
            turns.is_over()
            then.append(second)
    return then


def test_it_is_done_once_they_were_told() -> None:
    turns = Turns()
    assert not turns.has_come(MORNING, MORNING + AFTER - A_SECOND)
    assert turns.has_come(MORNING, MORNING + AFTER)


def test_a_clock_that_was_set_back_puts_it_off_for_nobody() -> None:
    assert Turns().has_come(MORNING + AFTER, MORNING)


def test_who_is_deleted_later_keeps_nobody_in_the_file() -> None:
    first = tidied(Turns(), 300, every=5)[0]
    assert first == 2 * AFTER.seconds


def test_whoever_deletes_all_of_theirs_all_day_makes_it_no_more_often() -> None:
    turns, hours = tidied(Turns(), 4 * 3600, every=5), 4
    assert len(turns) <= AT_MOST.at_once + hours * 3600 * AT_MOST.per_second
    assert max(later - before for before, later in pairwise(turns)) <= 300 + 2 * AFTER.seconds
