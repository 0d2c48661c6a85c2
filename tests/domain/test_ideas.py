"""Wishes heard by ideas: which of several explains most, and what stands against it."""

import pytest

from bot.domain.typed.wishes.decision import Meant, decide
from bot.domain.typed.wishes.ideas import Hearing, Situation, WishWords, Wording, hear
from bot.domain.typed.wishes.wish import Wish


def phrases(*texts: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(text.split()) for text in texts)


WORDS = WishWords(
    {
        "off": phrases("stop", "turn off", "no more"),
        "reminder": phrases("reminder*", "alarms"),
        "until": phrases("until"),
        "hard": phrases("too hard"),
        "=menu": phrases("menu"),
    },
    (
        Wording(Wish.STOP_REMINDERS, Situation.ANYWHERE, ("off", "reminder")),
        Wording(Wish.PAUSE_REMINDERS, Situation.ANYWHERE, ("off", "reminder", "until")),
        Wording(Wish.REMINDERS, Situation.ANYWHERE, ("reminder",), frozenset({"off"})),
        Wording(Wish.HOME, Situation.ANYWHERE, ("=menu",)),
        Wording(Wish.NEVER, Situation.ANYWHERE, ("off", "move")),
        Wording(Wish.FIND, Situation.ANYWHERE, ("move",)),
        Wording(Wish.EASIER, Situation.ANYWHERE, ("hard",)),
        Wording(Wish.EASIER, Situation.SESSION, ("hard",)),
        Wording(Wish.STOP, Situation.SESSION, ("off",)),
        Wording(Wish.TOO_MANY, Situation.REMINDER, ("off", "number")),
    ),
    fillers=frozenset(["the", "my", "please", "could", "you", "is", "for", "and"]),
    guarded=frozenset({"manu"}),
    denials=frozenset({"not", "dont"}),
).naming(phrases("wall angels"))


def first(text: str, situation: Situation = Situation.ANYWHERE) -> Wish | None:
    heard = hear(text, WORDS, situation)
    return heard[0].wish if heard else None


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("turn off reminders", Wish.STOP_REMINDERS),
        ("could you please stop the reminders", Wish.STOP_REMINDERS),
        ("Reminders, no more!", Wish.STOP_REMINDERS),
        ("stop remiders until friday", Wish.PAUSE_REMINDERS),
        ("my reminder", Wish.REMINDERS),
        ("menu please", Wish.HOME),
        ("wall angels", Wish.FIND),
        ("no more wall angels", Wish.NEVER),
        ("wall angel", Wish.FIND),
        ("wall", None),
        ("", None),
        ("the", None),
    ],
)
def test_what_explains_most_is_heard(said: str, wish: Wish | None) -> None:
    assert first(said) is wish


def test_one_idea_in_a_sentence_about_something_else_is_no_wish() -> None:
    (heard,) = hear("what is on the menu for dinner tonight", WORDS)
    assert heard.share < 0.3
    assert decide([heard]) is None


def test_what_must_not_be_there_is_in_the_way() -> None:
    assert Wish.REMINDERS not in {each.wish for each in hear("stop reminders", WORDS)}


def test_ideas_too_far_apart_do_not_meet() -> None:
    assert first(f"stop {'and ' * 8}reminders") is Wish.STOP_REMINDERS
    assert first(f"stop {'and ' * 11}reminders") is None


def test_a_denial_right_before_it_leaves_a_doubt() -> None:
    (plain,) = hear("menu", WORDS)
    (denied,) = hear("not menu", WORDS)
    assert denied.share < plain.share


def test_each_situation_has_its_own_ways_and_those_of_anywhere() -> None:
    assert first("stop", Situation.SESSION) is Wish.STOP
    assert first("stop") is None
    assert first("no more 8", Situation.REMINDER) is Wish.TOO_MANY
    assert first("too hard", Situation.SESSION) is Wish.EASIER
    assert hear("too hard", WORDS)[0].share > hear("menu", WORDS, Situation.SESSION)[0].share


def test_the_phrases_of_another_language_stand_beside() -> None:
    german = WishWords({"off": phrases("schluss"), "reminder": phrases("erinnerungen")})
    both = german.beside(WORDS)
    assert hear("schluss erinnerungen", both)[0].wish is Wish.STOP_REMINDERS
    assert hear("stop erinnerungen", both)[0].wish is Wish.STOP_REMINDERS


def test_two_languages_together_hold_the_words_of_both() -> None:
    german = WishWords(
        {"off": phrases("schluss")},
        (Wording(Wish.STOP, Situation.SESSION, ("off",)),),
        fillers=frozenset({"bitte"}),
        guarded=frozenset({"schuss"}),
        denials=frozenset({"nicht"}),
    )
    for both in german.beside(WORDS), WORDS.beside(german):
        for one in german, WORDS:
            assert set(one.wordings) <= set(both.wordings)
            assert one.fillers <= both.fillers
            assert one.guarded <= both.guarded
            assert one.denials <= both.denials
            assert all(found <= both.ideas[idea] for idea, found in one.ideas.items())


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("menu", 1.0),
        ("the menu", 1.0),
        ("menu tomorrow", 0.5),
        ("not menu", 0.3),
        ("not the menu", 0.3),
        ("not for the menu", 0.5),
        ("stop reminders", 1.0),
        ("stop reminders tomorrow", 0.816),
        ("turn off reminders tomorrow at nine", 0.69),
        ("stop reminders until tomorrow", 0.923),
    ],
)
def test_what_is_left_over_counts_less_beside_several_ideas(said: str, share: float) -> None:
    assert hear(said, WORDS)[0].share == share


@pytest.mark.parametrize(
    ("said", "is_heard"),
    [
        ("turn it", False),
        ("turn round", True),
        ("turn rounder", True),
        ("turn me", False),
        ("turn my head", True),
        ("turn my heads", True),
        ("turn my", False),
        ("turn my hand", False),
        ("turn my hea", False),
        ("turn your head", False),
    ],
)
def test_a_phrase_is_heard_to_its_end(said: str, is_heard: bool) -> None:
    words = WishWords(
        {"turn": phrases("turn round*", "turn my head*")},
        (Wording(Wish.FIND, Situation.ANYWHERE, ("turn",)),),
    )
    assert bool(hear(said, words)) is is_heard


def test_the_end_of_a_long_letter_is_not_looked_at() -> None:
    assert first(f"{'and ' * 59}menu") is Wish.HOME
    assert first(f"{'and ' * 60}menu") is None


def heard(wish: Wish, share: float) -> Hearing:
    return Hearing(wish, share, {})


@pytest.mark.parametrize(
    ("rules", "ear", "meant"),
    [
        ([heard(Wish.HOME, 0.85)], [], Meant(Wish.HOME, True)),
        ([heard(Wish.HOME, 0.6)], [], Meant(Wish.HOME, False)),
        ([heard(Wish.HOME, 0.4)], [], None),
        ([heard(Wish.HOME, 1.0), heard(Wish.COST, 0.99)], [], Meant(Wish.HOME, False)),
        ([heard(Wish.HOME, 1.0)], [("cost", 0.6)], Meant(Wish.HOME, True)),
        ([heard(Wish.HOME, 1.0)], [("cost", 0.8)], Meant(Wish.COST, False)),
        ([heard(Wish.HOME, 1.0)], [("cost", 0.79)], Meant(Wish.HOME, True)),
        ([heard(Wish.HOME, 1.0)], [("off-topic", 0.99)], Meant(Wish.HOME, True)),
        ([], [("start", 1.0)], Meant(Wish.START, False)),
        ([heard(Wish.START, 0.8)], [("start", 0.7)], Meant(Wish.START, True)),
        ([heard(Wish.HOME, 0.85)], [("cost", 0.5)], Meant(Wish.HOME, False)),
        ([heard(Wish.HOME, 1.0), heard(Wish.COST, 0.99)], [("cost", 0.6)], Meant(Wish.COST, True)),
        ([], [("cost", 0.95)], Meant(Wish.COST, True)),
        ([], [("cost", 0.5)], Meant(Wish.COST, False)),
        ([], [("cost", 0.3)], None),
        ([heard(Wish.COST, 0.6)], [("cost", 0.55)], Meant(Wish.COST, True)),
        ([], [("nobody-knows", 0.9), ("cost", 0.5)], Meant(Wish.COST, False)),
        ([], [("other-side", 0.9), ("cost", 0.5)], Meant(Wish.COST, False)),
        ([heard(Wish.FIND, 0.9), heard(Wish.WORK_AROUND, 0.6)], [], Meant(Wish.WORK_AROUND, False)),
        ([heard(Wish.COST, 0.9), heard(Wish.NEVER, 0.6)], [], Meant(Wish.COST, True)),
        ([heard(Wish.HOME, 1.0)], [("cost", 0.95)], Meant(Wish.COST, False)),
        ([heard(Wish.HOME, 0.8)], [], Meant(Wish.HOME, True)),
        ([heard(Wish.HOME, 0.55)], [], Meant(Wish.HOME, False)),
        ([heard(Wish.HOME, 0.9)], [("cost", 0.6)], Meant(Wish.HOME, True)),
        ([heard(Wish.HOME, 1.0), heard(Wish.COST, 0.96)], [], Meant(Wish.HOME, True)),
        ([heard(Wish.LISTEN, 0.8)], [("cost", 0.9)], Meant(Wish.LISTEN, True)),
        ([heard(Wish.HOME, 0.5)], [("cost", 0.01)], Meant(Wish.HOME, False)),
        ([heard(Wish.COST, 0.46)], [("cost", 0.6)], Meant(Wish.COST, True)),
        ([heard(Wish.START, 0.8)], [("start", 0.5)], Meant(Wish.START, True)),
        ([heard(Wish.START, 0.7)], [("start", 0.9)], Meant(Wish.START, False)),
        ([heard(Wish.FIND, 0.9), heard(Wish.WORK_AROUND, 0.55)], [], Meant(Wish.WORK_AROUND, False)),
        (
            [heard(Wish.FIND, 0.9), heard(Wish.NEVER, 0.85), heard(Wish.GENTLE, 0.84)],
            [],
            Meant(Wish.NEVER, True),
        ),
    ],
)
def test_rules_that_are_certain_come_first_then_the_ear(
    rules: list[Hearing], ear: list[tuple[str, float]], meant: Meant | None
) -> None:
    assert decide(rules, ear) == meant


@pytest.mark.parametrize(
    ("share", "ear"), [(1.0, []), (0.6, []), (0.6, [("home", 0.5)]), (1.0, [("cost", 0.9)])]
)
def test_what_was_found_in_the_sentence_is_kept_however_it_was_decided(
    share: float, ear: list[tuple[str, float]]
) -> None:
    meant = decide([Hearing(Wish.HOME, share, {"number": "8"})], ear)
    assert meant
    assert meant.ideas == {"number": "8"}


def test_what_else_may_be_meant_is_named_the_likeliest_first() -> None:
    meant = decide([heard(Wish.HOME, 0.5)], [("cost", 0.6), ("help", 0.2), ("bye", 0.05)])
    assert meant
    assert (meant.wish, meant.is_sure, list(meant.others)) == (Wish.COST, False, [Wish.HOME, Wish.HELP])
