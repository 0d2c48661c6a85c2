"""Reads all that the content folder holds."""

from dataclasses import replace
from pathlib import Path

from bot.coach.knowledge import Knowledge
from bot.coach.language import Language
from bot.coach.typed.ears import EAR_SPEAKS, TwoEars
from bot.config import CannotStart
from bot.content.cities import atlas
from bot.content.ear.foreign_ear import read_foreign_ear
from bot.content.ear.trained_ear import read_ear
from bot.content.faults import ContentFault
from bot.content.language.dangers import danger_and_answers
from bot.content.language.help_numbers import help_lines
from bot.content.language.phrases_heard import vocabulary
from bot.content.language.wishes_heard import names, wish_words
from bot.content.language.words import Speaker, WordsFault, speakers
from bot.content.reader import load
from bot.content.voice import clips


def knowledge(folder: Path) -> Knowledge:
    """Raises CannotStart, with every fault of the folder."""
    try:
        ear = read_ear(folder)
        words, answers = danger_and_answers(folder)
        languages = _languages(folder)
        return Knowledge(
            languages,
            TwoEars(words, ear, languages[EAR_SPEAKS].vocabulary, read_foreign_ear(folder)),
            atlas=atlas(folder),
            help=help_lines(folder, answers),
            ear=ear,
        )
    except (ContentFault, WordsFault, OSError, ValueError, KeyError) as fault:
        raise CannotStart(
            f"The content in {folder} is not in order; `unhunch check` tells more.\n{fault}"
        ) from None


def _languages(folder: Path) -> dict[str, Language]:
    return {tag: _language(folder, tag, words) for tag, words in speakers(folder).items()}


def _language(folder: Path, tag: str, words: Speaker) -> Language:
    library = load(folder, tag)
    heard = replace(vocabulary(folder, tag), said=wish_words(folder, tag).naming(names(library)))
    return Language(tag, words.name, library, words, heard, clips(folder, tag))
