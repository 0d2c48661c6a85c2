"""Bans people by their Telegram ids, and lets them back in."""

import re

from bot.coach.case import Answer, Case
from bot.screens.admin import bans_screen as screens
from bot.screens.admin.bans_screen import Outcast

_NUMBER = re.compile(r"[1-9][0-9]{0,15}")


def every(case: Case) -> Answer:
    banned = [_outcast(case, ban.person) for ban in case.store.admission.banned()]
    return Answer(screens.bans(banned, case.words))


def shut_out(case: Case, said: str) -> Answer:
    number = _number(said)
    if number is None:
        return Answer(screens.ask_number(case.words))
    if number in case.known.operator.admins:
        return Answer(screens.refused(case.words))
    is_new = case.store.admission.ban(number, case.person.id, case.now)
    return Answer(screens.shut_out(_outcast(case, number), case.words, was_before=not is_new))


def let_in(case: Case, said: str) -> Answer:
    number = _number(said)
    if number is None:
        return Answer(screens.ask_number(case.words))
    was_out = case.store.admission.unban(number)
    return Answer(screens.let_in(_outcast(case, number), case.words, was_out=was_out))


def _number(said: str) -> int | None:
    return int(said) if _NUMBER.fullmatch(said) else None


def _outcast(case: Case, number: int) -> Outcast:
    known = case.store.people.get(number)
    return Outcast(number, known.name if known else "", is_known=known is not None)
