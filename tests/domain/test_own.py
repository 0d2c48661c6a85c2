"""Changing a routine of one's own: order, moves, names; a tap too many changes nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.own.own_routine import (
    MOST_LINES,
    NAME_LENGTH,
    NameFault,
    OwnLine,
    OwnRoutine,
    added,
    changed,
    moved,
    name_fault,
    shortened,
    tidy_name,
    unstored_lines,
    without,
)
from tests.examples import BOOK, CAT, CHILD, ROLL

REFS = [form.ref for form in (ROLL, CAT, BOOK, CHILD)]
ROUTINE = OwnRoutine(1, "Mine", tuple(OwnLine(number, ref) for number, ref in enumerate(REFS, 1)))

routines = st.integers(0, MOST_LINES).map(
    lambda count: OwnRoutine(1, "Mine", tuple(OwnLine(n + 1, REFS[n % 4]) for n in range(count)))
)


def ids(own: OwnRoutine) -> list[int]:
    return [line.id for line in own.lines]


def test_a_move_is_added_at_the_end() -> None:
    assert added(ROUTINE, CAT.ref).lines == (*ROUTINE.lines, OwnLine(0, CAT.ref))


def test_a_double_tap_adds_one() -> None:
    once = added(ROUTINE, CAT.ref)
    assert added(once, CAT.ref) is once
    assert len(added(once, BOOK.ref).lines) == 6


def test_there_is_room_for_so_many_and_no_more() -> None:
    own = OwnRoutine(1, "Mine")
    for number in range(MOST_LINES + 3):
        own = added(own, REFS[number % 4])
    assert len(own.lines) == MOST_LINES
    assert own.is_full


@given(routines, st.integers(-2, MOST_LINES + 2), st.integers(0, MOST_LINES))
def test_moving_keeps_every_line_puts_one_where_it_was_wanted_and_twice_is_once(
    own: OwnRoutine, to: int, which: int
) -> None:
    line = own.line(which) or OwnLine(999, CAT.ref)
    after = moved(own, line, to)
    assert sorted(ids(after)) == ids(own)
    if line in own.lines and 0 <= to < len(own.lines):
        assert after.lines[to] == line
        assert [i for i in ids(after) if i != line.id] == [i for i in ids(own) if i != line.id]
    else:
        assert after is own
    assert moved(after, line, to) == after


def test_a_line_is_changed_and_taken_out_by_its_id() -> None:
    line = replace(ROUTINE.lines[1], hold=20)
    assert changed(ROUTINE, line).lines[1] == line
    assert ids(without(ROUTINE, 2)) == [1, 3, 4]
    assert without(ROUTINE, 99) == ROUTINE


def test_a_copy_does_the_same_under_ids_of_its_own() -> None:
    copy = OwnRoutine(2, "Copy", unstored_lines(ROUTINE))
    assert copy.has_same_lines_as(ROUTINE)
    assert set(ids(copy)) == {0}
    assert not copy.has_same_lines_as(without(ROUTINE, 4))
    assert not copy.has_same_lines_as(changed(ROUTINE, replace(ROUTINE.lines[0], repetitions=2)))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Evening\n stretch ", "Evening stretch"),
        ("<b>Łukasz & ✨", "<b>Łukasz & ✨"),
        ("مينا", "مينا"),
        ("\u202eevil\u2066", "evil"),
        ("👩🏽\u200d🚀", "👩🏽\u200d🚀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\tb\u00a0c\u3000d", "a b c d"),
        ("nul\x00l", "nul l"),
        ("\ud800half", "half"),
        ("e\u0301", "é"),
        ("", ""),
        (" \n ", ""),
        ("\u200d\u200d", ""),
        ("\u3164", ""),
        ("\u0301", ""),
        ("\ufeff\u200b", ""),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed: str, name: str) -> None:
    assert tidy_name(typed) == name


@given(st.text())
def test_a_tidy_name_is_tidy_and_can_be_kept(text: str) -> None:
    once = tidy_name(text)
    assert tidy_name(once) == once
    assert "\n" not in once
    once.encode()


def test_what_is_wrong_with_a_name_is_told_apart() -> None:
    assert name_fault("", ()) is NameFault.EMPTY
    assert name_fault("x" * (NAME_LENGTH + 1), ()) is NameFault.LONG
    assert name_fault("Evening", {"Evening"}) is NameFault.TAKEN
    assert name_fault("x" * NAME_LENGTH, {"Evening"}) is None


def test_what_is_too_long_is_cut_and_no_joiner_is_left_alone() -> None:
    assert shortened("Evening") == "Evening"
    assert shortened("Shoulder blade squeeze", 10) == "Shoulder…"
    assert shortened("👩\u200d🚀" * 20, 6) == "👩\u200d🚀👩…"
    assert len(shortened("x" * 99)) == NAME_LENGTH
