"""Raising words of any language among names of moves and filler, in any state, never bring a card that begins at a tap."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach.coach import Coach
from bot.screens.buttons.actions import DoDay, DoExercise, DoOwn, DoRoutine
from bot.screens.buttons.wire import decode
from bot.store.database import Store
from tests.coach.said_in_languages import RAISING
from tests.coach.talk import Someone, World
from tests.known import known, library
from tests.new_store import copy_in_memory, store_in_memory

MET = ("/start", "two gentle minutes", "none of these", "stop")
SESSION = (*MET, "/routine desk break", "do it")
STATES = {
    "new": (),
    "at home": MET,
    "the signs in view": ("/start", "two gentle minutes"),
    "a card in view": (*MET, "cat cow"),
    "a list in view": (*MET, "/exercise"),
    "asked when": (*MET, "remind me"),
    "asked where": (*MET, "i moved"),
    "asked for a name": (*MET, "make my own exercise"),
    "asked for a mark": (*MET, "/pain"),
    "asked an age": (*MET, "/settings", "age"),
    "not understood": (*MET, "blorb"),
    "a session is to begin": SESSION,
    "a session runs": (*SESSION, "ready"),
    "a session waits": (*SESSION, "ready", "pause"),
    "asked what it is like": (*SESSION, "ready", "it hurts"),
}
TITLES = (
    *(each.title for each in library().exercises.values()),
    *(each.title for each in library().routines.values()),
)
NAMES = tuple(sorted(title.lower() for title in TITLES))
SAID = tuple((language, words) for language, every in RAISING.items() for words in every)
FORMS = (
    "{raising} {name}",
    "{name} {raising}",
    "{name}, {raising}",
    "please {name} {raising}",
    "{raising}",
    "ok {raising} 5 min {name}",
)

sentences = st.builds(
    lambda form, said, name: form.format(raising=said[1], name=name),
    st.sampled_from(FORMS),
    st.sampled_from(SAID),
    st.sampled_from(NAMES),
)


def begins_at_a_tap(person: Someone) -> list[str]:
    actions = ((label, decode(data)) for row in person.sees.keys for label, data, _ in row)
    return [label for label, action in actions if isinstance(action, DoExercise | DoRoutine | DoDay | DoOwn)]


def ana_in(store: Store, updates: int = 1000) -> Someone:
    coach = Coach(store, replace(known(), bot_name="unhunch_bot"))
    return World(store, coach, updates=count(updates)).someone(7, "Ana")


@cache
def store_of(state: tuple[str, ...]) -> Store:
    store = store_in_memory()
    ana = ana_in(store)
    for said in state:
        ana.says(said)
    return store


def offered(state: tuple[str, ...], sentence: str) -> list[str]:
    """What begins at a tap on the card that answers the sentence."""
    store = copy_in_memory(store_of(state))
    try:
        ana = ana_in(store, updates=2000)
        ana.says(sentence)
        return begins_at_a_tap(ana)
    finally:
        store.close()


@pytest.mark.parametrize(("language", "words"), SAID)
def test_each_is_raised_at_home(language: str, words: str) -> None:
    del language
    assert offered(MET, f"{words} cat cow") == []


@given(st.sampled_from(sorted(STATES)), sentences)
@settings(max_examples=50, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_card_with_a_start_answers_words_of_hurting(state: str, sentence: str) -> None:
    assert offered(STATES[state], sentence) == []


def every() -> Iterator[tuple[str, str]]:
    for number, (state, (_, words), name) in enumerate(product(STATES, SAID, NAMES)):
        yield state, FORMS[number % len(FORMS)].format(raising=words, name=name)


@pytest.mark.soak
def test_nor_does_one_in_any_state_and_language() -> None:
    assert [(state, said) for state, said in every() if offered(STATES[state], said)] == []
