"""Emergency words never reach the search, whichever way they come in, and what people search for raises no alarm."""

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.coach.doubting import QUESTION
from tests.coach.talk import Someone
from tests.coach.test_finding import WORDS, Titled
from tests.content.test_danger import HEARD_BEFORE

WAYS = ("", "/exercise ", "/routine ", "/learn ", "/exercise@unhunch_bot ", "/start ", "/exercise\n")
ANSWERS = {
    Tier.NOW: "Call for help now and sit down",
    Tier.SELF_HARM: "don't have to carry this alone",
}

SENTENCES = """\
I have chest pain when I do the chest stretch
is there an exercise for chest pain
my chest feels tight, what helps?
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


@pytest.mark.parametrize("way", WAYS)
def test_no_phrase_reaches_the_search(ana: Someone, way: str) -> None:
    for tier, phrase in HEARD_BEFORE:
        ana.says(way + phrase)
        assert ANSWERS[Tier(tier)] in ana.sees.text, phrase


@pytest.mark.parametrize("way", WAYS[:4])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_reaches_the_search(ana: Someone, way: str, sentence: str) -> None:
    ana.says(way + sentence)
    assert any(answer in ana.sees.text for answer in ANSWERS.values()) or ana.sees.text.startswith(QUESTION)


def test_what_people_search_for_raises_no_alarm(knowledge: Knowledge) -> None:
    assert [text for text in WORDS if in_danger(knowledge, text)] == []


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
    assert [phrase for phrase in phrases if in_danger(knowledge, phrase)] == []


def in_danger(knowledge: Knowledge, text: str) -> bool:
    """What only may be something ("numb arm") is asked about, and alarms nobody."""
    heard = knowledge.danger.hears(text)
    return heard is not None and heard.tier in IN_DANGER
