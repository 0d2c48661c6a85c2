"""The rules for lengths: Telegram's limits, what fits a button, and what can be read from the mat."""

from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.source.records import ExerciseSource, LibrarySource, TopicSource

CAPTION = 1024
"""Code points Telegram takes under a picture."""

SCREEN = 4096
"""Code points Telegram takes in a message."""

SET_BY_CODE = 200
"""Code points kept for the screens' own text around content: dose, place, stop rule."""

CARD = CAPTION - SET_BY_CODE

STEP_LINES, STEP_LENGTH = 2, 120
ONE_LINE = 100
FEEL = 100
"""It shares one line with the number of the hold."""
TITLE = 30

TOPIC_LINES, TOPIC_LENGTH, MORE_LENGTH = 4, 280, 1800
"""The part shown at once, and the part that unfolds. Together they keep a topic's screen far below Telegram's limit."""


def length_faults(source: LibrarySource) -> Iterator[Fault]:
    for exercise in source.exercises.values():
        yield from _lines(exercise)
        yield from _steps(exercise)
        yield from _captions(exercise)
    for plan in source.plans:
        yield from too_long(plan.file, f"{plan.language}, title", plan.words.title, TITLE)
        yield from too_long(plan.file, f"{plan.language}, summary", plan.words.summary, CARD)
    for programme in source.programmes.values():
        for number, (_, words) in enumerate(programme.weeks, 1):
            where = f"week {number}, {programme.language}, title"
            yield from too_long(programme.file, where, words.title, TITLE)
    for topic in source.topics.values():
        yield from _topic(topic)


def too_long(file: str, where: str, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        yield Fault(file, where, f"is {len(text)} characters long; {most} fit")


def _too_many_lines(file: str, where: str, text: str, most: int) -> Iterator[Fault]:
    if text.count("\n") >= most:
        yield Fault(file, where, f"has more than {most} lines")


def _lines(exercise: ExerciseSource) -> Iterator[Fault]:
    file = exercise.prose_file
    yield from too_long(file, "title", exercise.prose.title, TITLE)
    for id_, form in exercise.prose.forms.items():
        where = f"form '{id_}'"
        yield from too_long(file, f"{where}, name", form.name, TITLE)
        for name in ("cue", "breathing", "between", "other_side"):
            yield from too_long(file, f"{where}, {name.replace('_', ' ')}", getattr(form, name), ONE_LINE)
        yield from too_long(file, f"{where}, feel", form.feel, FEEL)
        for station in form.stations:
            yield from too_long(file, f"{where}, stations, '{station}'", station, TITLE)


def _steps(exercise: ExerciseSource) -> Iterator[Fault]:
    for id_, step in exercise.prose.steps.items():
        yield from _too_many_lines(exercise.prose_file, f"step '{id_}'", step.text, STEP_LINES)
        yield from too_long(exercise.prose_file, f"step '{id_}'", step.text, STEP_LENGTH)


def _captions(exercise: ExerciseSource) -> Iterator[Fault]:
    """Checks the two fullest screens: the card with everything on it, and a step whose picture is described in words."""
    prose = exercise.prose
    names = ", ".join(prose.other_names)
    forms = prose.forms.values()
    longest = (
        max(map(len, texts), default=0) for texts in ([f.breathing for f in forms], [f.feel for f in forms])
    )
    card = (prose.title, names, prose.purpose, prose.caution, prose.mistake, "-" * sum(longest))
    yield from too_long(exercise.prose_file, "all that a card says", "".join(card), CARD)
    for id_, step in prose.steps.items():
        with_picture = prose.title + step.text + step.alt
        yield from too_long(
            exercise.prose_file, f"step '{id_}', with its picture in words", with_picture, CARD
        )


def _topic(topic: TopicSource) -> Iterator[Fault]:
    file, prose = topic.prose_file, topic.prose
    yield from too_long(file, "title", prose.title, TITLE)
    yield from _too_many_lines(file, "text", prose.text, TOPIC_LINES)
    yield from too_long(file, "text", prose.text, TOPIC_LENGTH)
    yield from too_long(file, "more", prose.more, MORE_LENGTH)
