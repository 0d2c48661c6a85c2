"""Words that win over everything: heard in every spelling, and not heard in talk about moves."""

from time import process_time

import pytest

from bot.content.language.alarms import emergency
from bot.content.language.phrases_heard import vocabulary
from bot.content.reader import load
from bot.domain.plain_text import words_of
from bot.domain.typed.emergency import Alarm, EmergencyWords
from tests.content.places import CONTENT

EMERGENCIES = """\
chest pain
Chest pain!!!
I have CHEST PAIN right now
pain in my chest
my chest hurts
my chest really hurts a lot
My chest is so tight
there's a pressure on my chest
stabbing in the chest
crushing chest
chestpain
heart attack
I think I'm having a heart attack
my heart is racing
can't breathe
I can’t breathe
cant breathe
i can`t breath properly
I cannot breathe
can not breathe
I'm unable to breathe
it's hard to breathe
trouble breathing
it hurts to breathe in
it hurts when I breathe
short of breath
shortness of breath
I fainted
I just passed out
feeling faint
blacked out for a second
coughing blood
I coughed up some blood
there is blood when I cough
vomiting blood
numb legs
my legs are numb
my legs feel a bit numb
both legs are tingling
weak legs
legs gave way
I can't walk
can't feel my legs
can not feel my legs
I cannot feel my left leg
I don't feel my feet
can't move my legs
no feeling in my legs
pins and needles in both legs
can barely breathe
I slipped and fell on my back
numb between my legs, saddle area
numbness in the groin
can't pee
I cannot pee since yesterday
can't urinate
trouble passing urine, hard to pee
I lost control of my bladder
no bowel control, I lost it
I wet myself
I fell
i fell from a ladder
I fell down the stairs yesterday
had a bad fall
car crash last week
I was in a car accident
hit by a car
stroke
is this a stroke?
my face is drooping
slurred speech
my left side went numb and my face too
pain going down my left arm
pain spreading into my jaw
ripping pain between the shoulders
call 911
ambulance
this is an emergency
""".splitlines()

SELF_HARM = """\
I want to kill myself
i wanna die
I want to die.
I don't want to live
dont want to be here anymore
thinking about suicide
I feel suicidal
I want to hurt myself
I'm going to harm myself
I keep thinking about cutting myself
I'd be better off dead
no reason to live
I want to end it all
self-harm
I took all my pills
""".splitlines()

ORDINARY = """\
it hurts
It hurts!
my back hurts
my upper back really hurts
it hurts between my shoulder blades
my neck hurts a bit
sore shoulders
stiff
pause
next
stop
5 min
cat cow
open book
chest stretch
a chest stretch for my back pain
open chest
how do I open my chest
chest opener
knee to chest
rib breathing is hard for me
breathing exercises please
my chest is open and it went well, only the lower back still hurts
should I hold my breath?
I fall asleep with it
I fell asleep during the breathing
remind me at 8
not today
I feel better
I feel great, legs are tired
I can feel the stretch in my legs
I can't feel the stretch
I can't do this one
I can't sit on the floor
my wrist hurts
my arm is tired
that one is killing me
I am dead tired
I hurt my knee
strokes
left side
right arm
turn to the left side
can you remind me in the evening
heart
hello
4
""".splitlines()


@pytest.fixture(scope="module")
def words() -> EmergencyWords:
    return emergency(CONTENT)


@pytest.mark.parametrize("text", EMERGENCIES)
def test_emergency_is_heard(words: EmergencyWords, text: str) -> None:
    assert words.hears(text) is Alarm.EMERGENCY


@pytest.mark.parametrize("text", SELF_HARM)
def test_self_harm_is_heard(words: EmergencyWords, text: str) -> None:
    assert words.hears(text) is Alarm.SELF_HARM


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_not(words: EmergencyWords, text: str) -> None:
    assert words.hears(text) is None


def test_no_wish_sounds_like_an_emergency(words: EmergencyWords) -> None:
    known = vocabulary(CONTENT)
    phrases = [*known.moves, *known.wishes]
    assert len(phrases) > 50
    assert not [phrase for phrase in phrases if words.hears(phrase)]


def test_no_name_of_an_exercise_sounds_like_an_emergency(words: EmergencyWords) -> None:
    exercises = load(CONTENT).exercises.values()
    names = [name for each in exercises for name in (each.title, each.slug, *each.other_names)]
    assert not [name for name in names if words.hears(name)]


def test_self_harm_is_heard_before_all_else(words: EmergencyWords) -> None:
    assert words.hears("my chest hurts and I want to die") is Alarm.SELF_HARM


def test_harmless_words_hide_only_themselves(words: EmergencyWords) -> None:
    assert words.hears("during the chest stretch my chest began to hurt") is Alarm.EMERGENCY


def test_nothing_is_heard_in_nothing(words: EmergencyWords) -> None:
    assert words.hears("") is None
    assert words.hears("…!? 🙃") is None


def test_every_apostrophe_is_one() -> None:
    assert words_of("Can't CAN’T canʼt can`t") == ["cant"] * 4


def test_longest_message_is_heard_at_once(words: EmergencyWords) -> None:
    long = "pain in the leg and arm " * 170 + "chest pain"
    start = process_time()
    assert words.hears(long) is Alarm.EMERGENCY
    assert process_time() - start < 2
