"""Who is not offered what, typed by hand from docs/facts.md. The content is held against it, and is never made from it."""

FREE = frozenset(
    {"shoulder-rolls/usual", "shoulder-rolls/small", "shoulder-blade-squeeze/usual", "rib-breathing/usual"}
    | {"walk/on-a-chair"}
)
"""Safe for everybody, also after an operation and with a stiff spine (docs/facts.md: safe-for-everybody)."""

STIFF_SPINE_MAY = frozenset({"wall-stretch", "doorway-stretch", "row-towel", "wall-push-up-plus", "walk"})
"""The trunk stays as it is, or turns as one piece from the feet; an operation still bars them."""

# The crosses for the usual form of each move (docs/facts.md: barred-thin-bones, barred-pregnant, barred-knees,
# barred-wrists, barred-shoulder, barred-neck, barred-eyes, barred-heart, barred-disc, barred-bendy, barred-dizzy,
# barred-hip, barred-leaning-back, barred-bending, barred-twisting).
CROSSES: dict[str, str] = {
    "cat-cow/flow": "thin-bones knees wrists eyes dizzy bending",
    "cat-cow/hold": "thin-bones pregnant knees wrists eyes bendy dizzy disc bending",
    "cat-cow-seated/usual": "thin-bones bending",
    # Dizzy slowly and with the head resting, shoulder with a bent elbow: hence not the usual form.
    "side-lying-rotation/usual": "thin-bones dizzy shoulder twisting",
    # Shoulder with the hands elsewhere, in pregnancy with the knees wide.
    "childs-pose/usual": "thin-bones pregnant knees eyes heart disc dizzy shoulder hip bending",
    "childs-pose-walk/usual": "thin-bones pregnant knees eyes heart disc dizzy shoulder hip bending",
    # In pregnancy with the knees wide.
    "kneeling-extension/usual": "thin-bones knees shoulder eyes heart dizzy pregnant hip leaning-back",
    "bird-dog/usual": "knees wrists shoulder dizzy heart",  # heart with short holds
    # Shoulder if the arms lift.
    "locust/usual": "thin-bones pregnant neck heart disc dizzy eyes shoulder leaning-back",
    "sphinx/usual": "thin-bones pregnant leaning-back",
    "seated-forward-bend/usual": "thin-bones pregnant eyes heart disc bendy dizzy hip bending",
    "wall-stretch/usual": "shoulder bendy",
    "doorway-stretch/usual": "shoulder bendy",
    "shoulder-rolls/usual": "",
    "knee-rolls/usual": "thin-bones pregnant disc dizzy hip twisting",
    # Shoulder with the arms crossed.
    "roller-extension/usual": "thin-bones pregnant neck disc bendy dizzy eyes shoulder leaning-back",
    "knee-hug/usual": "thin-bones pregnant disc dizzy hip bending",
    "side-reach/usual": "thin-bones shoulder dizzy",
    "thread-the-needle/usual": "thin-bones knees wrists shoulder eyes twisting",
    "seated-turn/usual": "thin-bones twisting",
    # Neck and shoulder with crossed arms.
    "chair-extension/usual": "thin-bones dizzy neck shoulder leaning-back",
    "shoulder-blade-squeeze/usual": "",
    "low-cobra/usual": "thin-bones pregnant wrists neck heart disc dizzy eyes leaning-back",
    "wall-angels/usual": "shoulder",
    "chin-tuck/usual": "neck",  # the lying form
    # Added moves: judgement.
    "rib-breathing/usual": "",
    "row-towel/usual": "wrists shoulder",
    "wall-push-up-plus/usual": "wrists shoulder dizzy",
    "self-hug/usual": "thin-bones shoulder bending",
    "walk/usual": "dizzy",
    "neck-turns/usual": "neck dizzy twisting",
}

# What another form of the exercise makes good, and how (docs/facts.md: form-before-block).
KNOWN = frozenset(ref.partition("/")[0] for ref in CROSSES)
"""The exercises that these tables have. One that was just added may not be among them."""

MADE_GOOD: dict[str, str] = {
    "cat-cow/fists": "wrists",  # on fists or forearms
    "side-lying-rotation/bent-elbow": "shoulder dizzy",  # bent elbow, head supported, slowly
    "childs-pose/knees-wide": "pregnant",
    "childs-pose/arms-back": "shoulder",
    "childs-pose/on-a-seat": "pregnant knees heart shoulder",  # hip stays barred; on a chair, belly free, head at the height of a table
    "childs-pose-walk/knees-wide": "pregnant",
    "kneeling-extension/knees-wide": "pregnant",
    "kneeling-extension/at-wall": "pregnant knees eyes heart",  # standing, head above the heart
    "bird-dog/short-holds": "heart",
    "bird-dog/leg-only": "heart",  # one limb, short holds
    "bird-dog/arm-only": "heart",
    "locust/palms-down": "shoulder",
    "locust/one-leg": "shoulder",
    "sphinx/at-wall": "pregnant",  # not face down
    "wall-stretch/low": "bendy",  # no long hold at the end of the range (docs/facts.md: barred-bendy)
    "doorway-stretch/low": "bendy",
    "knee-rolls/small": "dizzy",  # slowly, head supported
    "knee-hug/one-knee": "dizzy",
    "roller-extension/arms-crossed": "shoulder",
    "roller-extension/rolled-towel": "shoulder",  # arms lie loose
    "side-reach/hands-on-head": "shoulder",
    "side-reach/seated": "dizzy",
    "chair-extension/arms-crossed": "neck shoulder",  # the head does not go back
    "chin-tuck/lying": "neck",
    "wall-push-up-plus/fists": "wrists",
    "wall-push-up-plus/blades-only": "dizzy",  # feet and head stay where they are
    "neck-turns/small": "neck",
}

# What a form may be stricter in than the usual one.
STRICTER: dict[str, str] = {
    "chin-tuck/lying": "pregnant",  # flat on the back (docs/facts.md: barred-pregnant)
}

FAMILIES = {"cat-cow": "cat", "cat-cow-seated": "cat", "childs-pose": "child", "childs-pose-walk": "child"}
"""Where it is not the exercise itself (docs/facts.md: seldom-done-first)."""

APART = frozenset({"locust", "low-cobra"})
"""Never back to back (docs/facts.md: locust-and-cobra-apart)."""

ON_A_CHAIR = FREE | frozenset(
    {
        "cat-cow-seated/usual",
        "childs-pose/on-a-seat",
        "side-reach/seated",
        "seated-turn/usual",
        "seated-turn/small",
    }
    | {"chair-extension/usual", "chair-extension/arms-crossed", "chin-tuck/usual", "row-towel/usual"}
    | {"self-hug/usual", "neck-turns/usual", "neck-turns/small"}
)
"""All that somebody can do who does not leave the chair."""

STANDING = frozenset(
    {
        "kneeling-extension/at-wall",
        "sphinx/at-wall",
        "wall-stretch/usual",
        "wall-stretch/low",
        "side-reach/usual",
    }
    | {"side-reach/hands-on-head", "doorway-stretch/usual", "doorway-stretch/low", "wall-angels/usual"}
    | {
        "wall-angels/low",
        "wall-push-up-plus/usual",
        "wall-push-up-plus/fists",
        "wall-push-up-plus/blades-only",
    }
    | {"walk/usual"}
)

NEVER_ON_A_BED = frozenset({"kneeling-extension", "bird-dog", "locust", "low-cobra", "seated-forward-bend"})
"""Moves on the floor that a bed will not do for (docs/facts.md: beds-and-seats). So is the roller, but for its towel form."""

NEEDS: dict[str, str] = {
    "kneeling-extension/usual": "chair",
    "kneeling-extension/knees-wide": "chair",
    "kneeling-extension/with-stick": "chair",
    "kneeling-extension/at-wall": "wall",
    "sphinx/at-wall": "wall",
    "seated-forward-bend/usual": "strap",
    "seated-forward-bend/knees-bent": "strap",
    "wall-stretch/usual": "wall",
    "wall-stretch/low": "wall",
    "roller-extension/usual": "roller",
    "roller-extension/arms-crossed": "roller",
    "roller-extension/arms-overhead": "roller",
    "roller-extension/rolled-towel": "towel",
    "chair-extension/usual": "chair",
    "chair-extension/arms-crossed": "chair",
    "childs-pose/on-a-seat": "chair",
    "doorway-stretch/usual": "doorway",
    "doorway-stretch/low": "doorway",
    "wall-angels/usual": "wall",
    "wall-angels/low": "wall",
    "row-towel/usual": "towel",
    "wall-push-up-plus/usual": "wall",
    "wall-push-up-plus/fists": "wall",
    "wall-push-up-plus/blades-only": "wall",
}

STRONG = frozenset(
    {"locust", "low-cobra", "roller-extension/usual", "roller-extension/arms-crossed"}
    | {"roller-extension/arms-overhead", "seated-forward-bend/no-strap"}
)
"""Only from level "steady" (docs/facts.md: most-intense), by exercise or by form; without the strap is for the practised."""

GENTLE = frozenset(
    {"shoulder-rolls", "shoulder-blade-squeeze", "chin-tuck", "seated-turn", "cat-cow/flow", "cat-cow/fists"}
    | {"cat-cow-seated", "knee-rolls", "knee-hug", "side-lying-rotation", "childs-pose"}
    # Also what is held lightly or done lower (docs/facts.md: gentle-moves).
    | {"rib-breathing", "walk", "neck-turns", "self-hug", "row-towel", "sphinx/at-wall"}
    | {"wall-stretch/low", "doorway-stretch/low", "wall-angels/low", "wall-push-up-plus/blades-only"}
)
"""What somebody is offered whose pain is new and unseen, by exercise or by form."""


def intensity(ref: str) -> int:
    names = {ref, ref.partition("/")[0]}
    return 3 if names & STRONG else 1 if names & GENTLE else 2


def is_on_a_bed(ref: str) -> bool:
    """Whether a bed will do in place of the floor."""
    slug = ref.partition("/")[0]
    return slug not in NEVER_ON_A_BED and (slug != "roller-extension" or ref.endswith("/rolled-towel"))


def barred(ref: str, usual: str) -> set[str]:
    """All tags that bar a form; `usual` is the form whose row of crosses counts for it."""
    if ref in FREE:
        return set()
    everybody = {"surgery"} if ref.partition("/")[0] in STIFF_SPINE_MAY else {"surgery", "stiff-spine"}
    crosses = set(CROSSES[ref if ref in CROSSES else usual].split())
    return (crosses - set(MADE_GOOD.get(ref, "").split())) | set(STRICTER.get(ref, "").split()) | everybody
