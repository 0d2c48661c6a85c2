"""Reads all that the content folder holds."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from bot.coach.known.knowledge import Knowledge
from bot.coach.known.language import Language
from bot.coach.typed.danger.ears import EAR_SPEAKS, TwoEars
from bot.config import CannotStart
from bot.content.cities import atlas
from bot.content.ear.danger_ear import read_danger_ear
from bot.content.ear.deep.deep_ear import read_deep_ear
from bot.content.ear.deep.deep_wishes import read_deep_wishes
from bot.content.ear.trained_ear import read_ear
from bot.content.ear.wish_ear import WishEar
from bot.content.faults import ContentFault
from bot.content.language.calm_words import calm_words
from bot.content.language.dangers import danger_and_what_is_said
from bot.content.language.help_numbers import help_lines
from bot.content.language.phrases_heard import small_words, vocabulary
from bot.content.language.wishes_heard import names, wish_words
from bot.content.language.words import Speaker, WordsFault, speakers
from bot.content.reader import load
from bot.content.voice import clips
from bot.domain.library.exercise import Exercise
from bot.domain.library.routine import Programme, Routine
from bot.domain.library.topic import Topic
from bot.domain.plain_text import plain


def knowledge(folder: Path) -> Knowledge:
    """The CannotStart that it raises lists every fault of the folder."""
    try:
        by_words, whole = read_ear(folder), read_deep_ear(folder)
        words, answers, questions = danger_and_what_is_said(folder)
        languages = _languages(folder)
        return Knowledge(
            languages,
            TwoEars(
                words,
                read_danger_ear(folder, by_words, whole),
                languages[EAR_SPEAKS].vocabulary,
                _names(languages) | small_words(folder),
                calm_words(folder),
            ),
            atlas=atlas(folder),
            help=help_lines(folder, answers, questions),
            ear=WishEar(by_words, read_deep_wishes(folder, whole)) if by_words else None,
        )
    except (ContentFault, WordsFault, OSError, ValueError, KeyError) as fault:
        raise CannotStart(
            f"The content in {folder} is not in order; `unhunch check` tells more.\n{fault}"
        ) from None


def _names(languages: dict[str, Language]) -> frozenset[str]:
    libraries = [language.library for language in languages.values()]
    things: list[Exercise | Routine | Programme | Topic] = [
        *chain.from_iterable(library.exercises.values() for library in libraries),
        *chain.from_iterable(library.routines.values() for library in libraries),
        *chain.from_iterable(library.programmes.values() for library in libraries),
        *chain.from_iterable(library.topics.values() for library in libraries),
    ]
    return frozenset(plain(phrase) for thing in things for phrase in (thing.title, *thing.search))


def _languages(folder: Path) -> dict[str, Language]:
    return {tag: _language(folder, tag, words) for tag, words in speakers(folder).items()}


def _language(folder: Path, tag: str, words: Speaker) -> Language:
    library = load(folder, tag)
    heard = replace(vocabulary(folder, tag), said=wish_words(folder, tag).naming(names(library)))
    return Language(tag, words.name, library, words, heard, clips(folder, tag))
