"""The words on the page for a physio: short, and nothing left out without a word."""

from datetime import UTC, date, timedelta

from bot.domain.library.exercise import Tag
from bot.domain.progress.four_weeks import four_weeks
from bot.screens.progress import page_screens
from bot.screens.progress.page_screens import Often, PhysioFacts, Stop
from tests.known import known

TODAY = date(2026, 1, 8)
DAYS = [TODAY - timedelta(days=ago) for ago in range(14)]


def lines(facts: PhysioFacts) -> list[str]:
    page = page_screens.page(facts, "", known().english.words)
    return [line for part in page.parts for line in part.lines]


def test_what_has_no_room_is_counted() -> None:
    facts = PhysioFacts(
        four_weeks((), (), (), UTC, TODAY),
        [Stop(day, "Cat-cow", None, None) for day in DAYS],
        DAYS,
        ["Sphinx"] * 7,
        [Often("Bird dog", 2)] * 6,
    )
    told = lines(facts)
    assert "And 9 earlier." in told
    assert any(line.startswith("Sessions that hurt: ") and line.endswith("9 more") for line in told)
    assert any(line.startswith("Too much: ") and line.endswith("2 more") for line in told)
    assert any(line.startswith("Bird dog (2×)") and line.endswith("1 more") for line in told)
    assert not any(
        "more" in line or "earlier" in line for line in lines(PhysioFacts(facts.done, facts.stops[:5]))
    )


def test_two_words_of_one_thing_to_work_around_are_not_two_things() -> None:
    told = lines(PhysioFacts(four_weeks((), (), (), UTC, TODAY), tags=frozenset({Tag.EYES, Tag.HIP})))
    assert "Eyes, glaucoma · Hip" in told
