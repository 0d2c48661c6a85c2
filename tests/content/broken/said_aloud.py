"""What a voice can't say: it is not there, takes too long, is half of it, or in digits."""

from tests.content.broken.files import (
    BREATH,
    CAT,
    CAT_WORDS,
    REACH,
    REACH_WORDS,
    ROLLS_WORDS,
    SEATED_WORDS,
    Cases,
)

ONCE = "it is no flow of several times, each of 4 seconds or more"

CASES: Cases = {
    "nothing to say when a hold begins": (
        (CAT_WORDS, "Begin: Round your back and stay.\n", ""),
        [f"{CAT_WORDS}: form 'hold': 'Begin:' is missing; nothing else is said when it begins"],
    ),
    "nothing to say when a flow without halves begins": (
        (ROLLS_WORDS, "Begin: Slow, round circles.\n", ""),
        [f"{ROLLS_WORDS}: form 'usual': 'Begin:' is missing; nothing else is said when it begins"],
    ),
    "no halves": (
        (CAT_WORDS, "There: Breathe in, and sink\nBack: out, and round\n", ""),
        [f"{CAT_WORDS}: form 'flow': 'There:' and 'Back:' are missing; each of its times has two halves"],
    ),
    "one half without the other": (
        (CAT_WORDS, "Back: out, and round\n", ""),
        [f"{CAT_WORDS}: form 'flow': 'There:' and 'Back:' stand together or are both missing"],
    ),
    "halves of what is done once": (
        (
            ROLLS_WORDS,
            "Begin: Slow, round circles.",
            "Begin: Slow, round circles.\nThere: Round\nBack: and round",
        ),
        [f"{ROLLS_WORDS}: form 'usual': 'There:' and 'Back:' are never said; {ONCE}"],
    ),
    "halves of a hold": (
        (
            CAT_WORDS,
            "Begin: Round your back and stay.",
            "Begin: Round your back and stay.\nThere: Round\nBack: and rest",
        ),
        [f"{CAT_WORDS}: form 'hold': 'There:' and 'Back:' are never said; {ONCE}"],
    ),
    "halves of what is too quick for words": (
        (BREATH, "{ hold = 6, move = 4, repetitions = 4 }", "{ hold = 2, move = 1, repetitions = 4 }"),
        [
            f"exercises/breath/en.md: form 'usual': 'There:' and 'Back:' are never said; {ONCE}",
            "exercises/breath/en.md: form 'usual': 'Begin:' is missing; nothing else is said when it begins",
        ],
    ),
    "beginning too long": (
        (CAT_WORDS, "Begin: Round your back and stay.", "Begin: " + "o" * 61),
        [f"{CAT_WORDS}: form 'hold', begin: is 61 characters long; 60 fit"],
    ),
    "half too long": (
        (CAT_WORDS, "There: Breathe in, and sink", "There: " + "o" * 26),
        [f"{CAT_WORDS}: form 'flow', there: is 26 characters long; 25 fit"],
    ),
    "half too long for the moment that one lets go": (
        (BREATH, 'turn = "long-way-back"', 'turn = "after-staying"'),
        ["exercises/breath/en.md: form 'usual', back: is 14 characters long; 10 fit"],
    ),
    "way in too long": (
        (CAT_WORDS, "Begin: Round", f"Way in: {'o' * 131}\nBegin: Round"),
        [f"{CAT_WORDS}: form 'hold', way in: is 131 characters long; 130 fit"],
    ),
    "first step too long to be said": (
        (SEATED_WORDS, "Sit near the front of the chair.", "o" * 91),
        [
            f"{SEATED_WORDS}: form 'usual': 'Way in:' is missing; its first step has digits, or more than 90 characters"
        ],
    ),
    "first step with digits": (
        (SEATED_WORDS, "Sit near the front of the chair.", "Bend your knees to 90°."),
        [
            f"{SEATED_WORDS}: form 'usual': 'Way in:' is missing; its first step has digits, or more than 90 characters"
        ],
    ),
    "digits in a half": (
        (CAT_WORDS, "There: Breathe in, and sink", "There: In for 5"),
        [f"{CAT_WORDS}: form 'flow', there: has digits; a voice needs words"],
    ),
    "digits on the way to the other side": (
        (REACH_WORDS, "Other side: Turn round.", "Other side: Turn by 180 degrees."),
        [f"{REACH_WORDS}: form 'usual', other side: has digits; a voice needs words"],
    ),
    "no way to the other side for who lies": (
        (
            CAT,
            "sides = []\ndoses = [\n    { hold = 15",
            'sides = ["left", "right"]\ndoses = [\n    { hold = 15',
        ),
        [f"{CAT_WORDS}: form 'hold': 'Other side:' is missing; who lies or kneels can't look how to turn"],
    ),
    "forbidden word at the start bell": (
        (CAT_WORDS, "Begin: Round your back", "Begin: A cure: round your back"),
        [f"{CAT_WORDS}: form 'hold', begin: says 'cure'; rather: many people find it eases stiffness"],
    ),
    "a turn in a hold": (
        (REACH, 'pace = "hold"', 'pace = "hold"\nturn = "letting-go"'),
        [f"{REACH}: form 'usual', turn: tells of no repetition; leave it out"],
    ),
    "a turn between two stations": (
        (CAT, 'pace = "flow"', 'pace = "flow"\nturn = "letting-go"'),
        [f"{CAT}: form 'flow', turn: tells of no repetition; leave it out"],
    ),
}
