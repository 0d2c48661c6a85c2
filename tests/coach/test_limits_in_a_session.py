"""When people say something about themselves during a session, it waits, and goes on with moves that suit them."""

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.session.session import Move, Phase, Session
from bot.screens.buttons.actions import Place, Resume, WorkAround
from bot.screens.buttons.wire import encode
from tests.coach.moving import met, play
from tests.coach.talk import Someone, World
from tests.known import known

RAVI = 45


@pytest.fixture
def ravi(world: World) -> Someone:
    """Codes all day, and his shoulder clicks."""
    ravi = world.someone(RAVI, "Ravi")
    met(ravi)
    for said in ("6 min seated", "start it"):
        ravi.says(said)
    return ravi


def live(someone: Someone) -> Session:
    session = someone.world.store.sessions.live(someone.sender.id)
    assert session, someone.sees.text
    return session


def barred(someone: Someone, tag: Tag) -> list[str]:
    """Moves from the present one on that should be spared."""
    session = live(someone)
    forms = (known().english.library.form(each.ref) for each in session.script[session.beat :])
    return [form.ref.exercise for form in forms if form and tag in form.barred_for]


def tags(someone: Someone) -> frozenset[Tag]:
    person = someone.world.store.people.get(someone.sender.id)
    assert person
    return person.preferences.tags


@pytest.mark.parametrize("said", ["easier, arms not overhead", "my shoulder is bad so leave it out"])
def test_the_session_goes_on_with_a_move_that_spares_what_was_told(ravi: Someone, said: str) -> None:
    while live(ravi).now_playing.ref.exercise != barred(ravi, Tag.SHOULDER)[0]:
        ravi.says("skip")
    id_ = live(ravi).id
    for each in (said, "yes"):
        ravi.says(each)
    assert tags(ravi) == {Tag.SHOULDER}
    assert "comes in place of" in ravi.sees.text
    assert ravi.offers(Resume)
    assert (live(ravi).id, live(ravi).phase) == (id_, Phase.PAUSED)
    assert not barred(ravi, Tag.SHOULDER)
    ravi.says("continue session")
    assert live(ravi).phase is Phase.READY
    play(ravi)
    assert not ravi.world.store.sessions.live(RAVI)


def test_what_comes_later_is_spared_too_and_the_present_move_stays(ravi: Someone) -> None:
    here = live(ravi).now_playing.ref
    assert barred(ravi, Tag.SHOULDER)
    assert here.exercise not in barred(ravi, Tag.SHOULDER)
    for said in ("ready", "bad shoulder, can you work around it", "yes"):
        ravi.says(said)
    assert live(ravi).now_playing.ref == here
    assert not barred(ravi, Tag.SHOULDER)
    assert [each.item for each in live(ravi).script] == sorted(each.item for each in live(ravi).script)


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("can you go easy on my left shoulder", Tag.SHOULDER),
        ("nothing for the neck please", Tag.NECK),
        ("skip the stuff that uses my wrists", Tag.WRISTS),
        ("be careful with my hips", Tag.HIP),
    ],
)
def test_what_is_to_be_spared_is_asked_about_and_kept_without_ending_the_session(
    ravi: Someone, said: str, tag: Tag
) -> None:
    ravi.says(said)
    assert ravi.offers(WorkAround(tag.value))
    ravi.says("yes")
    assert tags(ravi) == {tag}
    assert live(ravi).phase is Phase.PAUSED
    assert not barred(ravi, tag)


@pytest.mark.parametrize("said", ["anything for the neck?", "exercises for my shoulders"])
def test_a_wish_for_moves_of_a_part_spares_nothing(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert not ana.offers(WorkAround(Tag.NECK.value))
    assert not ana.offers(WorkAround(Tag.SHOULDER.value))


def test_one_button_leads_back_to_the_session(ravi: Someone) -> None:
    for said in ("anything to work around", "blub"):
        ravi.says(said)
    assert [data for row in ravi.sees.keys for _, data, _ in row].count(encode(Resume(live(ravi).id))) == 1


@pytest.mark.parametrize(("said", "tag"), [("i was operated", Tag.SURGERY), ("im pregnant", Tag.PREGNANT)])
def test_what_the_whole_session_depends_on_still_ends_it(ravi: Someone, said: str, tag: Tag) -> None:
    ravi.says(said)
    ravi.taps(WorkAround(tag.value))
    assert ravi.world.store.sessions.live(RAVI) is None


@pytest.mark.parametrize(
    "said", ["yeah please. only the left one tho", "yes only my left shoulder", "just the right one"]
)
def test_only_one_side_is_a_yes_and_both_are_spared(ravi: Someone, said: str) -> None:
    ravi.says("my shoulder is bad so leave it out")
    ravi.says(said)
    assert tags(ravi) == {Tag.SHOULDER}
    assert "I can't tell left from right, so I spare both." in ravi.sees.text


def test_a_no_with_a_side_is_none(ravi: Someone) -> None:
    ravi.says("my shoulder is bad so leave it out")
    ravi.says("no, not the left one")
    assert tags(ravi) == frozenset()


@pytest.mark.parametrize("said", ["back", "continue session", "back to my session", "go on"])
@pytest.mark.parametrize("shown", [("settings",), ("settings", "on the mat")])
def test_back_below_something_else_leads_to_the_session(
    ravi: Someone, shown: tuple[str, ...], said: str
) -> None:
    ravi.says("ready")
    for each in (*shown, said):
        ravi.says(each)
    assert live(ravi).phase is Phase.WORKING
    assert ravi.offers(Move.PAUSE)


def test_back_in_the_settings_without_a_session_goes_one_step_back(ravi: Someone) -> None:
    for said in ("stop", "settings", "on the mat", "back"):
        ravi.says(said)
    assert "Your settings" in ravi.sees.text
    assert ravi.offers(Place.HOME)
