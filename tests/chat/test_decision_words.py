"""What the log calls what somebody sent: never a word of it, and nothing from which one could tell how they are."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.incoming.decision_words import KINDS, OTHER, SUBJECTS, in_a_word
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sender, Sent, Tapped, What
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.screens.buttons.actions import CODES, Felt, Go, NotePain, OpenTopic, Place, Play, TickTag
from bot.screens.buttons.wire import encode

ANA = Sender(7, "Ana", "en")


@pytest.mark.parametrize(
    ("news", "word"),
    [
        (Said(ANA, "/start"), "/start"),
        (Said(ANA, "/remind 8:30"), "/remind"),
        (Said(ANA, "/pain 7"), "words"),
        (Said(ANA, "/nosuch"), "words"),
        (Said(ANA, "my arm is numb"), "words"),
        (Said(ANA, "my back"), "words"),
        (Sent(ANA, What.VOICE), "voice"),
        (Located(ANA, 52.5, 13.4), "place"),
        (Tapped(ANA, encode(Play(1042, 7, Move.NUMB))), "tap session"),
        (Tapped(ANA, encode(Felt(1042, Pain.SHARP))), "tap session"),
        (Tapped(ANA, encode(NotePain(7))), "tap other"),
        (Tapped(ANA, encode(Go(Place.SIGNS_EMERGENCY))), "tap other"),
        (Tapped(ANA, encode(Go(Place.HOME))), "tap other"),
        (Tapped(ANA, encode(OpenTopic("sleep"))), "tap choose"),
        (Tapped(ANA, "of.long.ago"), "tap other"),
        (Tapped(ANA, ""), "tap other"),
        (Blocked(ANA), "blocked"),
        (CameBack(ANA), "came back"),
        (Elsewhere(-100), "elsewhere"),
    ],
)
def test_the_word_for_it(news: News, word: str) -> None:
    assert in_a_word(news) == word


def test_no_word_stands_for_so_few_buttons_that_one_could_tell_which() -> None:
    known = {what for whats in SUBJECTS.values() for what in whats}
    others = [what for what in (*CODES.values(), *Place) if what not in known]
    counts = Counter({OTHER: len(others), **{subject: len([*whats]) for subject, whats in SUBJECTS.items()}})
    assert min(counts.values()) > 15
    assert TickTag in others
    assert {Place.HOME, Place.SETTINGS, Place.HELP, Place.PAIN} <= {*others}


def test_nothing_stands_for_two_words() -> None:
    every = [what for whats in SUBJECTS.values() for what in whats]
    assert [what for what, count in Counter(every).items() if count > 1] == []


@given(st.text(), st.sampled_from([Said, Tapped]))
def test_whatever_is_sent_one_of_few_words_stands_for_it(text: str, kind: type[Said] | type[Tapped]) -> None:
    words = {"words", *(f"tap {subject}" for subject in (*SUBJECTS, OTHER))}
    said = in_a_word(kind(ANA, text))
    assert said in words or said.startswith("/")
    assert kind in KINDS
