"""What is kept of words that nobody had time to listen to: the newest, in the order in which they were written, and not much."""

from typing import Any

from bot.chat.incoming.news_of import LONGEST_TEXT
from bot.chat.incoming.unheard_words import AT_ONCE, KEPT, PEOPLE, UnheardWords


def message(text: str, **more: object) -> dict[str, Any]:
    chat = {"id": 9, "type": "private"}
    return {"message": {"message_id": 1, "date": 1, "chat": chat, "text": text, **more}}


def kept(unheard: UnheardWords, whose: int) -> list[list[str]]:
    """As they are taken: what is listened to together."""
    taken = []
    while whose in unheard:
        taken.append([one.words for one in unheard.take(whose)])
    return taken


def test_the_newest_words_are_kept_and_listened_to_in_their_order() -> None:
    unheard = UnheardWords()
    for number in range(3 * KEPT):
        unheard.keep(9, number, message(str(number)), str(number))
    together = kept(unheard, 9)
    assert [word for words in together for word in words] == [str(n) for n in range(2 * KEPT, 3 * KEPT)]
    assert {len(words) for words in together} == {AT_ONCE}


def test_long_words_are_listened_to_one_by_one_and_two_are_kept() -> None:
    unheard = UnheardWords()
    for sign in "abc":
        unheard.keep(9, 1, message(sign * LONGEST_TEXT), sign * LONGEST_TEXT)
    assert [words[0][0] for words in kept(unheard, 9)] == ["b", "c"]


def test_the_same_words_are_kept_once() -> None:
    unheard = UnheardWords()
    for number in range(5):
        unheard.keep(9, number, message("hello"), "hello")
    assert [one.number for one in unheard.take(9)] == [4]


def test_of_too_many_people_who_was_quiet_longest_is_forgotten() -> None:
    unheard = UnheardWords()
    for whose in range(1, PEOPLE + 2):
        unheard.keep(whose, 1, message("hello"), "hello")
    assert 1 not in unheard
    assert PEOPLE + 1 in unheard


def test_nothing_large_is_kept_that_hangs_on_an_update() -> None:
    unheard = UnheardWords()
    unheard.keep(9, 1, message("a" * 100_000, reply_to_message={"text": "b" * 100_000}), "a" * LONGEST_TEXT)
    (one,) = unheard.take(9)
    assert len(str(one.raw)) < LONGEST_TEXT + 200
