"""Takes a time by another clock than the person's, such as "5pm GMT", shows it by their own, and asks if several zones have that name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case, zone_named
from bot.coach.reminders import asked_when, clocks
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Half, When
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.when.times_named import times_named
from bot.domain.typed.when.zone_said import ZoneSaid, moved, zone_said
from bot.screens.text import lines, plain


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None if no time stands beside the zone."""
    said = zone_said(text, vocabulary.when)
    zone = _meant(case, said.zones) if said else None
    when = _when(case, said, zone or said.zones[0], vocabulary) if said else None
    if said is None or when is None:
        return None
    if zone is None:
        biggest = case.known.atlas.biggest()
        return clocks.choose(case, [biggest[each] for each in said.zones if each in biggest], when)
    if not (case.who.zone and case.who.zone_is_sure):
        return clocks.moved(case, zone, when)
    return _by_theirs(case, said, zone, when)


def _meant(case: Case, every: Sequence[str]) -> str | None:
    """The only zone of that name, or their own if it is one of several; None if people must be asked which one."""
    theirs = case.who.zone if case.who.zone_is_sure else ""
    return theirs if theirs in every else every[0] if len(every) == 1 else None


def _when(case: Case, said: ZoneSaid, zone: str, vocabulary: Vocabulary) -> When | None:
    there = case.now.astimezone(zone_named(zone))
    heard = hear_when(said.rest, there, vocabulary.when).when
    when = heard or times_named(said.rest, there, vocabulary.when)
    return None if isinstance(when, Half) else when


def _by_theirs(case: Case, said: ZoneSaid, zone: str, when: When) -> Answer:
    there = case.now.astimezone(zone_named(zone))
    apart = (case.local_now.utcoffset() or timedelta()) - (there.utcoffset() or timedelta())
    answer = asked_when.heard(case, moved(when, apart))
    screen = answer.screen
    if screen is None or not apart:
        return answer
    note = plain(case.words("when-by-your-clock", zone=said.name if " " in said.name else said.name.upper()))
    return replace(answer, screen=replace(screen, text=lines(note, screen.text)))
