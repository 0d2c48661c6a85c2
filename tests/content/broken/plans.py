"""Routines and programmes that break a rule."""

from tests.content.broken.files import BREATH, CAT, FALLBACKS, PROGRAMME, REACH, ROLLS, ROUTINE, TWIN, Cases

NOBODY = "no easier form or swap suits everybody: every tag, seated, gently, with nothing at hand"
LAST = "the last fallback should suit every tag, seated, gently, with nothing at hand"

NOBODY_IS_LED_TO_THE_BREATH = [
    f"{ROUTINE}: line 2: can come out empty: {LAST}",
    f"{TWIN}: week 1, day a, line 1: can come out empty: {LAST}",
    f"{PROGRAMME}: week 1, day a, line 1: can come out empty: {LAST}",
    f"{PROGRAMME}: week 2, day a, line 1: can come out empty: {LAST}",
    f"{FALLBACKS}: warm: can come out empty: {LAST}",
]

AT_THE_WALL = '[[lines]]\npurpose = "side"\nexercise = "reach/usual"\nfallbacks = ["rolls/small"]\n\n'

CASES: Cases = {
    "routine over the ceiling": (
        (ROUTINE, "{ hold = 15, move = 0, repetitions = 1 }", "{ hold = 15, move = 0, repetitions = 2 }"),
        [f"{ROUTINE}: line 1, dose: repetitions = 2 is over the ceiling of 1 in doses.toml"],
    ),
    "dose of no time": (
        (ROUTINE, "{ hold = 15, move = 0, repetitions = 1 }", "{ hold = 0, move = 0, repetitions = 1 }"),
        [f"{ROUTINE}: line 1, dose: takes no time at all"],
    ),
    "signed by nobody on a day": (
        (ROUTINE, 'signed_on = ""', "signed_on = 2026-11-21"),
        [f"{ROUTINE}: signed_by, signed_on: stand together or are both empty"],
    ),
    "routine that leads nowhere": (
        (ROUTINE, 'exercise = "breath/usual"', 'exercise = "breath/deep"'),
        [f"{ROUTINE}: line 3, exercise: 'breath/deep' points nowhere"],
    ),
    "fallback that leads nowhere": (
        (ROUTINE, '["rolls/small", "breath/usual"]', '["plank/usual"]'),
        [f"{ROUTINE}: line 1, fallbacks: 'plank/usual' points nowhere"],
    ),
    "line that some are left without": (
        (ROUTINE, '["seated/usual", "breath/usual"]', '["seated/usual"]'),
        [f"{ROUTINE}: line 2: can come out empty: {LAST}"],
    ),
    "line without a fallback": (
        (ROUTINE, 'fallbacks = ["seated/usual", "breath/usual"]\n', ""),
        [f"{ROUTINE}: line 2: can come out empty: {LAST}"],
    ),
    "purpose that some are left without": (
        (FALLBACKS, '"breath/usual"]', '"breath/usual", "seated/usual"]'),
        [f"{FALLBACKS}: warm: can come out empty: {LAST}"],
    ),
    "fallback twice": (
        (FALLBACKS, '"breath/usual"]', '"rolls/small"]'),
        [f"{FALLBACKS}: warm: 'rolls/small' stands here twice"],
    ),
    "fallback of a purpose that leads nowhere": (
        (FALLBACKS, '"rolls/small"', '"rolls/tiny"'),
        [f"{FALLBACKS}: warm: 'rolls/tiny' points nowhere"],
    ),
    "purpose nobody knows": (
        (FALLBACKS, "warm", "warmth"),
        [
            (
                f"{FALLBACKS}: warmth: 'warmth' should be 'warm', 'bend', 'turn', 'extend', 'chest', 'side', 'blades', "
                "'strength', 'neck' or 'calm'"
            )
        ],
    ),
    "last fallback too strong for some": (
        (BREATH, "intensity = 1", "intensity = 2"),
        [
            f"{CAT}: form 'flow': {NOBODY}",
            f"{CAT}: form 'hold': {NOBODY}",
            f"{REACH}: form 'usual': has intensity over 1, and so have its easier form and all its swaps",
            f"{ROLLS}: form 'small': {NOBODY}",
            *NOBODY_IS_LED_TO_THE_BREATH,
        ],
    ),
    "last fallback with something in the hands": (
        (BREATH, "equipment = []", 'equipment = ["towel"]'),
        [
            f"{CAT}: form 'flow': {NOBODY}",
            f"{CAT}: form 'hold': {NOBODY}",
            f"{REACH}: form 'usual': needs equipment, and so do its easier form and all its swaps",
            f"{ROLLS}: form 'small': {NOBODY}",
            *NOBODY_IS_LED_TO_THE_BREATH,
        ],
    ),
    "neighbours that are to be apart": (
        (
            ROUTINE,
            '[[lines]]\npurpose = "calm"',
            f'{AT_THE_WALL}[[lines]]\npurpose = "calm"',
        ),
        [f"{ROUTINE}: line 3: stands next to line 2; cat and reach are to be apart"],
    ),
    "one family twice": (
        (ROUTINE, 'exercise = "breath/usual"', 'exercise = "seated/usual"'),
        [
            f"{ROUTINE}: line 3: purpose 'calm' is not in the focus of seated",
            f"{ROUTINE}: line 3: is of the same family as line 2, 'cat'",
        ],
    ),
    "dose at other stations": (
        (
            ROUTINE,
            'exercise = "cat/flow"',
            'exercise = "cat/flow"\ndose = { hold = 5, move = 0, repetitions = 5 }',
        ),
        [f"{ROUTINE}: line 2, dose: stations = 1, but its form has 2"],
    ),
    "purpose the exercise does not serve": (
        (ROUTINE, 'purpose = "calm"', 'purpose = "turn"'),
        [f"{ROUTINE}: line 3: purpose 'turn' is not in the focus of breath"],
    ),
    "day that is missing": (
        (PROGRAMME, 'rhythm = ["a", "b", "a"]', 'rhythm = ["a", "b", "c"]'),
        [
            f"{PROGRAMME}: week 1: day 'c' is missing; the rhythm has it",
            f"{PROGRAMME}: week 2: day 'c' is missing; the rhythm has it",
        ],
    ),
    "day that is never done": (
        (TWIN, 'rhythm = ["a"]', 'rhythm = ["c"]'),
        [
            f"{TWIN}: week 1: day 'c' is missing; the rhythm has it",
            f"{TWIN}: week 1: day 'a' is never done; the rhythm does not have it",
        ],
    ),
    "strength twice in a row": (
        (PROGRAMME, 'rhythm = ["a", "b", "a"]', 'rhythm = ["a", "b", "b", "a"]'),
        [f"{PROGRAMME}: rhythm: has 'b' twice in a row, or at both ends of the week"],
    ),
    "strength at both ends of the week": (
        (PROGRAMME, 'rhythm = ["a", "b", "a"]', 'rhythm = ["b", "a", "b"]'),
        [f"{PROGRAMME}: rhythm: has 'b' twice in a row, or at both ends of the week"],
    ),
    "more sessions asked for than there are": (
        (PROGRAMME, "least = 2", "least = 4"),
        [f"{PROGRAMME}: least: asks for 4 sessions a week; the rhythm has 3"],
    ),
    "twin that is missing": (
        (PROGRAMME, 'seated = "two-weeks-seated"', 'seated = "two-weeks-lying"'),
        [f"{PROGRAMME}: seated: 'two-weeks-lying' is no programme"],
    ),
    "twin of itself": (
        (PROGRAMME, 'seated = "two-weeks-seated"', 'seated = "two-weeks"'),
        [f"{PROGRAMME}: seated: points at itself"],
    ),
    "twin with a twin": (
        (TWIN, "least = 1", 'least = 1\nseated = "two-weeks"'),
        [
            f"{PROGRAMME}: seated: is the twin of two-weeks-seated and can't have one of its own",
            f"{TWIN}: seated: is the twin of two-weeks and can't have one of its own",
        ],
    ),
    "twin on the floor": (
        (TWIN, 'exercise = "seated/usual"', 'exercise = "cat/flow"'),
        [f"{TWIN}: week 1, day a, line 1: 'cat/flow' can't be done on a chair"],
    ),
    "programme over the ceiling": (
        (PROGRAMME, "repetitions = 5", "repetitions = 15"),
        [
            f"{PROGRAMME}: week 1, day a, line 1, dose: repetitions = 15 is over the ceiling of 10 in doses.toml"
        ],
    ),
    "programme that leads nowhere": (
        (PROGRAMME, 'exercise = "cat/hold"', 'exercise = "cat/held"'),
        [f"{PROGRAMME}: week 1, day a, line 1, exercise: 'cat/held' points nowhere"],
    ),
    "programme signed on no day": (
        (PROGRAMME, 'signed_by = ""', 'signed_by = "Somebody"'),
        [f"{PROGRAMME}: signed_by, signed_on: stand together or are both empty"],
    ),
}
