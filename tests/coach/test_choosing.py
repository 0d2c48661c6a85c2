"""Choosing an exercise by tapping: what for, where, with what, how long, by name; only what suits, except by name."""

from itertools import count

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import Purpose
from bot.domain.session.suitable import bar
from bot.screens.buttons.actions import By, Find, Narrow, OpenExercise, OpenForm, Place
from bot.screens.buttons.wire import decode
from bot.screens.choose.choices import ON_A_PAGE, VALUES
from tests.coach.talk import GETS_DOWN, Someone
from tests.meaning import DO_IT, Meant, Page, buttons, label_of

WAYS = [(by, value) for by, values in VALUES.items() for value in values]


def settles_on(someone: Someone, *answers: str) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN, "/settings", *answers):
        someone.says(said)


def every_page(someone: Someone) -> list[str]:
    """The exercises on all pages from the present one on, as wire forms."""
    wires: list[str] = []
    for page in count(1):
        wires += [key[1] for row in someone.sees.keys for key in row]
        if not someone.offers(Page(page)):
            break
        someone.taps(Page(page))
    return [wire for wire in wires if isinstance(decode(wire), OpenExercise | OpenForm)]


def test_the_first_question_is_what_for(ana: Someone) -> None:
    ana.says("/exercise")
    assert ana.sees.text.startswith("<b>What for?</b>")
    assert len(ana.labels) == len(Purpose) + 6
    assert ana.labels[-2:] == ["Routines", "Home"]


@pytest.mark.parametrize(
    ("taps", "heading", "among"),
    [
        ([Find(By.PURPOSE, "chest", 0)], "Open the chest", "Wall stretch"),
        ([By.POSITION, Find(By.POSITION, "prone", 0)], "Face down", "Sphinx"),
        ([By.POSITION, Find(By.POSITION, "bed", 0)], "On a bed", "Child's pose"),
        ([By.EQUIPMENT, Find(By.EQUIPMENT, "roller", 0)], "Foam roller", "Nothing here suits you"),
        ([By.EQUIPMENT, Find(By.EQUIPMENT, "towel", 0)], "Towel", "Towel pull"),
        ([By.EQUIPMENT, Find(By.EQUIPMENT, "nothing", 0)], "Nothing needed", "Cat-cow"),
        ([By.MINUTES, Find(By.MINUTES, "to-1", 0)], "Up to 1 min", "Cat-cow"),
        ([By.NAME], "All by name", "Bird dog"),
    ],
)
def test_each_way_of_choosing_leads_to_a_card_and_back(
    ana: Someone, taps: list[Meant], heading: str, among: str
) -> None:
    ana.says("/exercise")
    for meant in taps:
        ana.taps(meant)
    assert ana.sees.text.startswith(f"<b>{heading}")
    if among not in ana.labels:
        assert among in ana.sees.text
        return
    ana.taps_data(dict(buttons(ana.sees))[among])
    assert ana.sees.text.startswith(f"<b>{among}")
    ana.taps(Place.EXERCISES)
    assert "What for?" in ana.sees.text


def test_back_leads_to_where_it_was_chosen(ana: Someone) -> None:
    ana.says("/exercise")
    for meant in (
        By.POSITION,
        Find(By.POSITION, "stand", 0),
        Narrow(By.POSITION),
        Find(By.POSITION, "sit", 0),
    ):
        ana.taps(meant)
    assert ana.sees.text.startswith("<b>Seated")


def test_pages_go_there_and_back_and_hold_everything_once(ana: Someone, knowledge: Knowledge) -> None:
    ana.says("/exercise")
    ana.taps(By.NAME)
    wires = every_page(ana)
    assert len(wires) == len(set(wires)) == len(knowledge.english.library.exercises)
    assert "4 of 4" in ana.sees.text
    for page in (3, 2, 1):
        ana.taps(Page(page - 1))
        assert f"{page} of 4" in ana.sees.text
    assert not any(ana.offers(Page(page)) for page in (-1, 0))


@pytest.mark.parametrize("tags", [[], ["Knees", "Wrists"], ["Thin bones"], ["Shoulder", "Pregnant", "Dizzy"]])
@pytest.mark.parametrize(("by", "value"), WAYS)
def test_only_what_suits_is_offered(
    ana: Someone, knowledge: Knowledge, by: By, value: str, tags: list[str]
) -> None:
    settles_on(ana, "work around", *tags, "done")
    ana.taps_data(f"x.{by.value}.{value}.0")
    assert sum(len(row) for row in ana.sees.keys) <= ON_A_PAGE + 4
    known = ana.world.store.people.get(ana.sender.id)
    assert known
    for wire in every_page(ana):
        ana.taps_data(wire)
        offered = DO_IT in ana.labels
        assert offered or by is By.NAME, wire
        if isinstance(action := decode(wire), OpenForm):
            form = next(
                f for f in knowledge.english.library.exercises[action.slug].forms if f.ref.form == action.form
            )
            assert not bar(form, known.preferences)


def test_how_many_more_there_are_is_said(ana: Someone) -> None:
    settles_on(ana, "work around", "shoulder", "done")
    for label in ("/exercise", "open the chest"):
        ana.says(label)
    assert "Nothing here suits you for now." in ana.sees.text
    assert "2 more are left out, to suit you." in ana.sees.text
    ana.taps(By.PURPOSE)
    assert ana.sees.text.startswith("<b>Left out, to suit you</b>")
    ana.taps(OpenExercise)
    assert "asked me to work around: Shoulder" in ana.sees.text
    ana.taps(Place.ASK_TAGS)
    assert "Anything to work around?" in ana.sees.text


def test_each_reason_has_its_way_to_change_it(ana: Someone) -> None:
    for settings, said, way in (
        (("things at hand", "chair", "done"), "/exercise wall angels", Place.ASK_EQUIPMENT),
        ((), "/exercise low cobra", Place.ASK_LEVEL),
        (("floor", "no, seated"), "/exercise thread the needle", Place.ASK_FLOOR),
    ):
        settles_on(ana, *settings)
        ana.says(said)
        assert "Not offered to you" in ana.sees.text
        assert ana.labels[0] == label_of(ana.sees, way)


@pytest.mark.parametrize("forged", ["vl.n.all.0", "vl.f.nothing.0", "vl.m.to-9.0"])
def test_a_list_that_never_was_leaves_out_nothing(ana: Someone, forged: str) -> None:
    ana.says("/start")
    ana.taps_data(forged)
    assert "no longer here" in ana.sees.text


def test_where_nothing_is_left_out_any_more_the_list_itself_is_shown(ana: Someone) -> None:
    settles_on(ana)
    ana.taps_data("vl.f.turn.7")
    assert ana.sees.text.startswith("<b>Turn")


def test_by_name_everything_is_there_and_the_card_says_why_not(ana: Someone) -> None:
    settles_on(ana, "work around", "shoulder", "done")
    for said in ("/exercise", "all by name", "next", "doorway chest stretch"):
        ana.says(said)
    assert "asked me to work around: Shoulder" in ana.sees.text


def test_a_list_by_position_opens_the_form_in_that_position(ana: Someone) -> None:
    for said in ("/exercise", "by position", "seated"):
        ana.says(said)
    pages = count(1)
    while not ana.offers(OpenForm("childs-pose", "on-a-seat")):
        ana.taps(Page(next(pages)))
    ana.taps(OpenForm("childs-pose", "on-a-seat"))
    assert ana.sees.text.startswith("<b>Child's pose: On a seat</b>")


def test_what_takes_at_most_a_minute_takes_no_longer(ana: Someone, knowledge: Knowledge) -> None:
    ana.taps_data("x.m.to-1.0")
    short = {wire.split(".")[1] for wire in every_page(ana)}
    ana.taps_data("x.m.to-2.0")
    longer = {wire.split(".")[1] for wire in every_page(ana)}
    assert short < longer
    assert "bird-dog" in longer - short
    assert longer < set(knowledge.english.library.exercises)


@pytest.mark.parametrize("page", [1, 7, 10**9])
def test_a_page_that_is_no_more_is_the_last(ana: Someone, page: int) -> None:
    ana.taps_data(f"x.f.neck.{page}")
    assert ana.sees.text.startswith("<b>Neck")
    assert "Neck turns" in ana.labels
    assert "Back" not in ana.labels


@pytest.mark.parametrize(
    "wire", ["x.f.gone.0", "x.p.either.0", "x.q.anvil.0", "x.m.to-9.0", "x.n.some.0", "x.m.two.0"]
)
def test_a_value_that_is_no_more_is_retired_kindly(ana: Someone, wire: str) -> None:
    ana.taps_data(wire)
    assert "no longer here" in ana.sees.text
    assert "Exercises" in ana.labels


@pytest.mark.parametrize(
    ("wire", "heading"), [("xb.f", "What for?"), ("xb.n", "All by name"), ("xb.m", "How long?")]
)
def test_every_narrowing_shows_something(ana: Someone, wire: str, heading: str) -> None:
    ana.taps_data(wire)
    assert ana.sees.text.startswith(f"<b>{heading}")


def test_there_is_something_for_every_purpose(ana: Someone) -> None:
    for purpose in Purpose:
        ana.taps_data(f"x.f.{purpose.value}.0")
        assert every_page(ana), purpose


def test_words_that_find_nothing_lead_to_what_for(ana: Someone) -> None:
    ana.says("/exercise qwertz")
    assert "I found nothing by that name" in ana.sees.text
    assert "What for?" in ana.sees.text


def test_who_may_mean_two_things_is_asked_and_one_tap_leads_on(ana: Someone) -> None:
    ana.says("backbend")
    assert "Which one do you mean?" in ana.sees.text
    assert 2 <= len(ana.labels) - 2 <= 3
    first, data = next(buttons(ana.sees))
    ana.taps_data(data)
    assert ana.sees.text.startswith(f"<b>{first}")


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("chest", "Open the chest"),
        ("/exercise chest", "Open the chest"),
        ("/exercise neck", "Neck turns"),
        ("between the shoulder blades", "Self-hug"),
        ("/learn sleep", "Sleep and pillow"),
        ("/learn slipped disc", "A disc"),
        ("/learn cat cow", "Cat-cow"),
        ("child's pose on a seat", "Child's pose: On a seat"),
        ("/exercise@unhunch_bot open book", "Side-lying rotation"),
    ],
)
def test_words_open_what_they_name(ana: Someone, said: str, heading: str) -> None:
    ana.says(said)
    assert ana.sees.text.startswith(f"<b>{heading}</b>")
    assert ana.sees.fresh


def test_learning_words_that_find_nothing_get_a_way_on(ana: Someone) -> None:
    ana.says("/learn qwertz")
    assert ana.labels == ["Something hurts", "Home"]
