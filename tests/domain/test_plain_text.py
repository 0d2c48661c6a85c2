"""What is meant alike is plain alike, whatever keyboard it was typed on; and nothing that can be typed is slow or breaks it."""

import unicodedata
from itertools import count
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.plain_text import Accents, bare, phrase, phrase_or_signs, plain, shows_anything, words_of
from bot.domain.reminders.places import plain_name, plain_names

MARKS = "\u0300\u0301\u0307\u0323\u0337\u0345\u0651\u064e\u05b8\u093f\u094d\u0e34\u3099\u20e3\ufe0f\u200d\u1160\u1161"
TRICKY = MARKS + "aeiıİßſKÅéйёЙشمकกがハㄱ가ﬁ½²①…´'’` -–_.,\u00a0\u00ad\u200b\u202e👍🏽٣３"
typed = st.text() | st.text(alphabet=TRICKY)

CALLS = count()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("I can’t", "i can't"),
        ("I CAN`T", "i can't"),
        ("canʼt can´t can＇t can‘t", "can't can't can't can't"),
        ("\u202eＨｅｌｌｏ\u3000 ｗｏｒｌｄ", "hello world"),
        ("٣ min, ३ min, ３ min, ۳ min", "3 min, 3 min, 3 min, 3 min"),
        ("mon–fri mon—fri mon−fri mon‑fri", "mon-fri mon-fri mon-fri mon-fri"),
        ("sho\u00adul\u200bder\ufeff", "shoulder"),
        ("s̷t̷o̷p̷", "stop"),
        ("5️⃣ min", "5 min"),
        ("приве́т", "привет"),
        ("مَرْحَبًا", "مرحبا"),
        ("مـرحبا", "مرحبا"),
        ("می‌خواهم", "میخواهم"),
        ("👍\ufe0f", "👍"),
        ("Straße", "strasse"),
        ("8½", "8ǀ"),
        ("5²", "5ǀ"),
        ("①", "ǀ"),
        ("\u00a0 \t\n", ""),
    ],
)
def test_one_thing_is_plain_in_one_way(text: str, same: str) -> None:
    assert plain(text) == same


@pytest.mark.parametrize("apostrophe", "'’‘ʼ`´＇‛′ʻ")
def test_every_apostrophe_is_one_and_holds_a_word_together(apostrophe: str) -> None:
    assert words_of(f"I Can{apostrophe}T!") == ["i", "cant"]
    assert phrase(f"I Can{apostrophe}T!") == "i cant"


def test_what_signs_hold_apart_is_two_words_and_one_phrase() -> None:
    assert words_of("chest-pain, left_arm") == ["chest", "pain", "left", "arm"]
    assert phrase("go-on…  please!") == "goon please"


def test_the_vowels_of_hindi_and_thai_are_parts_of_words() -> None:
    assert words_of("सीने में दर्द") == ["सीने", "में", "दर्द"]
    assert phrase("เจ็บหน้าอก!") == "เจ็บหน้าอก"


def test_signs_alone_are_told_apart() -> None:
    assert phrase("👍") == ""
    assert phrase_or_signs("👍\ufe0f") == "👍"
    assert phrase_or_signs("🙏") != phrase_or_signs("👍")


def test_accents_are_taken_off_latin_letters_or_off_all() -> None:
    assert bare("Drehüng Край ñandú Ậ") == "drehung край nandu a"
    assert bare("Орёл Αθήνα Ž", Accents.ALL) == "орел αθηνα z"


def test_the_names_of_a_place_are_read_as_one_is() -> None:
    assert plain_names("São Paulo, Xi’an, Sao-Paulo,, !") == {"sao paulo", "xi an"}
    assert plain_names("بیت‌المقدس") == {"بیتالمقدس", "بیت المقدس"}
    assert plain_name("بیت‌المقدس") in plain_names("بیت‌المقدس")


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b\u2060", "\u2800", "\u0301", "\u093f", "\x07 \x07", "\ufe0f"]
)
def test_what_shows_nothing_is_no_message(text: str) -> None:
    assert not shows_anything(text)


@pytest.mark.parametrize("text", ["a", "३", "👍", "…", "\u2800.", " \u200bह", "½"])
def test_one_letter_figure_or_sign_shows_something(text: str) -> None:
    assert shows_anything(text)


@example("か.\u3099 \u0f72…\u3099")
@given(typed)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert phrase(phrase(text)) == phrase(text)
    assert words_of(" ".join(words_of(text))) == words_of(text)
    for off in Accents:
        assert bare(bare(text, off), off) == bare(text, off)


@given(typed)
def test_letters_are_heard_alike_composed_and_taken_apart(text: str) -> None:
    for other in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        assert plain(other) == plain(text)
        assert words_of(other) == words_of(text)
        assert phrase(other) == phrase(text)
        assert bare(other) == bare(text)


@given(st.text(alphabet=[chr(code) for code in range(0x21, 0x7F)]))
def test_letters_of_full_width_are_heard_as_others(text: str) -> None:
    assert plain("".join(chr(ord(sign) + 0xFEE0) for sign in text)) == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301" * 4095,
        "a" + "\u0315" * 2000 + "\u0323" * 2095,
        ("\u0315" * 15 + "\u0323" * 15 + "x") * 132,
        "\U0001d16d" * 2048 + "\U0001d165" * 2048,
        "ﷺ" * 4096,
        "\ud800" * 4096,
        "é́٣" * 1365,
        "हि" * 2048,
        "👨‍⚕️" * 1024,
        "for " * 1024,
        "'" * 4096,
    ],
    ids=lambda text: f"{ord(text[0]):x} {len(text)}",
)
def test_no_letter_of_the_longest_holds_up_the_others(text: str) -> None:
    assert spent(text) < 100 * spent(" chest" * (len(text) // 6))


def spent(text: str) -> float:
    """Seconds of this process for words that were not heard before, the least of five goes."""

    def once() -> float:
        start = process_time()
        words_of(f"{next(CALLS)}{text}")
        return process_time() - start

    return min(once() for _ in range(5))
