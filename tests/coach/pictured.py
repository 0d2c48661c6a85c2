"""Exercises of one's own, and pictures of them, as tests send, make and see them."""

from bot.coach.news import Reply, Said, Sent, What
from bot.domain.own.own_exercise import FileKind, OwnExercise, OwnPart, SentFile
from bot.screens.buttons.actions import SetOwnSides
from tests.coach.talk import Someone

_KINDS = {FileKind.PHOTO: What.PICTURE, FileKind.VIDEO: What.VIDEO, FileKind.ANIMATION: What.VIDEO}


def a_file(
    name: str = "towel", kind: FileKind = FileKind.PHOTO, *, size: int = 1000, album: str = ""
) -> SentFile:
    return SentFile(f"file-{name}", f"unique-{name}", kind, size, album)


def sends_file(someone: Someone, file: SentFile, caption: str = "") -> Reply | None:
    if caption:
        return someone.sends(Said(someone.sender, caption, 5, file=file))
    return someone.sends(Sent(someone.sender, _KINDS.get(file.kind, What.OTHER), file))


def exercises(someone: Someone) -> tuple[OwnExercise, ...]:
    return someone.world.store.own_exercises.every(someone.sender.id)


def made(
    someone: Someone,
    name: str = "Towel pull",
    *,
    how: str = "Pull the towel apart.",
    dose: str = "3 x 20 s",
    has_sides: bool = False,
    file: SentFile | None = None,
) -> OwnExercise:
    """Answers one question after the other, from the button on; the exercise's card is left in view."""
    someone.taps_data("an")
    someone.says(name)
    if file:
        sends_file(someone, file)
    else:
        someone.taps(OwnPart.HOW)
    someone.says(how)
    someone.says(dose)
    number = exercises(someone)[-1].id
    someone.taps(SetOwnSides(number, 1 + has_sides, making=True))
    return exercises(someone)[-1]
