"""One slip of the finger in a word of danger is forgiven, and no more than one; words written as one are told apart."""

import pytest

from bot.domain.typed.danger.spelling import KnownWords, Spelling

ENGLISH, GERMAN, ARABIC = 1, 2, 4
WORDS = {
    **dict.fromkeys(
        ("i", "my", "chest", "pain", "breathe", "want", "to", "die", "hurts", "numb", "arm"), ENGLISH
    ),
    **dict.fromkeys(("brustschmerz", "schmerz", "im", "arm"), GERMAN),
    **dict.fromkeys(("و", "ألم", "صدر"), ARABIC),
    "arm": ENGLISH | GERMAN,
}
MEANT = frozenset(
    {"chest", "pain", "breathe", "numb", "brustschmerz", "bleeding", "hurts", "suicidal", "fainted"}
)
SPELLING = Spelling(
    KnownWords(
        WORDS,
        {"bleed": ENGLISH, "breath": ENGLISH, "toe": ENGLISH, "bewusstlos": GERMAN},
        signs=frozenset({"chest", "pain", "die", "schmerz", "bleed", "صدر"}),
        meant=MEANT,
        meant_stems=frozenset({"bewusstlos", "breath", "bleed"}),
        common=frozenset({"i", "my", "im", "to", "و"}),
        headless=frozenset({"brustschmerz"}),
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cheest", "chest"),
        ("chst", "chest"),
        ("chezt", "chest"),
        ("chets", "chest"),
        ("hcest", "chest"),
        ("pian", "pain"),
        ("apin", "pain"),
        ("nubm", "numb"),
        ("breathee", "breathe"),
        ("breaths", "breathe"),
        ("vreathe", "breathe"),
        ("nreathe", "breathe"),
        ("hreathe", "breathe"),
        ("greathe", "breathe"),
        ("xhest", "chest"),
        ("dhest", "chest"),
        ("fhest", "chest"),
        ("vhest", "chest"),
        ("bhest", None),
        ("zhest", None),
        ("shest", None),
        ("ghest", None),
        ("gurts", None),
        ("oain", None),
        ("cainted", "fainted"),
        ("vainted", "fainted"),
        ("zainted", None),
        ("bainted", None),
        ("zuicidal", "suicidal"),
        ("xuicidal", "suicidal"),
        ("auicidal", "suicidal"),
        ("duicidal", "suicidal"),
        ("wuicidal", "suicidal"),
        ("euicidal", "suicidal"),
        ("cuicidal", None),
        ("quicidal", None),
        ("ruicidal", None),
        ("fuicidal", None),
        ("rustschmerz", "brustschmerz"),
        ("prustschmerz", "brustschmerz"),
        ("ppain", None),
        ("pan", None),
        ("chset1", None),
        ("chest1", None),
        ("chessst", None),
        ("dreathe", None),
        ("breathe" + "e" * 20, None),
        ("ustschmerz", None),
    ],
)
def test_one_slip_is_forgiven_and_no_more(typed: str, meant: str | None) -> None:
    """A wrong first letter only where the right one is the key beside it; in a word of four, only two neighbours swapped."""
    assert SPELLING.meant(typed) == ((meant,) if meant else ())


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("bewusstlsoigkeit", ("bewusstlos",)),
        ("bewustlose", ("bewusstlos",)),
        ("bewusstloss", ("bewusstlos",)),
        ("braeth", ("breath",)),
        ("braething", ("breath",)),
        ("brath", ("breath",)),
        ("blede", ()),
        ("breth2", ()),
        ("brea", ()),
    ],
)
def test_a_slip_in_the_beginning_of_a_word_is_forgiven_whatever_its_ending(
    typed: str, begun: tuple[str, ...]
) -> None:
    assert SPELLING.begun(typed) == begun


def test_letters_that_a_cry_adds_are_taken_out() -> None:
    assert SPELLING.calmed("hurrrrts") == "hurts"
    assert SPELLING.calmed("diiiie") == "die"
    assert SPELLING.calmed("grrrr") == "grrrr"


def test_and_is_taken_off_a_word_of_arabic_and_of_no_other() -> None:
    assert SPELLING.joined("وصدر") == ("و", "صدر")
    assert SPELLING.joined("ألمي") == ()
    assert SPELLING.joined("وx") == ()
    assert SPELLING.joined("وكلمة") == (), "what is not known is no word"
    assert SPELLING.joined("idie") == ()


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("chestpain", ("chest", "pain")),
        ("mychestpain", ("my", "chest", "pain")),
        ("armbleeding", ()),
        ("painbleeding", ("pain", "bleeding")),
        ("imarmschmerz", ("im", "arm", "schmerz")),
        ("wantarm", ()),
        ("chestschmerz", ()),
        ("chestpainmychestpainnumb", ()),
        ("mydie", ()),
        ("chestmy", ()),
        ("chestbleeds", ("chest", "bleeds")),
        ("mybleed", ("my", "bleed")),
        ("bleedpain", ("bleed", "pain")),
        ("chesttoenail", ()),
    ],
)
def test_words_written_as_one_are_told_apart_if_one_is_a_sign_and_all_are_of_one_language(
    typed: str, parts: tuple[str, ...]
) -> None:
    assert SPELLING.parts(typed) == parts


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("iwanttodie", ("i", "want", "to", "die")),
        ("mychesthurts", ("my", "chest", "hurts")),
        ("idietoi", ()),
        ("wanttowantto", ("want", "to", "want", "to")),
        ("wantmywant", ()),
        ("wantbleeding", ()),
    ],
)
def test_a_whole_sentence_without_blanks_is_heard(typed: str, words: tuple[str, ...]) -> None:
    assert SPELLING.sentence(typed) == words


def test_what_is_spelt_letter_by_letter_is_heard_if_it_has_a_sign_of_some_length() -> None:
    assert SPELLING.spelt("mychestpain") == ("my", "chest", "pain")
    assert SPELLING.spelt("ipaini") == ("i", "pain", "i"), "there a word of one letter may stand anywhere"
    assert SPELLING.spelt("todiei") == (), "die has three letters, and is in many words"
    assert SPELLING.spelt("ipain") == ()
