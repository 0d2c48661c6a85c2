"""Exercises that break a rule."""

from tests.content.broken.files import CAT, CAT_WORDS, REACH, REACH_WORDS, ROLLS, ROLLS_WORDS, SEATED, Cases
from tests.content.broken.said_aloud import ONCE

CASES: Cases = {
    "tag twice": (
        (CAT, '"thin-bones", "wrists"]', '"thin-bones", "thin-bones", "wrists"]'),
        [f"{CAT}: form 'flow': barred_for names 'thin-bones' twice"],
    ),
    "step without words": (
        (CAT, 'steps = ["table", "round", "stay"]', 'steps = ["table", "round", "stay", "rise"]'),
        [f"{CAT_WORDS}: step 'rise': is missing; exercise.toml names it"],
    ),
    "words for a step nobody takes": (
        (CAT_WORDS, "## Step: stay", "## Step: rise\n\nCome up.\nPicture: Standing.\n\n## Step: stay"),
        [f"{CAT_WORDS}: step 'rise': is not used by exercise.toml"],
    ),
    "words for a form nobody has": (
        (CAT_WORDS, "## Form: hold", "## Form: hole"),
        [
            f"{CAT_WORDS}: form 'hold': is missing; exercise.toml names it",
            f"{CAT_WORDS}: form 'hole': is not used by exercise.toml",
        ],
    ),
    "nothing to say between holds": (
        (CAT_WORDS, "Between: Sink for a moment.\n", ""),
        [f"{CAT_WORDS}: form 'hold': 'Between:' is missing; its holds have rests"],
    ),
    "something to say where there is no rest": (
        (CAT_WORDS, "Name: Flowing", "Name: Flowing\nBetween: Rest."),
        [f"{CAT_WORDS}: form 'flow': 'Between:' is never shown; it has no rests"],
    ),
    "form twice": (
        (CAT, 'id = "hold"', 'id = "flow"'),
        [
            f"{CAT}: form 'flow': stands here twice",
            f"{CAT_WORDS}: form 'hold': is not used by exercise.toml",
            f"{CAT_WORDS}: form 'flow': 'Between:' is missing; its holds have rests",
            f"{CAT}: form 'flow', harder: 'cat/hold' points nowhere",
            f"{CAT}: form 'flow', easier: points at itself",
            f"{CAT}: form 'flow', dose 1: hold = 15 is over the ceiling of 5 in doses.toml",
            f"{CAT}: form 'flow', dose 1: stations = 1, but its form has 2",
            f"{CAT}: form 'flow', dose 2: hold = 20 is over the ceiling of 5 in doses.toml",
            f"{CAT}: form 'flow', dose 2: stations = 1, but its form has 2",
            f"{CAT}: form 'flow', dose 3: hold = 30 is over the ceiling of 5 in doses.toml",
            f"{CAT}: form 'flow', dose 3: stations = 1, but its form has 2",
            f"{CAT_WORDS}: form 'flow': 'There:' and 'Back:' are never said; {ONCE}",
            f"{CAT_WORDS}: form 'flow': 'Begin:' is missing; nothing else is said when it begins",
            "programmes/two-weeks.toml: week 1, day a, line 1, exercise: 'cat/hold' points nowhere",
            "programmes/two-weeks.toml: week 2, day a, line 1, exercise: 'cat/hold' points nowhere",
            "doses.toml: cat.hold: is no form of any exercise",
        ],
    ),
    "easier points nowhere": (
        (ROLLS, 'easier = "rolls/small"', 'easier = "rolls/tiny"'),
        [f"{ROLLS}: form 'usual', easier: 'rolls/tiny' points nowhere"],
    ),
    "easier goes round": (
        (ROLLS, 'harder = "rolls/usual"', 'easier = "rolls/usual"'),
        [
            f"{ROLLS}: form 'usual', easier: goes round in a circle",
            f"{ROLLS}: form 'small', easier: goes round in a circle",
        ],
    ),
    "swap twice": (
        (ROLLS, '["breath/usual", "seated/usual"]', '["breath/usual", "breath/usual"]'),
        [f"{ROLLS}: form 'usual': swaps names 'breath/usual' twice"],
    ),
    "no way out for a tag": (
        (SEATED, 'swaps = ["rolls/usual", "breath/usual"]', 'swaps = ["cat/flow"]'),
        [f"{SEATED}: form 'usual': is barred for 'thin-bones', and so are its easier form and all its swaps"],
    ),
    "no way up from the floor": (
        (CAT, 'easier = "cat/flow"\nswaps = ["seated/usual", "breath/usual"]', 'swaps = ["cat/flow"]'),
        [
            f"{CAT}: form 'hold': is barred for 'thin-bones', and so are its easier form and all its swaps",
            f"{CAT}: form 'hold': is barred for 'wrists', and so are its easier form and all its swaps",
            f"{CAT}: form 'hold': is done on the floor, and no easier form or swap can be done on a chair",
        ],
    ),
    "one side only": (
        (ROLLS, 'sides = ["backward", "forward"]', 'sides = ["backward"]'),
        [f"{ROLLS}: form 'usual': sides should be none, left and right, or backward and forward"],
    ),
    "hold over its ceiling": (
        (CAT, "{ hold = 30, move = 5, repetitions = 8 }", "{ hold = 35, move = 5, repetitions = 8 }"),
        [f"{CAT}: form 'hold', dose 3: hold = 35 is over the ceiling of 30 in doses.toml"],
    ),
    "more repetitions than the ceiling": (
        (CAT, "{ hold = 30, move = 5, repetitions = 8 }", "{ hold = 30, move = 5, repetitions = 11 }"),
        [f"{CAT}: form 'hold', dose 3: repetitions = 11 is over the ceiling of 10 in doses.toml"],
    ),
    "level easier than the one before": (
        (CAT, "{ hold = 20, move = 5, repetitions = 6 }", "{ hold = 10, move = 5, repetitions = 6 }"),
        [f"{CAT}: form 'hold', dose 2: is shorter than dose 1"],
    ),
    "form without a ceiling": (
        ("doses.toml", "small = { hold = 20, repetitions = 1 }", ""),
        [f"{ROLLS}: form 'small': 'rolls/small' has no ceiling in doses.toml"],
    ),
    "ceiling over nothing": (
        ("doses.toml", "[rolls]", "[plank]\nusual = { hold = 9, repetitions = 9 }\n[rolls]"),
        ["doses.toml: plank.usual: is no form of any exercise"],
    ),
    "stations without names": (
        (REACH_WORDS, "Stations: Hand high, Hand low\n", ""),
        [f"{REACH_WORDS}: form 'usual': 'Stations:' has 0 names; its doses have 2 stations"],
    ),
    "more stations than names": (
        (REACH_WORDS, "Hand high, Hand low", "Hand high"),
        [f"{REACH_WORDS}: form 'usual': 'Stations:' has 1 names; its doses have 2 stations"],
    ),
    "names of stations nobody sees": (
        (CAT_WORDS, "Cue: Breathe in and sink", "Stations: Cow, Cat\nCue: Breathe in and sink"),
        [f"{CAT_WORDS}: form 'flow': 'Stations:' is never shown; only holds at several stations have names"],
    ),
    "doses at different stations": (
        (REACH, "hold = 15, move = 5, repetitions = 1, stations = 2", "hold = 30, move = 5, repetitions = 1"),
        [
            f"{REACH}: form 'usual', dose 2: hold = 30 is over the ceiling of 20 in doses.toml",
            f"{REACH}: form 'usual', dose 2: stations = 1, but its form has 2",
        ],
    ),
    "other side where there is none": (
        (ROLLS_WORDS, "Cue: Slow, round circles.", "Cue: Slow, round circles.\nOther side: Turn round."),
        [f"{ROLLS_WORDS}: form 'usual': 'Other side:' is never shown; it has no left and right"],
    ),
    "no way out of equipment": (
        (REACH, 'swaps = ["breath/usual"]', 'swaps = ["seated/usual"]'),
        [f"{REACH}: form 'usual': needs equipment, and so do its easier form and all its swaps"],
    ),
    "no way out of intensity": (
        (REACH, 'swaps = ["breath/usual"]', 'swaps = ["cat/hold"]'),
        [f"{REACH}: form 'usual': has intensity over 1, and so have its easier form and all its swaps"],
    ),
    "ways out, but none for everybody": (
        (CAT, 'swaps = ["seated/usual", "breath/usual"]', 'swaps = ["seated/usual", "reach/usual"]'),
        [
            (
                f"{CAT}: form 'flow': no easier form or swap suits everybody: "
                "every tag, seated, gently, with nothing at hand"
            )
        ],
    ),
    "apart on one side only": (
        (CAT, 'apart_from = ["reach"]\n', ""),
        [f"{REACH}: apart_from: 'cat' does not say so too"],
    ),
    "apart from nothing": (
        (CAT, 'apart_from = ["reach"]', 'apart_from = ["reach", "roach", "cat"]'),
        [f"{CAT}: apart_from: 'roach' is no exercise", f"{CAT}: apart_from: names itself"],
    ),
}
