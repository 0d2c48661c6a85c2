"""Danger in homely words is heard by the rules, and everyday words that look like it alarm nobody."""

import pytest

from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.known import danger_words

NOW = """\
it's like sucking air through a straw
my dad fights for every breath
must sit upright, only then i can breathe
can only breathe leaning on the table, needs to
grandpa is ice cold in his bed and stiff
my gran is lying on the floor, cold to the touch
sawed off two of his fingers
a fork is stuck in my foot
saw went into my thigh
boiling oil on my arm
toddler pulled the kettle over himself
there is smoke everywhere in the stairwell
curtains in my kitchen caught fire
carbon monoxide alarm is ringing
my girlfriend opened all the gas taps, gas tap open
a viper bit my ankle
a scorpion has bitten me
contractions every three minutes
she has gone into labour
i need a new pad every hour, blood runs down my legs
his fit wont stop
foam at the mouth and his eyes rolled back
heart rate is 32
my pulse is at 190 lying in bed
spo2 79
oxygen level of 71
temperature of 42
blood pressure 220 over 130
my defibrillator keeps firing
pacemaker gave me a shock twice
ran out of insulin three days ago and now i vomit
my diabetic son is drowsy and very thirsty
her breath smells of acetone
ate wild berries from the hedge
my husband swallowed brake fluid
we picked toadstools ate them, now we vomit
hours in the hot sun, he is confused and vomits
tea dribbles out of the corner of my mouth
one side of her face wont move, corner of her mouth hangs
cant button my shirt all of a sudden, fingers wont do what i want
bang in my head like never
the room went dark, everything fades to black
my privates are like cotton wool, gone to sleep
heartburn and it goes into my jaw
soaked in sweat with a pressure in the middle
bruises appearing and high fever
had a stroke in 2018, exactly the same feeling
like my heart attack back then, just like last time
"""

SELF_HARM = """\
when you find this i will be gone
i picked a date. after christmas
cat is taken care of, my cat has a new home, then i can finally rest
wish i had never been born
why do i even exist
goodbye world forever
i nearly did it again on sunday
erase me from this planet, erase myself
stopped cutting for two years, slipped last night
how many tylenol would it take
tested the hook, it holds
i am 88, lived long enough
i'm a waste of space, everyone would be relieved
make it look like an accident so mum wont blame anyone
my daughter is in the bathroom with a razor, she wont come out
my wife holds a knife to her wrist
my brother threatens to kill himself if i leave
i will shoot everyone at work tomorrow
afraid i might hurt my baby
"""

ABUSE = """\
can't call, he's listening
deleting this, he is home
he is breaking down the door
my husband shakes me by the shoulders
i survived torture, my arms were tied
grandma wants to cut me like they cut my cousins
"""

HARMLESS = """\
breathe out slowly through a straw, nice exercise
do i sit up for rib breathing
my feet are ice cold in this office
the phone call was cut off
cut my nails
nail gun work all day, shoulders sore
my massage gun is great
candles on fire at the birthday party
on fire today, ten sessions in a row
turned on the gas for tea
a labour of love, this garden
contractions in english grammar
my boss had a fit
playlist with 180 bpm
eat 50 grams of sugar
room temperature is 30
oxygen at 70 litres on everest
my phone battery is at 35
smells fruity, this tea
mushrooms risotto, so tasty, ate too much
spinach from the garden
hot yoga in the heat
we set a date for the wedding
one more day then holidays
gave my cat a new toy
tied the knot last june
practicing the knot for sailing
how many stretches does it take
how many ibuprofen does it take to help a stiff neck
my boss is here, cant talk now, meeting
he's home early, let's stretch
cut me a slice of cake please
i'll kill him in chess lol
shoot some hoops at school tomorrow
started again after a break
used to cut class a lot
used to cut carbs, started again
hide the scars of my surgery
had a stroke in 2015, all fine now
it feels the same as yesterday, stiff
corner of my desk hangs
the screen went black
my arm fell asleep on the sofa
delete me from the leaderboard
goodbye for now
my last session before holidays
i have to catch the bus soon
"""

SAID = [
    (said, tier)
    for every, tier in ((NOW, Tier.NOW), (SELF_HARM, Tier.SELF_HARM), (ABUSE, Tier.ABUSE))
    for said in every.splitlines()
]


@pytest.fixture(scope="module")
def rules() -> DangerWords:
    return danger_words()


@pytest.mark.parametrize(("said", "tier"), SAID)
def test_danger_in_homely_words_is_heard(rules: DangerWords, said: str, tier: Tier) -> None:
    heard = rules.hears(said)
    assert heard is not None
    assert heard.tier is tier


@pytest.mark.parametrize("said", HARMLESS.splitlines())
def test_what_looks_like_it_alarms_nobody(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is None or heard.tier not in IN_DANGER
