"""Takes a time by another clock than that of the person: "5pm GMT" is shown by their own, or goes with the zone where theirs is not known."""

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
    """None where no time stands beside the zone."""
    said = zone_said(text, vocabulary.when)
    when = _when(case, said, vocabulary) if said else None
    if said is None or when is None:
        return None
    if not (case.who.zone and case.who.zone_is_sure):
        return clocks.moved(case, said.zone, when)
    return _by_theirs(case, said, when)


def _when(case: Case, said: ZoneSaid, vocabulary: Vocabulary) -> When | None:
    there = case.now.astimezone(zone_named(said.zone))
    heard = hear_when(said.rest, there, vocabulary.when).when
    when = heard or times_named(said.rest, there, vocabulary.when)
    return None if isinstance(when, Half) else when


def _by_theirs(case: Case, said: ZoneSaid, when: When) -> Answer:
    there = case.now.astimezone(zone_named(said.zone))
    apart = (case.local_now.utcoffset() or timedelta()) - (there.utcoffset() or timedelta())
    answer = asked_when.heard(case, moved(when, apart))
    screen = answer.screen
    if screen is None or not apart:
        return answer
    note = plain(case.words("when-by-your-clock", zone=said.name if " " in said.name else said.name.upper()))
    return replace(answer, screen=replace(screen, text=lines(note, screen.text)))
