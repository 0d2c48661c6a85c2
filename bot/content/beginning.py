"""Makes the files of a new exercise, routine or topic, for the author to fill in."""

from enum import Enum
from pathlib import Path

from bot.content import blanks
from bot.content.rules.released import RETIRED, released
from bot.content.source.records import LibrarySource, is_slug, read

CEILINGS = "doses.toml"


class Begins(Enum):
    """The values are the words of the command line and of released.txt."""

    EXERCISE = "exercise"
    ROUTINE = "routine"
    TOPIC = "topic"


class CannotBegin(Exception):
    pass


def begin(folder: Path, what: Begins, slug: str) -> list[str]:
    """Returns the new and changed files, as paths in the content folder. Raises CannotBegin."""
    source = read(folder)
    _refuse(folder, what, slug)
    texts = _texts(source, what, slug)
    try:
        for file, text in texts.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            with (folder / file).open("x", encoding="utf-8") as made:
                made.write(text)
        return [*texts, *(_ceilings(source, slug) if what is Begins.EXERCISE else ())]
    except OSError as error:
        raise CannotBegin(f"{error.filename} can't be written: {(error.strerror or '').lower()}.") from None


def _refuse(folder: Path, what: Begins, slug: str) -> None:
    if not is_slug(slug):
        raise CannotBegin(
            f"'{slug}' can't be its name: lower-case words joined by hyphens, 30 letters at most, such as 'cat-cow'."
        )
    place = {Begins.EXERCISE: f"exercises/{slug}", Begins.ROUTINE: f"routines/{slug}.toml"}
    if (folder / place.get(what, f"learn/{slug}")).exists():
        raise CannotBegin(f"There is a{'n' * (what is Begins.EXERCISE)} {what.value} '{slug}' already.")
    if f"{RETIRED}{what.value} {slug}" in released(folder):
        raise CannotBegin(
            f"'{slug}' was released once and is retired; a name never gets a second meaning. Take another."
        )


def _texts(source: LibrarySource, what: Begins, slug: str) -> dict[str, str]:
    match what:
        case Begins.EXERCISE:
            return {
                f"exercises/{slug}/exercise.toml": blanks.exercise(slug),
                f"exercises/{slug}/en.md": blanks.exercise_words(slug),
            }
        case Begins.ROUTINE:
            return {f"routines/{slug}.toml": blanks.routine(slug, source)}
        case Begins.TOPIC:
            return {
                f"learn/{slug}/topic.toml": blanks.topic(slug, source),
                f"learn/{slug}/en.md": blanks.topic_words(slug),
            }


def _ceilings(source: LibrarySource, slug: str) -> list[str]:
    if slug in (source.ceilings or {}):
        return []
    with (source.folder / CEILINGS).open("a", encoding="utf-8") as ceilings:
        ceilings.write(blanks.ceiling(slug))
    return [CEILINGS]
