"""Details of a wish in its sentence: minutes, day, age, things and tags."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age
from bot.domain.plain_text import plain
from bot.domain.typed.dates import DateWords, read_date
from bot.domain.typed.quantities import QuantityWords, minutes_and_rest
from bot.domain.typed.when.when_words import Kind, WhenWords
from bot.domain.typed.wishes.ideas import KnownIdea, split

FIXED_MINUTES = {
    KnownIdea.SHORTEST: 2,
    KnownIdea.HALF_HOUR: 30,
    KnownIdea.QUARTER_HOUR: 15,
    KnownIdea.SHORT: 5,
}
"""Ideas that name a length without a number."""

LONGEST_DATE = 4
"""Words of a day: "the 3rd of May"."""

ADULT, MIDDLE, OLDER, OLDEST = 18, 50, 65, 110

_NUMBER = re.compile(r"\d+")
_NOT_A_WORD = re.compile(r"[^\w:./-]+")


def tags(ideas: Iterable[str]) -> tuple[Tag, ...]:
    has, names = _family(KnownIdea.TAG, ideas), _family(KnownIdea.JOINT, ideas)
    kinds = _family(KnownIdea.KIND, ideas)
    # Nobody has had surgery who waits for it.
    has -= {Tag.SURGERY.value} if KnownIdea.OPERATION_TO_COME.value in ideas else set()
    return tuple(tag for tag in Tag if tag.value in (has or names | kinds))


def kinds(ideas: Iterable[str]) -> tuple[Tag, ...]:
    """The tags that rule out a kind of movement that is named: twisting, arms above the head."""
    named = _family(KnownIdea.KIND, ideas)
    return tuple(tag for tag in Tag if tag.value in named)


def denies_tags(text: str, ideas: Mapping[str, str], denials: Collection[Sequence[str]]) -> bool:
    """ "I'm not pregnant", "my knees are not bad". "No kneeling" and "not on my knees" deny nothing: they ask to spare it."""
    words, bad = split(text), KnownIdea.BAD.value
    said = [word for idea, word in ideas.items() if idea.startswith(KnownIdea.TAG.value)]
    said = said or [ideas[bad]] if bad in ideas else said
    before = {word for each in said for word in _before(words, split(each))}
    return any(before.issuperset(each) for each in denials)


def is_denied(text: str, said: str, denials: Collection[Sequence[str]]) -> bool:
    """ "Don't stop": whether `said`, a part of the text, stands right after a no."""
    before = {*_before(split(text), split(said))}
    return any(before.issuperset(each) for each in denials)


_REACH = 2
"""Words. A denial further away is about something else."""


def _before(words: Sequence[str], said: Sequence[str]) -> Sequence[str]:
    at = next((at for at in range(len(words)) if words[at : at + 1] == said[:1]), 0)
    return words[max(0, at - _REACH) : at]


def position(ideas: Iterable[str]) -> str | None:
    """The name of the position in which they want to move, or of a bed: "something I can do sat down"."""
    return next(iter(sorted(_family(KnownIdea.IN, ideas))), None)


def things(ideas: Iterable[str]) -> tuple[Equipment, ...]:
    named = _family(KnownIdea.THING, ideas)
    return tuple(thing for thing in Equipment if thing.value in named)


def minutes(text: str, ideas: Mapping[str, str], words: QuantityWords) -> int | None:
    found, _ = minutes_and_rest(text, words)
    return found or next((fixed for idea, fixed in FIXED_MINUTES.items() if idea.value in ideas), None)


def numbers(text: str, words: QuantityWords) -> tuple[int, ...]:
    said = (word.removesuffix("x") for word in _with_figures(text, words))
    return tuple(int(word) for word in said if _NUMBER.fullmatch(word) and len(word) <= 3)


def age(text: str, words: QuantityWords) -> Age | None:
    years = next((number for number in numbers(text, words) if 5 <= number <= OLDEST), None)
    if years is None:
        return None
    if years < ADULT:
        return Age.MINOR
    return Age.ADULT if years < MIDDLE else Age.MIDDLE if years < OLDER else Age.OLDER


def day_in(text: str, today: date, dates: DateWords, words: QuantityWords) -> date | None:
    """The first coming day named anywhere in the sentence, by the longest words that name one, or by how far away it is."""
    return next((day for day, _ in _days_in(text, today, dates, words)), None)


def day_after_absence(
    text: str, today: date, dates: DateWords, words: QuantityWords, length: timedelta | None
) -> date | None:
    """For when both its first day and its length are told: "for 2 weeks from the 20th". `length`: if it is known from other words."""
    days = [*_days_in(text, today, dates, words)]
    first = next((day for day, is_ahead in days if not is_ahead), None)
    length = next((day - today for day, is_ahead in days if is_ahead), length)
    return first + length if first and length else None


def length_in(text: str, today: date, dates: DateWords, words: QuantityWords) -> timedelta | None:
    """How long something lasts, in days or weeks."""
    return next((day - today for day, is_ahead in _days_in(text, today, dates, words) if is_ahead), None)


def _days_in(text: str, today: date, dates: DateWords, words: QuantityWords) -> Iterator[tuple[date, bool]]:
    """Each day, and whether it was told by how far away it is."""
    said, start = _with_figures(text, words), 0
    while start < len(said):
        length, found = _day_at(said[start : start + LONGEST_DATE], today, dates)
        if found:
            yield found, bool(dates.ahead.fullmatch(" ".join(said[start : start + length])))
        start += length if found else 1


def _day_at(said: list[str], today: date, dates: DateWords) -> tuple[int, date | None]:
    for length in range(len(said), 0, -1):
        part = said[:length]
        if part[0] in dates.before or not (part[0][0].isdecimal() or length == 1 or part[0] in dates.months):
            continue
        if found := read_date(" ".join(part), today, dates) or _nth(part, today, dates):
            return length, found
    return 0, None


def day_after_span(text: str, today: date, dates: DateWords, whens: Sequence[WhenWords]) -> date | None:
    """The day after the last of several days in a row: "from thursday to saturday", "today and tomorrow", "thu fri sat"."""
    joins, days = _phrases_of(whens, Kind.TO, Kind.AND, Kind.UNTIL), _phrases_of(whens, Kind.AHEAD)
    last: date | None = None
    first: date | None = None
    for word in _NOT_A_WORD.sub(" ", plain(text).replace("'", "").replace("-", " ")).split():
        day = today if days.get(word) == 0 else read_date(word, today, dates)
        if day and first:
            last = day if day > (last or first) else day + timedelta(days=7)
        elif day:
            first = day
        elif word not in joins and last:
            break
        elif word not in joins:
            first = None
    return last + timedelta(days=1) if last else None


def _phrases_of(whens: Sequence[WhenWords], *kinds: Kind) -> dict[str, int]:
    every = (
        (phrase, meanings.get(kind))
        for words in whens
        for phrase, meanings in words.phrases.items()
        for kind in kinds
    )
    return {phrase: meaning.number for phrase, meaning in every if meaning}


def _nth(part: list[str], today: date, dates: DateWords) -> date | None:
    # "the 14th": the next day of that number.
    number, ending = part[0].rstrip("".join(dates.ending)), part[0].lstrip("0123456789")
    if len(part) > 1 or ending not in dates.ending or not number.isdecimal():
        return None
    days = (today + timedelta(days=ahead) for ahead in range(1, 63))
    return next((each for each in days if each.day == int(number)), None)


def _with_figures(text: str, words: QuantityWords) -> list[str]:
    said = _NOT_A_WORD.sub(" ", plain(text).replace("'", "")).split()
    return [str(words.numbers.get(word, word)).strip(".:/-") for word in said if word.strip(".:/-")]


def _family(family: KnownIdea, ideas: Iterable[str]) -> frozenset[str]:
    begins = family.value
    return frozenset(idea.removeprefix(begins) for idea in ideas if idea.startswith(begins))
