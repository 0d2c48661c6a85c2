"""Which of their reminders somebody means ("the evening one", "8.30pm"), and what should happen to it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.alternatives import either, one_of
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind, WhenWords

NOON = 12
LONGEST = 160
"""Characters. A longer text speaks of something else too."""

_SIGNS = re.compile(r"[,;!?()]+|\.(?!\d)")
_IN_FIGURES = re.compile(r"\b(?:1[3-9]|2[0-3]|0\d)[:.]?\d*")
_COUNTED = (Kind.MINUTES, Kind.DAYS, Kind.WEEKS, Kind.COUNTED, Kind.PER_DAY)
_PER_DAY = (Kind.HOUR, Kind.OCLOCK)


@dataclass(frozen=True, slots=True)
class WhichSaid:
    """`part`, `weekdays`, `times`: what it is named by; the others are None or empty. `ends`: it should go, and
    nothing else is said. `rest`: what it should become, in words. `is_led`: a word says that it should change.
    `is_only`: this one and no other. `is_definite`: its article says that it exists. `names_half`: the rest says
    which half of the day."""

    part: PartOfDay | None = None
    weekdays: frozenset[int] = frozenset()
    times: frozenset[time] = frozenset()
    ends: bool = False
    is_led: bool = False
    is_only: bool = False
    is_definite: bool = False
    rest: str = ""
    names_half: bool = False

    def fits(self, at: time, weekdays: frozenset[int]) -> bool:
        if self.times:
            return at in self.times
        if self.part:
            return self.part.holds(at.hour * 60 + at.minute)
        return self.weekdays <= weekdays and weekdays != EVERY_DAY


def which_said(text: str, languages: Sequence[WhenWords]) -> tuple[WhichSaid, ...]:
    """All readings, the likeliest first."""
    if len(text) > LONGEST:
        return ()
    said = " ".join(_SIGNS.sub(" , ", bare(text).replace("'", "").replace("’", "")).split())
    found = (each for words in languages if words.which.one for each in _patterns(words).read(said))
    return tuple(dict.fromkeys(found))


def only_one_kept(text: str, languages: Sequence[WhenWords]) -> WhichSaid | None:
    """The one that stays when all others should go: "delete all reminders apart from 5pm", "only keep the morning one"."""
    if len(text) > LONGEST:
        return None
    said = " ".join(_SIGNS.sub(" ", bare(text).replace("'", "").replace("’", "")).split())
    every = [_patterns(words) for words in languages if words.which.one]
    return next((each.named_by(found) for each in every if (found := each.only_kept(said))), None)


def clocks_said(text: str, languages: Sequence[WhenWords]) -> list[frozenset[time]]:
    """Each time in digits, with all that it can mean."""
    clock = _clocks(tuple(languages))
    return [frozenset(clock.times(found)) for found in clock.pattern.finditer(bare(text))]


@dataclass(frozen=True, slots=True)
class _Clocks:
    """Times in digits. `inside`: as part of another pattern."""

    pattern: re.Pattern[str]
    inside: str
    before_noon: frozenset[str]
    after_noon: frozenset[str]

    def times(self, found: re.Match[str]) -> Iterator[time]:
        hour, minute, half = int(found["hour"]), int(found["minutes"] or 0), found["half"]
        if hour > 24 or minute > 59:
            return
        is_whole = hour > NOON or found["hour"].startswith("0")
        hours = {hour % 24} if is_whole else {hour % NOON, hour % NOON + NOON}
        if half in self.before_noon | self.after_noon:
            hours = {each for each in hours if (each >= NOON) is (half in self.after_noon)}
        yield from (time(each, minute) for each in sorted(hours))


def _of_kinds(languages: Sequence[WhenWords], *kinds: Kind) -> frozenset[str]:
    every = (each for words in languages for each in words.phrases.items())
    return frozenset(phrase for phrase, meanings in every if not meanings.keys().isdisjoint(kinds))


@lru_cache(maxsize=8)
def _clocks(languages: tuple[WhenWords, ...]) -> _Clocks:
    am, pm = _of_kinds(languages, Kind.AM), _of_kinds(languages, Kind.PM)
    after = one_of(am | pm | _of_kinds(languages, *_PER_DAY))
    counted = one_of(_of_kinds(languages, *_COUNTED))
    written = (
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minutes>\d\d))?(?: ?(?P<half>{after})\b)?"
        rf"(?![\w:.]*\d)(?! ?(?:{counted}\b|%))"
    )
    inside = re.sub(r"\(\?P<\w+>", "(?:", written)
    return _Clocks(re.compile(rf"(?<![\w:.]){written}"), inside, am, pm)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The first group of `named` and `timed` is what names the reminder; the others are its time."""

    named: re.Pattern[str]
    timed: re.Pattern[str]
    unsuited: re.Pattern[str]
    all_but: re.Pattern[str]
    only: re.Pattern[str]
    ends: re.Pattern[str]
    becomes: re.Pattern[str]
    beside: re.Pattern[str]
    article: re.Pattern[str]
    new: re.Pattern[str]
    no: re.Pattern[str]
    halves: re.Pattern[str]
    kept: re.Pattern[str]
    apart: re.Pattern[str]
    both: re.Pattern[str]
    words: WhenWords

    def read(self, said: str) -> Iterator[WhichSaid]:
        for pattern in (self.named, self.timed):
            for found in pattern.finditer(said):
                if not self.new.search(said[: found.start(1)]):
                    yield self._said(said, found)
        for found in self.unsuited.finditer(said):
            behind = said[found.end() :]
            yield replace(self._said(f"{found['ref']} {behind}", found), is_led=True)

    def only_kept(self, said: str) -> re.Match[str] | None:
        return self.all_but.fullmatch(said) or self.only.fullmatch(said)

    def named_by(self, found: re.Match[str]) -> WhichSaid:
        part, weekdays, times = self._name(found)
        return WhichSaid(part, weekdays, times)

    def _said(self, said: str, found: re.Match[str]) -> WhichSaid:
        before, after = said[: found.start(1)], said[found.end(1) :]
        ends_apart = bool(self.apart.search(f"{before}_{after}"))
        # "Remove the 6pm one and keep the other": what stays needs no mention.
        rest = " ".join(f"{self.kept.sub(' ', before)} {self.kept.sub(' ', after)}".split())
        left = _without(self.beside, _without(self.ends, self.both.sub(" ", rest) if ends_apart else rest))
        new = _without(self.becomes, _without(self.beside, self.no.sub("", rest)))
        part, weekdays, times = self._name(found)
        return WhichSaid(
            part,
            weekdays,
            times,
            ends=(ends_apart or bool(self.ends.search(before))) and not left.replace(",", "").strip(),
            is_led=bool(self.becomes.search(rest)),
            is_only=any(Kind.ONLY in self.words.phrases.get(word, ()) for word in before.split()),
            is_definite=self.article.match(found[1]) is not None,
            rest=new.strip(" ,"),
            names_half=bool(self.halves.search(new) or _IN_FIGURES.search(new)),
        )

    def _name(self, found: re.Match[str]) -> tuple[PartOfDay | None, frozenset[int], frozenset[time]]:
        name = next(each for each in found.groups()[1:] if each)
        clocks = _clocks((self.words,))
        if clock := clocks.pattern.fullmatch(name):
            return None, frozenset(), frozenset(clocks.times(clock))
        meanings = self.words.phrases.get(name, {})
        half = PartOfDay.AM if Kind.AM in meanings else PartOfDay.PM if Kind.PM in meanings else None
        part = next((each.part for each in meanings.values() if each.part), half)
        days = next((each.days for each in meanings.values() if each.days), frozenset())
        return part, frozenset() if part else frozenset(days), frozenset()


def _without(pattern: re.Pattern[str], text: str) -> str:
    return " ".join(pattern.sub(" ", text).split())


def _word(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(words)}\b")


@lru_cache(maxsize=8)
def _patterns(words: WhenWords) -> _Patterns:
    which, clock = words.which, _clocks((words,)).inside
    every = _of_kinds([words], Kind.PART, Kind.DAY, Kind.EACH, Kind.AM, Kind.PM)
    names = {phrase for phrase in every if len(phrase) > 1}
    name = either([one_of(names), clock])
    article, one = one_of(which.article), one_of(which.one)
    called = rf"(?:{article} )?(?P<called>{name})[ -]?{one}"
    told = rf"(?:{article} )?{one} {one_of(which.links)} (?P<told>{name})"
    # "Die um 8", "el de la mañana".
    short = rf"{article} (?:{one_of(which.of)} )?(?P<short>{name})" if which.of else "(?P<short>(?!))"
    refused = _of_kinds([words], Kind.NO, Kind.NOT)
    first = {each.split()[0] for each in which.ends_apart}
    states, unsuited = one_of(_of_kinds([words], Kind.STATES)), one_of(_of_kinds([words], Kind.UNSUITED))
    polite, kept = (
        rf"(?:(?:{one_of(which.beside)}) )*",
        rf"(?P<ref>(?:{article} )?(?P<called>{name})(?:[ -]?{one})?)",
    )
    but, every_one = (
        one_of(_of_kinds([words], Kind.EXCEPT)),
        one_of(which.all | _of_kinds([words], Kind.EVERY)),
    )
    keep, only = one_of(which.keeps), one_of(_of_kinds([words], Kind.ONLY))
    led = one_of((which.ends | first | _of_kinds([words], Kind.MOVES)) - refused)
    return _Patterns(
        re.compile(rf"\b(?P<ref>{either([called, told, short])})\b"),
        re.compile(rf"\b{led} (?P<ref>(?:{article} )?(?P<called>{clock}))(?= |$)"),
        # "The 6:30 is too early, can we do 7".
        re.compile(rf"^(?P<ref>(?:{article} )?(?P<called>{name})(?:[ -]?{one})?) (?:{states} )?{unsuited}\b"),
        re.compile(
            rf"{polite}{one_of(which.ends)} (?:.* )?{every_one} (?:.* )?{but} (?:.* )?{kept}(?: {one_of(which.beside)})*"
        ),
        re.compile(rf"{polite}(?:{only} {keep}|{keep} {only}) {kept}(?: {one_of(which.beside)})*"),
        _word(which.ends),
        _word(which.becomes),
        _word(which.beside),
        _word(which.article),
        re.compile(rf"\b{one_of(which.indefinite)} $"),
        re.compile(rf"^{one_of(_of_kinds([words], Kind.NO))} "),
        re.compile(rf"(?:\b|(?<=\d)){one_of(names)}\b"),
        re.compile(rf"\b{one_of(which.keeps)}\b.*?(?=\b{one_of(which.joins)}\b|,|$)"),
        *_ends_apart(which.ends_apart),
        words,
    )


def _ends_apart(phrases: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For "Turn the 8pm off": its first word right before, the other right after; and either of them."""
    pairs = [each.split() for each in sorted(phrases)]
    apart = either([rf"\b{first} _ {last}\b" for first, last in pairs] or ["(?!)"])
    return re.compile(apart), _word({word for pair in pairs for word in pair}) if pairs else re.compile(
        "(?!)"
    )


def heard_in_half(at: time, like: time) -> time:
    """In the same half of the day as `like`: "Make the evening one 9"."""
    return at.replace(hour=at.hour % NOON + NOON * (like.hour >= NOON))
