"""Nothing that the two articles tell is lost: their exercises, numbers, causes, stages and tips, ticked off one by one."""

import pytest

from bot.domain.library.library import Library
from tests.content.complete import TABLES
from tests.content.complete.__main__ import markdown
from tests.content.complete.rows import Read, Row
from tests.known import library as the_library

ROWS = [row for rows in TABLES.values() for row in rows]


@pytest.fixture(scope="module")
def library() -> Library:
    return the_library()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.mark}: {row.says}" for row in ROWS])
def test_it_stands_in_the_content(row: Row, library: Library) -> None:
    assert row.place(library), row


def test_every_description_of_the_articles_has_rows() -> None:
    marks = {row.mark for row in ROWS}
    assert {f"{article}{number}" for article in "AB" for number in range(1, 9)} <= marks
    assert {f"A {number}" for number in range(1, 14)} <= marks
    assert {f"B {number}" for number in range(1, 9)} <= marks


def test_every_cause_leads_to_what_one_can_do_or_to_a_doctor(library: Library) -> None:
    causes = {row.slug for row in TABLES["Causes"] if isinstance(row, Read)}
    for slug in causes:
        topic = library.topics[slug]
        ways = [
            *(exercise in library.exercises for exercise in topic.exercises),
            *(routine in library.routines for routine in topic.routines),
            "see-a-doctor" in topic.topics,
        ]
        assert any(ways), slug
        assert topic.only_a_doctor_knows is (slug in {"scoliosis", "disc", "nerve", "infection"}), slug


def test_print_out_ticks_off_all_rows() -> None:
    printed = markdown()
    assert "**missing**" not in printed
    assert printed.count("\n| ") == len(ROWS) + 2 * len(TABLES)
