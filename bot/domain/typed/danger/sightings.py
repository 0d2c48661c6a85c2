"""Finds phrases of each language in a message; longer ones win: the lower back is not the back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.domain.typed.danger.danger_lexicon import Grammar
from bot.domain.typed.danger.lexicon_index import Branch, LexiconIndex
from bot.domain.typed.danger.spoken_words import Break, SpokenWords

_WIDEST_GAP = 2

Steps = list[tuple[tuple[str, int], ...]]
"""For each place in a message: the words that may stand there, and how many words each takes ("can not" is "cant", and takes two)."""


@dataclass(slots=True)
class Sighting:
    """`at`: indexes of words in the message. `means`: concepts (bits). `slip`: one word, which was typed differently."""

    language: int
    at: tuple[int, ...]
    means: int
    certain: bool
    slip: bool = False


def sightings(
    spoken: SpokenWords, index: LexiconIndex, matters: Callable[[int], bool] = bool
) -> dict[int, list[Sighting]]:
    """By language. `matters` gets the concepts (bits) of a language; if it says no, the language is left out."""
    found: dict[int, list[Sighting]] = {}
    steps = _steps(spoken, index)
    for start, ways in enumerate(steps):
        for word, length in ways:
            at = tuple(range(start, start + length))
            for branch in index.begun(word):
                for sighting in _sighted(branch, at, start + length, steps, spoken):
                    sighting.slip = len(sighting.at) == 1 and word in spoken.readings[start][1:]
                    found.setdefault(sighting.language, []).append(sighting)
    return {
        language: list(_longest(each, index))
        for language, each in found.items()
        if matters(concepts_in(each))
    }


def concepts_in(sighted: Iterable[Sighting]) -> int:
    concepts = 0
    for each in sighted:
        concepts |= each.means
    return concepts


def without_idioms(sighted: list[Sighting], idioms: list[Sighting], index: LexiconIndex) -> list[Sighting]:
    """Idioms and names hide whatever overlaps them, except phrases that contain all their words and more."""
    hides: dict[int, list[Sighting]] = {}
    for idiom in _apart(idioms):
        for at in idiom.at:
            hides.setdefault(at, []).append(idiom)
    return [
        each
        for each in sighted
        if not any(_hides(idiom, each, index) for at in each.at for idiom in hides.get(at, ()))
    ]


def _apart(idioms: Iterable[Sighting]) -> Iterator[Sighting]:
    """If two idioms overlap, the first one is meant: "chest stretch my chest" does not speak of stretching my chest."""
    end = -1
    for idiom in sorted(idioms, key=lambda each: (each.at[0], -each.at[-1])):
        if idiom.at[0] > end or idiom.at[-1] <= end:
            yield idiom
            end = max(end, idiom.at[-1])


def _hides(idiom: Sighting, each: Sighting, index: LexiconIndex) -> bool:
    if idiom.means & index.concepts.bit(Grammar.HARMLESS):
        return not set(idiom.at) < set(each.at)
    return not each.means & index.grammar and not set(idiom.at) <= set(each.at)


def _steps(spoken: SpokenWords, index: LexiconIndex) -> Steps:
    steps: Steps = []
    for at, readings in enumerate(spoken.readings):
        ways = [(word, 1) for word in readings]
        for word in readings:
            for words, alike in index.alike(word):
                if _stands(spoken, words, at):
                    ways.append((alike, len(words)))
        steps.append(tuple(ways))
    return steps


def _stands(spoken: SpokenWords, words: tuple[str, ...], start: int) -> bool:
    if start + len(words) > len(spoken.readings):
        return False
    return all(
        word in spoken.readings[at] and (at == start or spoken.breaks[at] is Break.NONE)
        for at, word in enumerate(words, start=start)
    )


def _sighted(
    branch: Branch, at: tuple[int, ...], following: int, steps: Steps, spoken: SpokenWords
) -> Iterator[Sighting]:
    for entry in branch.entries:
        yield Sighting(entry.language, at, entry.means, entry.certain)
    if following < len(steps) and (branch.words or branch.stems):
        yield from _led_on(branch, at, following, steps, spoken)
    if branch.gap:
        for skip in range(_WIDEST_GAP + 1):
            if following + skip >= len(steps) or _ends(spoken, following, following + skip):
                break
            yield from _led_on(branch.gap, at, following + skip, steps, spoken)


def _led_on(
    branch: Branch, at: tuple[int, ...], following: int, steps: Steps, spoken: SpokenWords
) -> Iterator[Sighting]:
    if spoken.breaks[following] is Break.SENTENCE:
        return
    for word, length in steps[following]:
        for more in branch.after(word):
            more_at = (*at, *range(following, following + length))
            yield from _sighted(more, more_at, following + length, steps, spoken)


def _ends(spoken: SpokenWords, first: int, last: int) -> bool:
    return any(spoken.breaks[at] is Break.SENTENCE for at in range(first, last + 1))


def _longest(found: list[Sighting], index: LexiconIndex) -> Iterator[Sighting]:
    over: dict[int, list[Sighting]] = {}
    for each in found:
        if len(each.at) > 1:
            for at in each.at:
                over.setdefault(at, []).append(each)
    swallowed = index.grammar | index.places
    for each in found:
        is_whole = each.certain or not each.means & swallowed
        longer = () if is_whole else over.get(each.at[-1], ())
        if not any(_swallows(other, each, index) for other in longer):
            yield each


def _swallows(longer: Sighting, each: Sighting, index: LexiconIndex) -> bool:
    """True for a denial inside a phrase, which denies nothing else, and for a place inside the name of another place."""
    if each.means & index.present:
        return False
    if each.means & index.grammar and not longer.means & index.grammar:
        return set(each.at) <= set(longer.at)
    if each.means & index.grammar:
        return len(longer.at) > len(each.at)
    longest = len(longer.at) > len(each.at) and set(each.at) <= set(longer.at)
    return longest and bool(longer.means & index.places and each.means & index.places)
