"""Whatever signs, digits and letters somebody types, in any state, they get an answer, and nothing raises."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach.coach import Coach
from tests.coach.talk import GETS_DOWN, World
from tests.known import known
from tests.new_store import store_in_memory

STATES = {
    "new": (),
    "at home": GETS_DOWN,
    "asked for a time": (*GETS_DOWN, "remind me"),
    "to keep a time": (*GETS_DOWN, "remind me at 7:30"),
    "asked for a number": (*GETS_DOWN, "/pain"),
    "in a session": (*GETS_DOWN, "/routine desk break", "start"),
    "asked what it is like": (*GETS_DOWN, "/routine desk break", "start", "ready", "it hurts"),
    "in danger": (*GETS_DOWN, "chest pain"),
    "names something": (*GETS_DOWN, "make my own exercise"),
}
SIGNS = st.text(
    "!?.,*+@$€£|'\"()[]{}…-_/\\:;~#%&=<>^`¡¿“”‘’«»·•½¼°§¢¥¹²0123456789 \t\n\u200b\u200d\u202e\ufe0f",
    min_size=1,
    max_size=6,
)
WORDS = st.sampled_from(
    [
        *(
            "hello",
            "stop",
            "no",
            "yes",
            "not",
            "to",
            "till",
            "at",
            "every",
            "remind",
            "me",
            "skip",
            "change",
            "delete",
            "move",
        ),
        *(
            "7:30",
            "8.",
            "13:",
            "25:61",
            "10min",
            "5x",
            "1/2",
            "31.2.",
            "29/2",
            "mon-sun",
            "am",
            "pm",
            "noon",
            "tomorrow",
            "week",
        ),
        *(
            "minutes",
            "hours",
            "earlier",
            "later",
            "neck",
            "hurts",
            "never",
            "knees",
            "can't",
            "don't",
            "i",
            "my",
            "he",
            "der",
        ),
        *(
            "die",
            "по",
            "боль",
            "नहीं",
            "درد",
            "七点",
            "٣",
            "½",
            "k1ll",
            "s*x",
            "ı",
            "İ",
            "ß",
            "﷽",
            "١٢:٣٠",
            "9" * 15,
            "0",
            "-1",
        ),
    ]
)
ENDS = st.sampled_from(
    [
        "!!!",
        "!",
        "???",
        "?!",
        "...",
        "…",
        ":)",
        ";-(",
        "**",
        "+++",
        "'",
        '"',
        "👍🏽",
        "🇫🇷",
        "👨\u200d👩\u200d👧",
        ",",
        "-",
        "$$$",
        "@@@",
        "/",
    ]
)
PHRASE = st.tuples(st.lists(WORDS, max_size=4), ENDS).map(lambda said: " ".join([*said[0], said[1]]))
ANY = st.text(max_size=5)
SAID = st.lists(st.one_of(PHRASE, PHRASE, SIGNS, ANY), min_size=1, max_size=4)


@pytest.mark.parametrize("state", STATES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=SAID, between=st.sampled_from((" ", " ", "", "\n")))
def test_it_is_answered(state: str, pieces: list[str], between: str) -> None:
    store = store_in_memory()
    world = World(store, Coach(store, known()))
    ana = world.someone(7, "Ana")
    for said in ("/start", *STATES[state]):
        ana.says(said)
    ana.says(between.join(pieces))
    assert ana.sees.text
    store.close()
