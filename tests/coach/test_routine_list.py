"""Ready routines: the list with length and place, by minutes, without the floor, by words."""

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import Position
from bot.domain.person.person import Floor, Preferences
from bot.domain.session.suitable import settle
from bot.screens.buttons.actions import ListRoutines, OpenRoutine, Place
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import DO_IT, OFFERED_AT_HOME, buttons, label_of

ON_THE_FLOOR = [position for position in Position if position.is_on_the_floor]


def answers(someone: Someone, *said: str) -> None:
    for words in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN, "/settings", *said):
        someone.says(words)


def test_the_list_shows_every_routine_with_its_minutes_and_its_place(
    ana: Someone, knowledge: Knowledge
) -> None:
    ana.says("/routine")
    labels, text = list(ana.labels), ana.sees.text
    assert "Shorter ones" not in labels
    ana.taps(ListRoutines)
    labels, text = labels + ana.labels, text + ana.sees.text
    assert "Longer ones" not in ana.labels
    for routine in knowledge.english.library.routines.values():
        assert sum(label.startswith(f"{routine.title} · ") for label in labels) == 1, routine.slug
        assert f"{routine.title} · about " in text
    assert "Morning · 5 min" in labels
    assert "Desk break · about 2 minutes · seated" in text
    assert "Morning · about 4½ minutes · floor or bed" in text
    assert "No floor · about 9½ minutes · standing and seated" in text
    ana.taps(ListRoutines)
    assert "Morning · 5 min" in ana.labels


def test_ones_own_and_the_programme_stand_first(ana: Someone) -> None:
    ana.says("/routine")
    assert ana.labels[:2] == ["My routines", "Four weeks"]


def test_who_stays_seated_is_shown_the_seated_programme_and_other_lengths(ana: Someone) -> None:
    answers(ana, "floor", "no, seated", "/routine")
    assert "Four weeks, seated" in ana.labels
    assert "Four weeks" not in ana.labels
    assert "Morning · 3 min" in ana.labels, "three of its four are replaced"
    assert "on the floor" not in ana.sees.text
    assert "bed" not in ana.sees.text.replace("in bed", "")


def test_a_label_leads_to_its_card_and_back(ana: Someone) -> None:
    ana.says("/routine")
    ana.taps(OpenRoutine("morning"))
    assert ana.sees.text.startswith("<b>Morning · about 4½ minutes</b>")
    assert "floor or bed · nothing needed" in ana.sees.text
    ana.taps(Place.ROUTINES)
    assert "Which routine?" in ana.sees.text


def test_what_a_routine_needs_is_told(ana: Someone) -> None:
    ana.says("/routine no floor")
    ana.says("/routine full mobility")
    assert "on the floor · a chair, a wall, a strap" in ana.sees.text


def test_many_changes_fold_and_few_do_not(ana: Someone) -> None:
    answers(ana, "floor", "no, seated", "/routine full mobility")
    folded = ana.sees.text.split("<blockquote expandable>")[1].split("</blockquote>")[0]
    assert folded.count("in place of") > 3
    ana.says("/routine morning")
    assert ana.sees.text.count("in place of") == 2
    assert "<blockquote" not in ana.sees.text


@pytest.mark.parametrize(
    "said",
    ["no floor", "/routine no floor", "not on the floor", "/routine without the floor", "I can't get down"],
)
def test_without_the_floor_those_are_listed_that_stay_off_it(
    ana: Someone, knowledge: Knowledge, said: str
) -> None:
    ana.says(said)
    if not said.startswith("/"):
        assert ana.sees.text == "Without the floor: for today, or always?"
        ana.taps(ListRoutines)
    assert "Without getting down" in ana.sees.text
    listed = {label.split(" · ")[0] for label in ana.labels if " · " in label}
    off_it = {
        routine.title
        for routine in knowledge.english.library.routines.values()
        if not any(
            part.form.position in ON_THE_FLOOR
            for part in settle(routine.lines, knowledge.english.library, Preferences()).parts
        )
    }
    assert listed == off_it
    assert "No floor" in listed
    assert "Morning" not in listed
    assert "Four weeks, seated" in ana.labels


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/routine evening 10 min", "Evening"),
        ("/routine evening", "Evening"),
        ("/routine in bed", "Gentle, in bed"),
        ("/routine bed", "Gentle, in bed"),
        ("/routine desk", "Desk break"),
        ("/routine mornign", "Morning"),
        ("/routine first two minutes", "First two minutes"),
    ],
)
def test_words_and_minutes_open_the_routine_they_mean(ana: Someone, said: str, title: str) -> None:
    for words in (*GETS_DOWN, said):
        ana.says(words)
    assert ana.sees.text.startswith(f"<b>{title} · about ")


@pytest.mark.parametrize("said", ["/routine programme", "4 weeks", "programme", "/routine four week plan"])
def test_words_open_the_programme(ana: Someone, said: str) -> None:
    ana.says(said)
    assert ana.sees.text.startswith("<b>Four weeks</b>")


def test_words_that_are_no_routine_lead_to_the_list(ana: Someone) -> None:
    ana.says("/routine qwertz")
    assert "I found nothing by that name" in ana.sees.text
    assert "Morning · 5 min" in ana.labels


def test_minutes_in_a_sentence_about_something_else_start_nothing(ana: Someone) -> None:
    ana.says("I was away for 5 minutes")
    assert DO_IT not in ana.labels


def test_without_the_floor_for_today_changes_today_alone(ana: Someone, world: World) -> None:
    answers(ana, "no floor", "today")
    assert ana.labels[0] == label_of(ana.sees, OFFERED_AT_HOME)
    assert "thout the floor today, as you asked." in ana.sees.text
    person = world.store.people.get(7)
    assert person
    assert person.preferences.floor is Floor.YES


def test_without_the_floor_always_is_kept_and_not_asked_again(ana: Someone, world: World) -> None:
    answers(ana, "no floor", "always")
    person = world.store.people.get(7)
    assert person
    assert person.preferences.floor is Floor.STAND
    ana.says("no floor")
    assert "Which" in ana.sees.text or "Without getting down" in ana.sees.text
    assert "Always" not in ana.labels


def test_what_is_left_out_of_a_routine_has_a_way_to_its_card(ana: Someone) -> None:
    answers(ana, "work around", "thin bones", "done", "/routine full mobility")
    named = [
        line.partition(" is left out")[0] for line in ana.sees.text.splitlines() if " is left out" in line
    ]
    assert named
    ana.taps_data(dict(buttons(ana.sees))[named[0]])
    assert "Not offered to you" in ana.sees.text
    assert "Work around" in ana.labels
