"""Pictures that are missing, too large, or not what their names say."""

from tests.content.broken.files import REACH, REACH_WORDS, Cases

MEDIA = "exercises/reach/media"
JPEG, MP4 = b"\xff\xd8\xff\xe0", b"\x00\x00\x00\x18ftypmp42"
MISSING = "the file: is missing; other pictures of its kind are there"
UNUSED = "the file: is used by nothing"

CASES: Cases = {
    "step without a picture": (
        (f"{MEDIA}/lean.jpg", "", None),
        [f"{MEDIA}/lean.jpg: {MISSING}"],
    ),
    "form without a loop": (
        (f"{MEDIA}/usual.mp4", "", None),
        [f"{MEDIA}/usual.mp4: {MISSING}"],
    ),
    "second side without a loop": (
        (f"{MEDIA}/usual.right.mp4", "", None),
        [f"{MEDIA}/usual.right.mp4: {MISSING}"],
    ),
    "loop without a still": (
        (f"{MEDIA}/usual.jpg", "", None),
        [f"{MEDIA}/usual.jpg: {MISSING}"],
    ),
    "second side without a still": (
        (f"{MEDIA}/usual.right.jpg", "", None),
        [f"{MEDIA}/usual.right.jpg: {MISSING}"],
    ),
    "all steps without a picture": (
        (f"{MEDIA}/usual.steps.jpg", "", None),
        [f"{MEDIA}/usual.steps.jpg: {MISSING}"],
    ),
    "first side in a file of its own": (
        (f"{MEDIA}/usual.left.mp4", None, MP4),
        [f"{MEDIA}/usual.left.mp4: {UNUSED}"],
    ),
    "side that the form does not have": (
        (REACH, 'sides = ["left", "right"]', "sides = []"),
        [
            f"{REACH_WORDS}: form 'usual': 'Other side:' is never shown; it has no left and right",
            f"{MEDIA}/usual.right.jpg: {UNUSED}",
            f"{MEDIA}/usual.right.mp4: {UNUSED}",
        ],
    ),
    "picture nobody sees": (
        (f"{MEDIA}/old.jpg", None, JPEG),
        [f"{MEDIA}/old.jpg: {UNUSED}"],
    ),
    "picture in another format": (
        (f"{MEDIA}/lean.png", None, b"\x89PNG"),
        [f"{MEDIA}/lean.png: {UNUSED}"],
    ),
    "picture under a false name": (
        (f"{MEDIA}/lean.jpg", "", b"\x89PNG"),
        [f"{MEDIA}/lean.jpg: the file: is no JPEG"],
    ),
    "loop under a false name": (
        (f"{MEDIA}/usual.mp4", "", b"GIF89a and more"),
        [f"{MEDIA}/usual.mp4: the file: is no MP4"],
    ),
    "picture that is too large": (
        (f"{MEDIA}/mistake.jpg", "", JPEG.ljust(150 * 1024 + 1, b"\0")),
        [f"{MEDIA}/mistake.jpg: the file: has 153601 bytes; 153600 are the most"],
    ),
    "loop that is too large": (
        (f"{MEDIA}/usual.right.mp4", "", MP4.ljust(400 * 1024 + 1, b"\0")),
        [f"{MEDIA}/usual.right.mp4: the file: has 409601 bytes; 409600 are the most"],
    ),
    "step called as the picture of the mistake": (
        (REACH_WORDS, "## Step: lean", "## Step: mistake\n\nLean.\nPicture: Leaning.\n\n## Step: lean"),
        [
            f"{REACH_WORDS}: step 'mistake': is not used by exercise.toml",
            f"{REACH_WORDS}: 'mistake': can't be the name of a step or a form",
        ],
    ),
    "title picture of no routine": (
        ("routines/media/long.jpg", None, JPEG),
        [f"routines/media/long.jpg: {UNUSED}"],
    ),
    "no picture of the bot": (
        ("pictures/avatar.jpg", "", None),
        [f"pictures/avatar.jpg: {MISSING}"],
    ),
    "picture of the bot that nobody sees": (
        ("pictures/logo.jpg", None, JPEG),
        [f"pictures/logo.jpg: {UNUSED}"],
    ),
}
