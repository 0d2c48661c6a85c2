"""Phrases of the content that are looked for in what people say back are short enough to be found."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from bot.domain.typed.said.said_back import LONGEST
from tests.known import known


def _phrases(of: object) -> Iterator[str]:
    for field in fields(of):  # type: ignore[arg-type]  # both are dataclasses
        held = getattr(of, field.name)
        if isinstance(held, Mapping | frozenset | tuple):
            yield from (each for each in held if isinstance(each, str))


def test_no_phrase_has_more_words_than_are_looked_for() -> None:
    spoken = [known().help.replies, *(language.vocabulary for language in known().languages.values())]
    longest = max(
        (phrase for each in spoken for phrase in _phrases(each)), key=lambda said: len(said.split())
    )
    assert 8 < len(longest.split()) <= LONGEST
