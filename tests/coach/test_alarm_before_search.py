"""Emergency words never reach the search, whichever way they come; and what people search for raises no alarm."""

import tomllib
from collections.abc import Iterator
from itertools import product

import pytest

from bot.coach.coach import Knowledge
from bot.domain.typed.emergency import Alarm
from tests.coach.conftest import CONTENT
from tests.coach.talk import Someone
from tests.coach.test_finding import WORDS, Titled

WAYS = ("", "/exercise ", "/routine ", "/learn ", "/exercise@unhunch_bot ", "/start ", "/exercise\n")
ANSWERS = {
    Alarm.EMERGENCY: "Call for help now and sit down",
    Alarm.SELF_HARM: "don't have to carry this alone",
}
FILE = tomllib.loads((CONTENT / "emergency" / "en.toml").read_text(encoding="utf-8"))

SENTENCES = """\
I have chest pain when I do the chest stretch
is there an exercise for chest pain
my chest feels tight, which stretch helps?
pain in the chest and between the shoulder blades
I can't breathe properly when I lie down
hard to breathe during cat cow
both my legs feel numb after the stretch
my legs are tingling, is that the open book?
I can't feel my feet
I fell down the stairs and my back hurts
I had a fall last night, what can I stretch
car accident yesterday, stiff neck
I just coughed up blood
sudden ripping pain between the shoulder blades
pain going down my left arm, which move?
shoulder pain spreading into the jaw
I nearly passed out doing the neck turns
I can't pee since this morning and my back is numb
weak legs and back pain
is this a heart attack or a stiff back
my heart is racing and my upper back hurts
I don't want to live with this back anymore
I want to die
""".splitlines()


def phrases() -> Iterator[tuple[str, Alarm]]:
    for table, alarm in (("emergency", Alarm.EMERGENCY), ("self-harm", Alarm.SELF_HARM)):
        for phrase in FILE[table]["phrases"]:
            yield phrase.replace("*", ""), alarm
        for near in FILE[table]["near"]:
            for words in product(*near["words"]):
                yield " ".join(words).replace("*", ""), alarm


PHRASES = dict(phrases())


def test_every_phrase_of_the_file_is_heard(knowledge: Knowledge) -> None:
    """What is about a move after all ("chest press"), or is not wanted hurt enough, stands under harmless."""
    assert len(PHRASES) > 500
    deaf = [phrase for phrase, alarm in PHRASES.items() if not knowledge.emergency.hears(phrase)]
    assert deaf == []


@pytest.mark.parametrize("way", WAYS)
def test_no_phrase_reaches_the_search(ana: Someone, knowledge: Knowledge, way: str) -> None:
    written = [
        phrase.replace("*", "") for table in ("emergency", "self-harm") for phrase in FILE[table]["phrases"]
    ]
    some_near = [phrase for phrase in PHRASES if phrase not in written][::17]
    for phrase in (*written, *some_near):
        ana.says(way + phrase)
        alarm = knowledge.emergency.hears(phrase)
        assert isinstance(alarm, Alarm)
        assert ANSWERS[alarm] in ana.sees.text, phrase


@pytest.mark.parametrize("way", WAYS[:4])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_reaches_the_search(ana: Someone, way: str, sentence: str) -> None:
    ana.says(way + sentence)
    assert any(answer in ana.sees.text for answer in ANSWERS.values())


def test_what_people_search_for_raises_no_alarm(knowledge: Knowledge) -> None:
    assert [text for text in WORDS if knowledge.emergency.hears(text)] == []


def test_nothing_that_can_be_found_raises_an_alarm(knowledge: Knowledge) -> None:
    library = knowledge.english.library
    things: tuple[Titled, ...] = (
        *library.exercises.values(),
        *library.routines.values(),
        *library.programmes.values(),
        *library.topics.values(),
    )
    phrases = [phrase for thing in things for phrase in (thing.title, *thing.search)]
    assert len(phrases) > 800
    assert [phrase for phrase in phrases if knowledge.emergency.hears(phrase)] == []
