"""Sport, idioms of boredom and questions about signs in general alarm nobody by the rules, while a plea with the same words does."""

import pytest

from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER
from tests.known import danger_words

HARMLESS = """\
the puck hit me in the ribs
someone punched me during the match, sore shoulder
he hit me so hard in dodgeball
my coach pushes me harder every week
our kitten smacked me in the face
mein kater hat mich gehauen
mi gato me pegó
il mio gatto mi ha colpito
кот меня укусил
i could just sleep forever after that
could lie here forever, what a stretch
spreadsheets make me want to die
one more zoom and i will jump off the roof
zum sterben langweilig heute
me muero de aburrimiento
noioso da morire
смертельно скучно на работе
are palpitations a sign of stress
is numbness always a red flag
do these help against a stroke
tight chest from slouching all day
i can't feel my toes, its freezing outside
fainted from embarrassment
blacked out the date in my calendar
"""

PLEAS = """\
my husband hit me during the match
he hits me when his team loses in football
my dad punches me in the ribs after the match
my boyfriend pushed me hard down the stairs
i want to sleep forever
i want to die, i was so bored by life
i have chest pain and numbness
my chest is tight and i can't breathe
i can't feel my legs
i fainted this morning
"""


@pytest.fixture(scope="module")
def rules() -> DangerWords:
    return danger_words()


@pytest.mark.parametrize("said", HARMLESS.splitlines())
def test_what_is_said_of_sport_and_in_jest_alarms_nobody(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is None or heard.tier not in IN_DANGER


@pytest.mark.parametrize("said", PLEAS.splitlines())
def test_a_plea_with_the_same_words_is_heard(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is not None
    assert heard.tier in IN_DANGER
