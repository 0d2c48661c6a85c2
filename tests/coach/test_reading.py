"""Reading: every topic is two taps away, leads on to something, and stays open when the moves are closed."""

from bot.domain.library.topic import Group
from tests.coach.talk import Someone, World


def topics(person: Someone) -> dict[str, str]:
    """Every topic's label and button, by going through all groups."""
    person.says("/learn")
    groups = {key[0]: key[1] for row in person.sees.keys for key in row if key[1].startswith("tg.")}
    found: dict[str, str] = {}
    for data in groups.values():
        person.taps_data(data)
        found |= {key[0]: key[1] for row in person.sees.keys for key in row if key[1].startswith("t.")}
    return found


def test_every_topic_is_two_taps_away_and_leads_on(ana: Someone, world: World) -> None:
    ana.says("/start")
    every = topics(ana)
    assert len(every) == len(world.coach.knowledge.english.library.topics) > 35
    for title, data in every.items():
        ana.taps_data(data)
        assert ana.sees.text.startswith(f"<b>{title}</b>")
        assert len(ana.labels) >= 3, "a way on, beside Back and Home"


def test_on_every_cause_hurt_is_not_harm(ana: Someone) -> None:
    ana.says("/learn")
    ana.taps(Group.CAUSES)
    causes = [key[1] for row in ana.sees.keys for key in row if key[1].startswith("t.")]
    assert len(causes) >= 18
    for data in causes:
        ana.taps_data(data)
        assert "Hurt is not the same as harm" in ana.sees.text


def test_where_a_doctor_should_look_that_way_comes_first(ana: Someone) -> None:
    ana.taps_data("t.infection")
    assert ana.labels[0] == "See a doctor"
    assert "Only a doctor can tell you" in ana.sees.text
    ana.taps_data("t.sleep-and-pillow")
    assert ana.labels[0] != "See a doctor", "which is not what one looks for there"


def test_reading_stays_open_when_the_moves_are_closed(ana: Someone) -> None:
    for said in ("/start", "two gentle minutes", "yes, one fits", "second list"):
        ana.says(said)
    ana.taps_data("t.desk-work")
    assert ana.sees.text.startswith("<b>Desk work</b>")


def test_a_move_that_is_not_for_somebody_is_not_what_a_topic_leads_to(ana: Someone) -> None:
    for said in ("/start", "/settings", "work around", "thin bones", "done"):
        ana.says(said)
    ana.taps_data("t.long-sitting")
    assert "Seated turn" not in ana.labels
    assert any(key[1].startswith("e.") for row in ana.sees.keys for key in row)


def test_a_topic_that_has_gone_is_kindly_said_to_have_gone(ana: Someone) -> None:
    ana.says("/start")
    ana.taps_data("t.phrenology")
    assert "no longer here" in ana.sees.text
