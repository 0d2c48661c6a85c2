import pytest

from bot.voice.kokoro import NUMBERS
from bot.voice.pronunciation import CannotPronounce, Pronunciation

LISTED: dict[str, str | dict[str, str]] = {
    "arm": "ˈɑɹm", "back": "bˈæk", "the": "ði", "to": "tu", "and": "ænd", "seat": "sˈit", "cross": "kɹˈɔs", "end": "ˈɛnd",
    "squeeze": "skwˈiz", "stop": "stˈɑp", "close": {"DEFAULT": "klˈOs", "VERB": "klˈOz"}, "hold": "hˈOld", "sit": "sˈɪt",
    "there": {"DEFAULT": "ðɛɹ", "None": "ðˈɛɹ"},
}  # fmt: skip


@pytest.fixture(name="say")
def _say() -> Pronunciation:
    return Pronunciation([LISTED])


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("Back.", "bˈæk."),
        ("The arm, the back.", "ði ˈɑɹm, ðə bˈæk."),
        ("to the end", "tə ði ˈɛnd"),
        ("to end", "tʊ ˈɛnd"),
        ("back to", "bˈæk tu"),
        ("In… and back", "ˈɪn… ænd bˈæk"),
        ("in a seat", "ɪn ɐ sˈit"),
        ("arms, backs, crosses", "ˈɑɹmz, bˈæks, kɹˈɔsᵻz"),
        ("stopped, crossed, ended, seated", "stˈɑpt, kɹˈɔst, ˈɛndᵻd, sˈiɾᵻd"),
        ("squeezing, stopping, holding, sitting", "skwˈizɪŋ, stˈɑpɪŋ, hˈOldɪŋ, sˈɪɾɪŋ"),
        ("arm’s back", "ˈɑɹmz bˈæk"),
        ("close", "klˈOs"),
        ("there, there and back", "ðˈɛɹ, ðɛɹ ænd bˈæk"),
        ("/klˈOz/ the back", "klˈOz ðə bˈæk"),
        ("back-arm", "bˈæk ˈɑɹm"),
    ],
)
def test_words_sound_as_listed_and_little_ones_as_what_follows(
    say: Pronunciation, text: str, phonemes: str
) -> None:
    assert say.phonemes(text) == phonemes


def test_what_no_list_has_is_told_and_not_guessed(say: Pronunciation) -> None:
    with pytest.raises(CannotPronounce) as cannot:
        say.phonemes("Vrksasana and back, asana")
    assert cannot.value.words == ("Vrksasana", "asana")


def test_a_number_is_not_spelt_by_a_robot(say: Pronunciation) -> None:
    with pytest.raises(CannotPronounce):
        say.phonemes("hold 5")


def test_the_model_knows_all_that_can_come_out(say: Pronunciation) -> None:
    spoken = say.phonemes("The arms seated, crosses: in a hold; stop! to end? and — …")
    assert set(spoken) <= set(NUMBERS)
    assert len(set(NUMBERS.values())) == len(NUMBERS)
