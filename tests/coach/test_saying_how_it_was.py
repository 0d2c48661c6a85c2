"""How it was, in words, while the bot asks that: which words count as which button, which are asked about again, and
which mean something else."""

import pytest

from bot.coach.news import Said
from bot.domain.person.pain_notes import Morning
from bot.domain.progress.diary import Rating
from tests.coach.moving import met, next_day, play
from tests.coach.talk import Someone, World
from tests.coach.test_morning_after import done_after
from tests.coach.test_noting_pain import notes
from tests.coach.test_wishing import phase
from tests.meaning import Carries

ANA = 7

HOW = {
    Rating.HARD: [
        *("hard", "tough", "difficult", "exhausting", "too hard", "a bit hard", "not easy", "That was too much"),
        *("I could barely do it", "quite tough", "phew, quite tough for me", "it was not so easy", "no, it was hard"),
        *("I struggled with the second one", "heavy today", "fine, but a bit hard", "that wasn't easy at all", "no piece of cake"),
        *("I couldn't keep up", "hardly managed it", "Pretty challenging!", "it was harder than I thought", "not exactly a breeze"),
        *("harder than last time", "bit of a challenge", "that nearly finished me"),
    ],
    Rating.EASY: [
        *("easy", "super easy", "way too easy", "it wasn't hard", "not hard", "piece of cake", "a piece of cake really"),
        *("not difficult at all", "I didn't struggle", "good, but too easy", "no problem", "hardly exhausting", "not hard or tiring"),
        *("I don't think it was hard", "could have been harder", "wasn't very tough", "effortless", "not a struggle"),
        *("easier than last time", "no challenge at all", "felt like nothing"),
    ],
    Rating.RIGHT: [
        *("good", "ok", "it was fine", "great", "right", "not bad", "not too hard", "just right for me", "good thanks", "👍"),
        *("neither hard nor easy", "not too easy, not too hard", "not hard but not easy either", "perfect", "I liked it", "ok I guess", "so-so"),
    ],
}  # fmt: skip

MORNINGS = {
    Morning.WORSE: [
        "worse",
        "much worse",
        "worse than yesterday",
        "it got worse",
        "even worse",
        "a bit worse",
    ],
    Morning.MORE: [
        *(
            "a bit more than usual",
            "still sore",
            "still stiff",
            "a little more than usual",
            "not back to normal",
            "not gone",
        ),
        *("still there", "more", "not as usual", "a bit sore", "slightly better but still sore"),
    ],
    Morning.USUAL: [
        *(
            "back to normal",
            "fine",
            "ok",
            "as usual",
            "gone",
            "all good",
            "it's gone",
            "not sore",
            "normal",
            "good thanks",
        ),
        *("no more than usual", "not worse than usual", "It was fine this morning"),
    ],
}


def asked_how(someone: Someone) -> int:
    """One session is behind them, and the bot asks how it was."""
    met(someone)
    someone.taps_data("u.first-two-minutes")
    play(someone)
    assert "Just right" in someone.labels
    return max(
        id_ for id_, *_ in someone.world.store.sessions.begun_since(ANA, someone.world.now.replace(hour=0))
    )


def rated(someone: Someone, session: int) -> str | None:
    return someone.world.store.sessions.rating(session, ANA)


@pytest.mark.parametrize(("how", "said"), [(how, said) for how, every in HOW.items() for said in every])
def test_words_are_as_good_as_the_button(ana: Someone, how: Rating, said: str) -> None:
    session = asked_how(ana)
    ana.says(said)
    assert rated(ana, session) == how.value
    assert ana.sees.text.startswith("<b>Done for today.")


@pytest.mark.parametrize("said", ["it hurt a bit", "good, but it hurt a bit", "easy but it hurt"])
def test_that_it_hurt_asks_what_it_was_like(ana: Someone, said: str) -> None:
    session = asked_how(ana)
    ana.says(said)
    assert "What was it like?" in ana.sees.text
    assert rated(ana, session) == Rating.HURT.value


def test_danger_comes_before_how_it_was(ana: Someone) -> None:
    session = asked_how(ana)
    ana.says("easy, but my chest hurts")
    assert "Call for help now" in ana.sees.text
    assert not rated(ana, session)


@pytest.mark.parametrize(
    "said",
    ["5", "five", "7/10", "8 out of 10", "dunno", "no", "yes", "not sure", "tuff", "meh", "not good", "thanks", "it didn't hurt", "could be better"],
)  # fmt: skip
def test_what_says_none_of_it_is_asked_again(ana: Someone, world: World, said: str) -> None:
    session = asked_how(ana)
    asked, labels = ana.sees.text, ana.labels
    ana.says(said)
    assert (ana.sees.text, ana.labels) == (asked, labels)
    assert not rated(ana, session)
    assert not notes(world)
    assert phase(ana) is None
    ana.says("hard")
    assert rated(ana, session) == Rating.HARD.value


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("remind me at 8:30", "8:30"),
        ("good, remind me at 8:30", "8:30"),
        ("/progress", "this week"),
        ("easy routine please", "Gentle"),
        ("cat cow", "Cat-cow"),
        ("what is a good pillow?", "pillow"),
        ("good morning", "Done for today, Ana"),
        ("my back is stiff", "Stiff and sore"),
        ("help", "I lead you"),
    ],
)
def test_what_is_clearly_another_wish_is_done(ana: Someone, said: str, shown: str) -> None:
    session = asked_how(ana)
    ana.says(said)
    assert shown in ana.sees.text
    assert not rated(ana, session)


def test_said_twice_it_is_rated_once(ana: Someone, world: World) -> None:
    session = asked_how(ana)
    for _ in range(2):
        world.coach.take(4711, Said(ana.sender, "tough"), world.now)
    assert rated(ana, session) == Rating.HARD.value


@pytest.mark.parametrize(
    ("morning", "said"), [(morning, said) for morning, every in MORNINGS.items() for said in every]
)
def test_of_the_morning_after_words_are_as_good_as_the_button(
    ana: Someone, world: World, morning: Morning, said: str
) -> None:
    asked_of_the_morning(ana)
    ana.says(said)
    assert notes(world)[0].morning is morning


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("worse, and my arm is numb", "show this to a doctor"),
        ("worse, I have chest pain", "Call for help now"),
        ("remind me at 8:30", "8:30"),
    ],
)
def test_of_the_morning_danger_and_other_wishes_stay_what_they_are(
    ana: Someone, world: World, said: str, shown: str
) -> None:
    asked_of_the_morning(ana)
    ana.says(said)
    assert shown in ana.sees.text
    assert not any(note.morning for note in notes(world))


@pytest.mark.parametrize("said", ["dunno", "7", "yes", "not sure", "hmm"])
def test_of_the_morning_it_is_asked_again(ana: Someone, world: World, said: str) -> None:
    asked_of_the_morning(ana)
    before = len(notes(world))
    ana.says(said)
    assert "How was it this morning" in ana.sees.text
    assert len(notes(world)) == before


def asked_of_the_morning(someone: Someone) -> None:
    met(someone)
    done_after(someone, 3)
    someone.taps(Carries("number", 6))
    next_day(someone.world)
    someone.says("/start")
    assert "How was it this morning" in someone.sees.text
