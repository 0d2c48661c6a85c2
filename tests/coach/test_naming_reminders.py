"""People say which of their reminders they mean, and only that one changes."""

from datetime import time

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from tests.coach.reminded import DUE, claimed, met, reminded_at
from tests.coach.talk import Someone, World

MORNING_ONE, EVENING_ONE = (time(7, 25), EVERY_DAY), (time(20, 30), EVERY_DAY)


@pytest.fixture
def dele(world: World) -> Someone:
    """She has only a morning reminder."""
    dele = world.someone(11, "Dele")
    reminded_at(dele, time(7, 25), "Europe/London")
    return dele


@pytest.fixture
def twice(dele: Someone) -> Someone:
    """She has an evening reminder too."""
    dele.says("remind me 8.30pm every day")
    dele.says("yes")
    assert kept(dele) == [MORNING_ONE, EVENING_ONE]
    return dele


@pytest.fixture
def asked(world: World) -> Someone:
    """Two times wait to be kept."""
    bo = world.someone(8, "Bo")
    reminded_at(bo, time(12), "Europe/London")
    world.store.reminders.delete(world.store.reminders.of(8)[0].id, 8)
    bo.says("remind me 7.40 and 8.30pm")
    assert "7:40 and 20:30" in bo.sees.text
    return bo


def kept(someone: Someone) -> list[tuple[time, frozenset[int]]]:
    every = someone.world.store.reminders.of(someone.sender.id)
    return sorted(((each.at, each.weekdays) for each in every), key=lambda each: each[0])


@pytest.mark.parametrize(
    "said",
    [
        *(
            "make the evening one 9",
            "change 8.30pm to 9",
            "get rid of the evening one",
            "delete the evening one",
        ),
        *("move the evening reminder to 9pm", "make the 8pm one 9pm", "cancel the afternoon reminder"),
        *("drop the 9pm one", "the evening one should be 9", "can you change the evening one to 21:00"),
        *("make the evening one every day tho, 8pm", "verschiebe die abenderinnerung auf 21 uhr"),
        *("lösch die am abend", "cambia el de la noche a las 21", "quita el de la noche"),
    ],
)
def test_one_that_is_not_there_changes_no_other(dele: Someone, said: str) -> None:
    dele.says(said)
    assert "no reminder like that" in dele.sees.text
    assert "7:25" in dele.sees.text, "it says which there are"
    dele.says("yes")
    assert kept(dele) == [MORNING_ONE]


@pytest.mark.parametrize(
    "said",
    [
        *("make the evening one 9", "change 8.30pm to 9", "change 20:30 to 9", "the evening one should be 9"),
        *("move the evening reminder to 9pm", "make the 8.30pm one 9pm", "set the evening one to 9"),
        *("mach die um 20:30 auf 21 uhr", "verschiebe die abenderinnerung auf 21 uhr"),
        "cambia el de la noche a las 21",
    ],
)
def test_of_two_the_named_one_is_moved_once_it_is_kept(twice: Someone, said: str) -> None:
    twice.says(said)
    assert "Shall I? 21:00" in twice.sees.text
    assert kept(twice) == [MORNING_ONE, EVENING_ONE]
    twice.says("yes")
    assert kept(twice) == [MORNING_ONE, (time(21), EVERY_DAY)]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "delete the morning one",
            "get rid of the morning reminder",
            "cancel the 7.25",
            "can u drop the morning one pls",
        ),
        *("i dont need the morning one anymore", "lösch die am morgen", "quita el de la mañana por favor"),
    ],
)
def test_one_is_deleted_after_a_yes(twice: Someone, said: str) -> None:
    twice.says(said)
    assert twice.sees.text.startswith("Delete the reminder 7:25")
    assert kept(twice) == [MORNING_ONE, EVENING_ONE]
    twice.says("yes")
    assert kept(twice) == [EVENING_ONE]


def test_after_a_no_it_stays(twice: Someone) -> None:
    twice.says("delete the morning one")
    twice.says("no")
    assert kept(twice) == [MORNING_ONE, EVENING_ONE]


def test_days_of_the_named_one_change(twice: Someone) -> None:
    twice.says("the morning one should be only on workdays")
    twice.says("yes")
    assert kept(twice) == [(time(7, 25), WORKING_DAYS), EVENING_ONE]


def test_all_stop_after_a_yes(twice: Someone, world: World) -> None:
    twice.says("delete all reminders")
    twice.says("yes")
    assert all(each.is_paused for each in world.store.reminders.of(twice.sender.id))


@pytest.mark.parametrize(
    "said",
    [
        *("no reminder on sunday", "no time in the morning", "skip the evening one", "i want one at 9pm"),
        *(
            "set an evening reminder for 9",
            "make a morning one at 8",
            "do the evening one",
            "just the 5 min one",
        ),
        *("the morning one was great", "did you send the morning one at 8?", "remind me at 9pm"),
    ],
)
def test_what_only_sounds_like_it_is_no_change_of_one_that_is_named(dele: Someone, said: str) -> None:
    dele.says(said)
    assert "no reminder like that" not in dele.sees.text
    assert "Delete the reminder" not in dele.sees.text
    assert "Not changed yet" not in dele.sees.text


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("no make the evening one half 9", [(time(7, 40), EVERY_DAY), (time(21, 30), EVERY_DAY)]),
        ("evening one 9", [(time(7, 40), EVERY_DAY), (time(21), EVERY_DAY)]),
        ("can u only do the morning one on workdays", [(time(7, 40), WORKING_DAYS), EVENING_ONE]),
        ("the morning one just on workdays pls", [(time(7, 40), WORKING_DAYS), EVENING_ONE]),
        ("7.40 only on weekdays", [(time(7, 40), WORKING_DAYS), EVENING_ONE]),
        ("no time for 7.40 make it 7.25", [MORNING_ONE, EVENING_ONE]),
        ("no 7.25 instead of 7.40", [MORNING_ONE, EVENING_ONE]),
        ("actually 8.30pm is too late, 8pm instead", [(time(7, 40), EVERY_DAY), (time(20), EVERY_DAY)]),
        ("drop the evening one", [(time(7, 40), EVERY_DAY)]),
        ("just the morning one", [(time(7, 40), EVERY_DAY)]),
        ("mach die am abend 21 uhr", [(time(7, 40), EVERY_DAY), (time(21), EVERY_DAY)]),
        ("el de la noche a las 21", [(time(7, 40), EVERY_DAY), (time(21), EVERY_DAY)]),
    ],
)
def test_of_two_that_wait_to_be_kept_the_named_one_changes(
    asked: Someone, said: str, after: list[tuple[time, frozenset[int]]]
) -> None:
    asked.says(said)
    assert "Shall I?" in asked.sees.text
    assert not kept(asked)
    asked.says("yes")
    assert kept(asked) == after


def test_one_correction_follows_another(asked: Someone) -> None:
    for said in (
        "make the evening one 9",
        "the morning one just on workdays pls",
        "make the morning one 7.25",
        "yes",
    ):
        asked.says(said)
    assert kept(asked) == [(time(7, 25), WORKING_DAYS), (time(21), EVERY_DAY)]


def test_new_times_take_the_place_of_both(asked: Someone) -> None:
    asked.says("8:00 and 9pm")
    assert "8:00 and 21:00" in asked.sees.text


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("no reminders today n tomorrow im ill", "Wed"),
        ("no reminders today and tomorrow", "Wed"),
        ("pause reminders till sunday", "Sun"),
        ("no reminders till thursday", "Thu"),
    ],
)
def test_a_pause_ends_after_the_last_of_its_days(twice: Someone, said: str, until: str) -> None:
    """It is Monday."""
    twice.says(said)
    assert twice.sees.text.startswith(f"Pause all reminders from now until {until}")


@pytest.mark.parametrize(
    "said",
    [
        "no reminders on thu, fri and sat",
        "stop em from thursday to saturday, im at a wedding",
        "im away thu fri sat, back on sunday",
    ],
)
def test_days_that_follow_each_other_are_those_without_reminders(ana: Someone, said: str) -> None:
    met(ana)
    for words in ("remind me at 7.40am and 9pm", "keep", said):
        ana.says(words)
    assert ana.sees.text == (
        "All reminders rest from Thu, 8 January to Sat, 10 January and come again Sun, 11 January. Shall they?"
    )


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("except weekends", "Mon–Fri"),
        ("only mondays and thursdays", "Mon, Thu"),
        ("not on fridays", "Mon–Thu, Sat, Sun"),
    ],
)
def test_days_alone_change_the_only_reminder(ana: Someone, said: str, days: str) -> None:
    met(ana)
    for words in ("remind me at 7.40am", "keep", said):
        ana.says(words)
    assert f"7:40, {days}: " in ana.sees.text
    assert "Not changed yet" in ana.sees.text


@pytest.mark.parametrize(
    "said", ["want an evening one at 9 too", "and a lunch one at 1pm", "another one at 6pm"]
)
def test_one_more_is_no_change_of_the_one_there_is(ana: Someone, said: str) -> None:
    met(ana)
    for words in ("remind me at 7.40am", "keep", said):
        ana.says(words)
    assert "Not changed yet" not in ana.sees.text


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("on holiday for 2 weeks", "19 January"),
        ("pause for 10 days", "15 January"),
        ("no reminders until the 20th", "20 January"),
    ],
)
def test_an_absence_without_a_first_day_begins_now(ana: Someone, said: str, until: str) -> None:
    met(ana)
    for words in ("remind me at 7.40am", "keep", said):
        ana.says(words)
    assert ana.sees.text == f"Pause all reminders from now until {until}?"


@pytest.mark.parametrize(
    ("said", "back"), [("gimme 20", "7:50"), ("give me ten", "7:40"), ("not now, 45", "8:15")]
)
def test_a_bare_number_after_a_reminder_is_so_many_minutes(
    ana: Someone, world: World, said: str, back: str
) -> None:
    reminded_at(ana, time(7, 30), "Europe/London")
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana.says(said)
    assert f"I'll be back today {back}" in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "Remove the 6pm one and keep other",
        "turn the 6pm off",
        "turn the 18:00 one off",
        "switch the evening one off please",
        "get rid of 6pm, keep the other",
        "stop the 6pm one but keep the morning",
        "remove 6 pm one keep the rest",
        "keep the 11am and drop the 6pm",
    ],
)
def test_the_one_that_is_named_goes_and_what_stays_needs_no_word(ana: Someone, said: str) -> None:
    met(ana)
    for words in ("remind me at 11am and 6pm", "keep", said):
        ana.says(words)
    assert ana.sees.text == "Delete the reminder 18:00 every day?"
    ana.says("yes")
    assert kept(ana) == [(time(11), EVERY_DAY)]


@pytest.mark.parametrize("said", ["my reminders", "what reminders", "/remind"])
def test_the_list_tells_what_waits_to_be_kept(twice: Someone, said: str) -> None:
    twice.says("remind me at 5:30pm")
    before = kept(twice)
    for _ in range(2):
        twice.says(said)
        assert "Not kept yet: 17:30 every day. Tap Keep." in twice.sees.text
    assert kept(twice) == before
    twice.says("keep")
    assert (time(17, 30), EVERY_DAY) in kept(twice)
    twice.says(said)
    assert "Not kept yet" not in twice.sees.text


def test_what_waits_for_one_day_is_told_with_it(ana: Someone) -> None:
    met(ana)
    for words in ("remind me tomorrow at 17:30", "my reminders"):
        ana.says(words)
    assert "Not kept yet: 17:30 6 January. Tap Keep." in ana.sees.text


def test_who_keeps_some_stops_none(twice: Someone) -> None:
    twice.says("no more reminders")
    before = kept(twice)
    twice.says("wait no keep the weekend ones")
    assert twice.sees.text.startswith("Nothing was stopped. Tap one that shall go.")
    assert kept(twice) == before
    assert not any(each.is_paused for each in twice.world.store.reminders.of(7))


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("make it 10 instead", "10:00"),
        ("Make it ten o'clock instead please, the half nine is too early", "10:00"),
        ("make it 9 instead please", "9:00"),
    ],
)
def test_another_time_keeps_the_days_and_the_half_of_the_day(ana: Someone, said: str, at: str) -> None:
    met(ana)
    for words in ("remind me mon-sat at 9:30", "keep", said):
        ana.says(words)
    assert f"{at}, Mon–Sat: " in ana.sees.text
    assert "Not changed yet" in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "delete every reminder apart from 8.30pm",
        "remove all my reminders except the evening one please",
        "delete all but 20:30",
        "keep only 8.30pm",
        "just keep the evening one",
        "borra todos menos el de las 20:30",
        "lösch alle außer 20:30",
    ],
)
def test_of_all_but_one_only_the_others_are_to_go_and_it_is_asked(twice: Someone, said: str) -> None:
    twice.says(said)
    assert "Delete the reminder 7:25 every day?" in twice.sees.text
    assert kept(twice) == [MORNING_ONE, EVENING_ONE]


def test_where_none_fits_what_is_to_stay_nothing_is_asked(twice: Someone) -> None:
    twice.says("delete all but 11pm")
    assert "There is no reminder like that" in twice.sees.text


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("the evening one is too late, can we do 8", "20:00"),
        ("the 7:25 is too early, can we do 8", "8:00"),
        ("the morning one doesnt work, 8:15 instead", "8:15"),
        ("pls shift my evening reminder half an hour later", "21:00"),
        ("shift the morning one 10 min earlier", "7:15"),
    ],
)
def test_the_one_that_does_not_suit_is_changed(twice: Someone, said: str, then: str) -> None:
    twice.says(said)
    assert f"{then}, every day" in twice.sees.text
    assert "Not changed yet" in twice.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "how come i got nothing at 6 yesterday",
        "whats at 7 today, is that the neck one",
        "what do i have at 7",
        "did you remind me at 7 yesterday",
        "why was there nothing at 8",
        "warum kam um 8 nichts, was kommt um 8 uhr",
    ],
)
def test_who_asks_about_the_one_of_a_time_sees_them_and_sets_none(twice: Someone, said: str) -> None:
    twice.says(said)
    assert "Your reminders" in twice.sees.text


@pytest.mark.parametrize("said", ["cancel 7am keep 7pm", "delete the 7am reminder", "delete all but 5pm"])
def test_where_there_is_none_to_go_it_is_said(world: World, said: str) -> None:
    ana = world.someone(12, "Ana")
    met(ana)
    ana.says(said)
    assert "No reminders yet." in ana.sees.text
