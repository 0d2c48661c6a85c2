"""Every way in which content can be wrong, as one change to the sound folder, and what the check says of it."""

CAT = "exercises/cat/exercise.toml"
CAT_WORDS = "exercises/cat/en.md"
ROLLS = "exercises/rolls/exercise.toml"
ROLLS_WORDS = "exercises/rolls/en.md"
SEATED = "exercises/seated/exercise.toml"
ROUTINE = "routines/short.toml"
WORDS = "words/en.ftl"
ALARMS = "emergency/en.toml"
HEARING = "hearing/en.toml"

TAGS = (
    "'knees', 'wrists', 'shoulder', 'neck', 'dizzy', 'pregnant', 'thin-bones', 'disc', 'heart', 'eyes', 'surgery', "
    "'bendy', 'hip', 'leaning-back' or 'stiff-spine'"
)

# A file, what stands in it, what is put there. No old text: the file is new. No new text: the file goes.
Change = tuple[str, str | None, str | None]

# What is wrong, the change that makes it so, and all that the check has to say about it.
BROKEN: dict[str, tuple[Change, list[str]]] = {
    "unknown key": (
        (CAT, "on_bed = true", "on_bad = true\non_bed = true"),
        [f"{CAT}: forms 1: unknown key 'on_bad', did you mean 'on_bed'?"],
    ),
    "missing key": (
        (CAT, 'family = "cat"\n', ""),
        [f"{CAT}: family: is missing"],
    ),
    "wrong kind of value": (
        (CAT, "seated_too = false", 'seated_too = "no"'),
        [f"{CAT}: forms 1, seated_too: 'no' should be true or false"],
    ),
    "tag nobody knows": (
        (CAT, '"thin-bones", "wrists"', '"thin-bones", "elbows"'),
        [f"{CAT}: forms 1, barred_for 2: 'elbows' should be {TAGS}"],
    ),
    "tag twice": (
        (CAT, '"thin-bones", "wrists"]', '"thin-bones", "thin-bones", "wrists"]'),
        [f"{CAT}: form 'flow': barred_for names 'thin-bones' twice"],
    ),
    "dose for two levels only": (
        (ROLLS, "    { hold = 30, move = 0, repetitions = 1 },\n", ""),
        [f"{ROLLS}: forms 1, doses 3: is missing"],
    ),
    "TOML that does not parse": (
        (CAT, 'family = "cat"', "family = cat"),
        [f"{CAT}: TOML: Invalid value (at line 3, column 10)"],
    ),
    "file that is missing": (
        (ROLLS_WORDS, "", None),
        [f"{ROLLS_WORDS}: the file: is missing"],
    ),
    "slug with capitals": (
        ("exercises/Cat_Cow/en.md", None, "# Cat"),
        [
            "exercises/Cat_Cow: name: should be lower-case words joined by hyphens, 30 letters at most",
            "exercises/Cat_Cow/exercise.toml: the file: is missing",
            "exercises/Cat_Cow/en.md: top: 'Purpose:' is missing",
            "exercises/Cat_Cow/en.md: top: 'Caution:' is missing",
            "exercises/Cat_Cow/en.md: top: 'Mistake:' is missing",
        ],
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
    "no alt text": (
        (CAT_WORDS, "Picture: A person on hands and knees.\n", ""),
        [f"{CAT_WORDS}: step 'table': 'Picture:' is missing"],
    ),
    "step without text": (
        (ROLLS_WORDS, "Draw small circles.\n", ""),
        [f"{ROLLS_WORDS}: step 'small-circle': has no text"],
    ),
    "key nobody knows": (
        (ROLLS_WORDS, "Caution: ", "Careful: "),
        [
            (
                f"{ROLLS_WORDS}: line 5: 'Careful: Small circles with a sore shoulder.' is none of: "
                "Other names:, Purpose:, Caution:, Mistake:"
            ),
            f"{ROLLS_WORDS}: top: 'Caution:' is missing",
        ],
    ),
    "no title": (
        (ROLLS_WORDS, "# Shoulder rolls\n", ""),
        [f"{ROLLS_WORDS}: title: is missing; the first line should be '# Title'"],
    ),
    "heading of another kind": (
        (ROLLS_WORDS, "## Form: small", "## Small"),
        [
            f"{ROLLS_WORDS}: line 14: a heading should be '## Form: id' or '## Step: id', not '## Small'",
            f"{ROLLS_WORDS}: line 16: 'Name' stands here twice",
            f"{ROLLS_WORDS}: line 17: 'Cue' stands here twice",
            f"{ROLLS_WORDS}: line 18: 'Breathing' stands here twice",
            f"{ROLLS_WORDS}: form 'small': is missing; exercise.toml names it",
        ],
    ),
    "step twice": (
        (ROLLS_WORDS, "## Step: circle", "## Step: tall\n\nAgain.\nPicture: Again.\n\n## Step: circle"),
        [f"{ROLLS_WORDS}: line 26: step 'tall' stands here twice"],
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
            f"{CAT}: form 'flow', dose 2: hold = 20 is over the ceiling of 5 in doses.toml",
            f"{CAT}: form 'flow', dose 3: hold = 30 is over the ceiling of 5 in doses.toml",
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
    "no swap at all": (
        (ROLLS, 'swaps = ["breath/usual", "seated/usual"]', "swaps = []"),
        [f"{ROLLS}: forms 1, swaps: has 0 entries and needs 1"],
    ),
    "swap twice": (
        (ROLLS, '["breath/usual", "seated/usual"]', '["breath/usual", "breath/usual"]'),
        [f"{ROLLS}: form 'usual': swaps names 'breath/usual' twice"],
    ),
    "reference that is none": (
        (ROLLS, 'easier = "rolls/small"', 'easier = "small"'),
        [
            (
                f"{ROLLS}: forms 1, easier: 'small' is not written in the way it must be, "
                "which is ^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"
            )
        ],
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
    "routine over the ceiling": (
        (ROUTINE, "{ hold = 15, move = 0, repetitions = 1 }", "{ hold = 15, move = 0, repetitions = 2 }"),
        [f"{ROUTINE}: line 1, dose: repetitions = 2 is over the ceiling of 1 in doses.toml"],
    ),
    "level easier than the one before": (
        (CAT, "{ hold = 20, move = 5, repetitions = 6 }", "{ hold = 10, move = 5, repetitions = 6 }"),
        [f"{CAT}: form 'hold', dose 2: is shorter than dose 1"],
    ),
    "dose of no time": (
        (ROUTINE, "{ hold = 15, move = 0, repetitions = 1 }", "{ hold = 0, move = 0, repetitions = 1 }"),
        [f"{ROUTINE}: line 1, dose: takes no time at all"],
    ),
    "form without a ceiling": (
        ("doses.toml", "small = { hold = 20, repetitions = 1 }", ""),
        [f"{ROLLS}: form 'small': 'rolls/small' has no ceiling in doses.toml"],
    ),
    "ceiling over nothing": (
        ("doses.toml", "[rolls]", "[plank]\nusual = { hold = 9, repetitions = 9 }\n[rolls]"),
        ["doses.toml: plank.usual: is no form of any exercise"],
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
        [f"{ROUTINE}: line 2: can come out empty: the last fallback should suit every tag, seated"],
    ),
    "purpose the exercise does not serve": (
        (ROUTINE, 'purpose = "calm"', 'purpose = "turn"'),
        [f"{ROUTINE}: line 3: purpose 'turn' is not in the focus of breath"],
    ),
    "forbidden word in an exercise": (
        (ROLLS_WORDS, "Mistake: Rushing", "Mistake: This cures stiffness"),
        [f"{ROLLS_WORDS}: mistake: says 'cures'; rather: many people find it eases stiffness"],
    ),
    "forbidden word in a routine": (
        (ROUTINE, 'summary = "Roll', 'summary = "Pain relief. Roll'),
        [f"{ROUTINE}: en, summary: says 'relief'; rather: ease"],
    ),
    "forbidden word in a sentence": (
        (WORDS, "help = I lead", "help = You missed it. I lead"),
        [f"{WORDS}: help: says 'You missed'; rather: nothing"],
    ),
    "name twice": (
        (ROLLS_WORDS, "Other names: shoulder circles", "Other names: cat-camel"),
        [f"{ROLLS_WORDS}: names: 'cat-camel' is a name of cat already"],
    ),
    "step of three lines": (
        (ROLLS_WORDS, "Arms loose.", "Arms loose.\nChin level."),
        [f"{ROLLS_WORDS}: step 'tall': has more than 2 lines"],
    ),
    "step too long": (
        (ROLLS_WORDS, "Draw small circles.", "o" * 121),
        [f"{ROLLS_WORDS}: step 'small-circle': is 121 characters long; 120 at most"],
    ),
    "cue too long": (
        (ROLLS_WORDS, "Cue: Tiny circles.", "Cue: " + "o" * 101),
        [f"{ROLLS_WORDS}: form 'small', cue: is longer than 100 characters"],
    ),
    "title too long": (
        (ROLLS_WORDS, "# Shoulder rolls", "# Shoulder rolls, backward and forward"),
        [f"{ROLLS_WORDS}: title: is longer than 30 characters"],
    ),
    "picture in too many words": (
        (ROLLS_WORDS, "Picture: The person circles both shoulders.", "Picture: " + "o" * 900),
        [f"{ROLLS_WORDS}: step 'circle': is 935 characters with its picture in words; 824 fit"],
    ),
    "card too long for Telegram": (
        (ROLLS_WORDS, "Mistake: Rushing.", "Mistake: " + "o" * 800),
        [f"{ROLLS_WORDS}: all of it: is 904 characters on one card; 824 fit"],
    ),
    "routine's title too long": (
        (ROUTINE, 'title = "Short"', 'title = "As short as a routine could ever be"'),
        [f"{ROUTINE}: en, title: is longer than 30 characters"],
    ),
    "routine's summary too long": (
        (ROUTINE, 'summary = "Roll', f'summary = "{"o" * 900}Roll'),
        [f"{ROUTINE}: en, summary: is longer than 824 characters"],
    ),
    "picture that is missing": (
        (ROLLS, 'easier = "rolls/small"', 'easier = "rolls/small"\nloop = "media/roll.mp4"'),
        [f"{ROLLS}: pictures: 'media/roll.mp4' is missing"],
    ),
    "picture that is no picture": (
        (ROLLS, 'easier = "rolls/small"', 'easier = "rolls/small"\nloop = "en.md"'),
        [f"{ROLLS}: pictures: 'en.md' should end in .gif or .mp4"],
    ),
    "picture of no step": (
        (ROLLS, "[[forms]]", '[pictures]\nlunge = "media/lunge.jpg"\n\n[[forms]]'),
        [f"{ROLLS}: pictures: 'media/lunge.jpg' is missing", f"{ROLLS}: pictures: 'lunge' is no step"],
    ),
    "file used by nothing": (
        ("exercises/rolls/media/old.jpg", None, "a picture"),
        ["exercises/rolls: media/old.jpg: is used by nothing"],
    ),
    "Fluent that does not parse": (
        (WORDS, "help = I lead", "help I lead"),
        [f'{WORDS}: line 2: is not Fluent: Expected token: "="'],
    ),
    "sentence twice": (
        (WORDS, "button-home = Home", "button-home = Home\nbutton-home = House"),
        [f"{WORDS}: button-home: stands here twice"],
    ),
    "label too long": (
        (WORDS, "button-home = Home", "button-home = Home, sweet home again"),
        [f"{WORDS}: button-home: is 22 characters long; 16 fit"],
    ),
    "label too long in one variant only": (
        (WORDS, "= Home", "= { $n ->\n    [one] Home\n   *[other] { $n } homes, sweet homes\n}"),
        [f"{WORDS}: button-home: is 21 characters long; 16 fit"],
    ),
    "tag without a name": (
        (WORDS, "tag-hip = Hip\n", ""),
        [f"{WORDS}: tag-hip: is missing; every 'tag-…' of the code needs its words"],
    ),
    "no emergency words": (
        (ALARMS, "", None),
        [f"{ALARMS}: the file: is missing"],
    ),
    "emergency nobody can hear": (
        (ALARMS, '"heart attack*"', '"Heart-attack"'),
        [
            f"{ALARMS}: emergency: 'Heart-attack' is never heard; write small letters and no signs but one * at the end"
        ],
    ),
    "harmless words nobody can hear": (
        (ALARMS, '"chest stretch*"', '"Chest stretch"'),
        [f"{ALARMS}: harmless, alike: 'Chest' is never heard; write small letters and no signs"],
    ),
    "wish nobody can grant": (
        (HEARING, "HELP = ", "HALP = "),
        [f"{HEARING}: names: 'HALP' is missing, or unknown to the program"],
    ),
    "phrase of two meanings": (
        (HEARING, '"help"', '"help", "home"'),
        [f"{HEARING}: phrases: 'home' means both HELP and HOME"],
    ),
    "hearing that does not parse": (
        (HEARING, "[wishes]", "[wishes"),
        [f"{HEARING}: phrases: Expected ']' at the end of a table declaration (at line 3, column 8)"],
    ),
    "no list of forbidden words": (
        ("forbidden.toml", "", None),
        ["forbidden.toml: the file: is missing"],
    ),
}
