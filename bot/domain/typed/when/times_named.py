"""Finds times named in a sentence that is not understood as a whole, for when the bot asked for a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.plain_text import folded, words_of
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, Repeating, When
from bot.domain.typed.when.put_right import days_put_out
from bot.domain.typed.when.read_when import hear_when, read_when
from bot.domain.typed.when.when_words import Kind, WhenWords

_LONGEST = 7
"""Words of a time, as "quarter past eleven in the morning" has."""

_MOST_WORDS, _MOST_TIMES = 40, 4

_MOST_REFUSED = 6
"""Words: "but not on Friday or Sunday"."""

_MOST_PARTS = 6
_PARTS = re.compile(r"[,;!?…\n]+|\.(?!\d)|\s[-–—]+\s")

_STOP = re.compile(r"[.,;:!?…]+$")
_DASH = re.compile(r"[-–—]+$")

Named = Repeating | Once | Either


def times_named(
    text: str, now: datetime, languages: Sequence[WhenWords], days: Half | None = None
) -> Named | None:
    """The only one, or several as possible meanings; None if there are none, or too many.

    A number alone does not count, because it may be an age, and neither do minutes from now. `now`: in the person's
    zone. `days`: what the sentence as a whole says about them: "later today, 8pm, then leave me be"."""
    if whole := _in_its_parts(text, now, languages):
        return whole
    words = text.split()[:_MOST_WORDS]
    found = (_on(days, each) for each in _options(_named(words, now, languages).values()))
    options = tuple(dict.fromkeys(found))
    if not options or len(options) > _MOST_TIMES:
        return None
    return Either(options) if len(options) > 1 else options[0]


def says_days_beside(text: str, now: datetime, languages: Sequence[WhenWords]) -> bool:
    """True if days or dates beside the times belong to them in a way that is not understood: "9am next week"."""
    words = text.split()[:_MOST_WORDS]
    covered = {at for span in _named(words, now, languages) for at in span}
    rest = " ".join(word for at, word in enumerate(words) if at not in covered)
    heard = hear_when(rest, now, languages)
    return heard.when is not None or heard.is_unread


def _in_its_parts(text: str, now: datetime, languages: Sequence[WhenWords]) -> Named | None:
    """What neighbouring parts of the sentence say together, if that is only times, with days or several times, and no
    other part names one."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()][:_MOST_PARTS]
    runs = [(begin, end) for begin in range(len(parts)) for end in range(begin + 1, len(parts) + 1)]
    for begin, end in sorted(runs, key=lambda run: run[0] - run[1]):
        found = _whole(", ".join(parts[begin:end]), now, languages)
        others = [part for part in (*parts[:begin], *parts[end:]) if not _refuses(part, languages)]
        if found and not any(_named(part.split(), now, languages) for part in others):
            return found
    return None


def _whole(part: str, now: datetime, languages: Sequence[WhenWords]) -> Named | None:
    heard = hear_when(part, now, languages)
    found = heard.when if heard.is_all else None
    return found if isinstance(found, Repeating | Either) and all(map(_is_full, _options([found]))) else None


def _is_full(option: Repeating | Once) -> bool:
    """True if it has days or several times; a single time is also found among other words."""
    is_one = isinstance(option, Repeating) and not option.names_days
    return not is_one or (
        isinstance(option, Repeating) and sum(len(each.times) for each in option.groups) > 1
    )


def _refuses(part: str, languages: Sequence[WhenWords]) -> bool:
    """ "Not getting up at 6 on a sunday"."""
    first = next(iter(words_of(folded(part))), "")
    return any(Kind.NOT in words.phrases.get(first, {}) for words in languages)


def _named(words: Sequence[str], now: datetime, languages: Sequence[WhenWords]) -> dict[range, Named]:
    """By the places of their words. The longest first, and of two as long the later, as "6 so 7:30 in the evening" says what it means at last."""
    spans = [(size, at) for size in range(_LONGEST, 0, -1) for at in range(len(words) - size, -1, -1)]
    taken: dict[range, Named] = {}
    covered: set[int] = set()
    for size, at in spans:
        span = range(at, at + size)
        if covered.isdisjoint(span) and (found := _time(words[at : at + size], now, languages)):
            found = _without_refused(found, words[at + size :], languages)
            if _cuts_days(words[:at], found, now, languages):
                return {}
            taken[span] = found
            covered.update(span)
    return {span: taken[span] for span in sorted(taken, key=lambda span: span.start)}


def _without_refused(found: Named, behind: Sequence[str], languages: Sequence[WhenWords]) -> Named:
    """ "Seven on weekdays, but not on Friday": what is refused right behind it."""
    after = (" ".join(behind[:size]) for size in range(_MOST_REFUSED, 1, -1))
    out = next(filter(None, (days_put_out(each, languages) for each in after)), frozenset())
    if not out or isinstance(found, Once):
        return found
    options = tuple(_left(each, out) if isinstance(each, Repeating) else each for each in _options([found]))
    return Either(options) if len(options) > 1 else options[0]


def _left(option: Repeating, out: frozenset[int]) -> Repeating:
    """Unchanged if nothing would be left of it."""
    groups = (replace(each, weekdays=each.weekdays - out) for each in option.groups)
    kept = tuple(each for each in groups if each.weekdays)
    return Repeating(kept) if kept else option


def _cuts_days(before: Sequence[str], found: Named, now: datetime, languages: Sequence[WhenWords]) -> bool:
    """ "mon and" stands right before "fri 7 and 7 am and pm": whose the time is, is not sure."""
    names_days = any(isinstance(each, Repeating) and each.names_days for each in _options([found]))
    near = [each for each in before[-2:] if not _STOP.search(each)]
    return names_days and any(
        isinstance(each := read_when(word, now, languages), Half) and each.weekdays for word in near
    )


def _time(words: Sequence[str], now: datetime, languages: Sequence[WhenWords]) -> Named | None:
    if any(_STOP.search(word) or _DASH.match(word) for word in words[:-1]) or _takes_back(
        words[-1], languages
    ):
        return None
    said = [_STOP.sub("", word) for word in words]
    found = _read(said, now, languages)
    return None if found is None or _is_a_number_alone(said, found, now, languages) else found


def _takes_back(word: str, languages: Sequence[WhenWords]) -> bool:
    """Cut off behind "but", a time would be for all other days than those that follow."""
    meant = [words.phrases.get(folded(word), {}) for words in languages]
    return any(not kinds.keys().isdisjoint((Kind.BUT, Kind.EXCEPT, Kind.NOT)) for kinds in meant)


def _read(words: Sequence[str], now: datetime, languages: Sequence[WhenWords]) -> Named | None:
    found: When | None = read_when(" ".join(words), now, languages)
    is_from_now = isinstance(found, Once) and found.ahead is not None
    return found if isinstance(found, Repeating | Once | Either) and not is_from_now else None


def _is_a_number_alone(
    words: Sequence[str], found: Named, now: datetime, languages: Sequence[WhenWords]
) -> bool:
    """ "Around 6" and "at six" say no more than the number does; "half six" and "8.30" do."""
    if re.search(r"\d\D\d", " ".join(words)):
        return False
    alone = [word for word in words if isinstance(found, Either) or word.isdecimal()]
    return any(len(word) != len("1800") and _read([word], now, languages) == found for word in alone)


def _on(days: Half | None, option: Repeating | Once) -> Repeating | Once:
    """Days right beside the time come first."""
    if days is None or not isinstance(option, Repeating) or option.names_days:
        return option
    times = tuple(at for group in option.groups for at in group.times)
    if days.day and len(times) == 1:
        return Once(days.day, times[0])
    return Repeating((DayTimes(days.weekdays, times),)) if days.weekdays else option


def _options(named: Iterable[Named]) -> Iterator[Repeating | Once]:
    for each in named:
        yield from each.options if isinstance(each, Either) else (each,)
