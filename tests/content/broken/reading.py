"""Files that cannot be read, or have not the shape they should have."""

from tests.content.broken.files import CAT, CAT_WORDS, ROLLS, ROLLS_WORDS, STIFF, STIFF_WORDS, TWIN, Cases

TAGS = (
    "'knees', 'wrists', 'shoulder', 'neck', 'dizzy', 'pregnant', 'thin-bones', 'disc', 'heart', 'eyes', 'surgery', "
    "'bendy', 'hip', 'leaning-back', 'bending', 'twisting' or 'stiff-spine'"
)

CASES: Cases = {
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
    "reference that is none": (
        (ROLLS, 'easier = "rolls/small"', 'easier = "small"'),
        [f"{ROLLS}: forms 1, easier: 'small' should be an exercise and a form of it, such as 'cat-cow/flow'"],
    ),
    "no swap at all": (
        (ROLLS, 'swaps = ["breath/usual", "seated/usual"]', "swaps = []"),
        [f"{ROLLS}: forms 1, swaps: has 0 entries and needs 1"],
    ),
    "remark that never ends": (
        (ROLLS_WORDS, "## Form: usual", "<!-- to be written anew\n\n## Form: usual"),
        [f"{ROLLS_WORDS}: line 8: begins a remark, <!--, that never ends; --> ends it"],
    ),
    "remark in a topic that never ends": (
        (STIFF_WORDS, "## More", "<!-- later ->\n## More"),
        [f"{STIFF_WORDS}: line 6: begins a remark, <!--, that never ends; --> ends it"],
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
            f"{ROLLS_WORDS}: line 16: a heading should be '## Form: id' or '## Step: id', not '## Small'",
            f"{ROLLS_WORDS}: line 18: 'Name' stands here twice",
            f"{ROLLS_WORDS}: line 19: 'Cue' stands here twice",
            f"{ROLLS_WORDS}: line 20: 'Feel' stands here twice",
            f"{ROLLS_WORDS}: line 21: 'Breathing' stands here twice",
            f"{ROLLS_WORDS}: line 22: 'Begin' stands here twice",
            f"{ROLLS_WORDS}: form 'small': is missing; exercise.toml names it",
        ],
    ),
    "step twice": (
        (ROLLS_WORDS, "## Step: circle", "## Step: tall\n\nAgain.\nPicture: Again.\n\n## Step: circle"),
        [f"{ROLLS_WORDS}: line 30: step 'tall' stands here twice"],
    ),
    "number too long for a machine": (
        (CAT, "intensity = 1", f"intensity = {'9' * 5000}"),
        [
            (
                f"{CAT}: TOML: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; "
                "use sys.set_int_max_str_digits() to increase the limit"
            )
        ],
    ),
    "day without a line": (
        (TWIN, "[[weeks.days.a]]", "[weeks.days]\nb = []\n[[weeks.days.a]]"),
        [f"{TWIN}: weeks 1, days, b: has 0 entries and needs 1"],
    ),
    "group nobody knows": (
        (STIFF, 'group = "causes"', 'group = "reasons"'),
        [
            (
                f"{STIFF}: group: 'reasons' should be 'back', 'causes', 'prevention', 'desk', 'everyday' or 'help'"
            )
        ],
    ),
    "topic without a title": (
        (STIFF_WORDS, "# Stiff", "Stiff"),
        [f"{STIFF_WORDS}: title: is missing; the first line should be '# Title'"],
    ),
    "topic without words": (
        (STIFF_WORDS, "A night in one position.\nIt eases when you move.\n", ""),
        [f"{STIFF_WORDS}: text: is missing; it stands below the title"],
    ),
    "topic that unfolds to nothing": (
        (STIFF_WORDS, "Roll your shoulders before you get up.\n", ""),
        [f"{STIFF_WORDS}: more: is empty"],
    ),
    "heading in a topic": (
        (STIFF_WORDS, "Roll your", "## Mornings\nRoll your"),
        [f"{STIFF_WORDS}: headings: '## Mornings' can't stand here; only '## More' can"],
    ),
}
