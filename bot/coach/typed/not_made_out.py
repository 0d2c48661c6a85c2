"""Says that nothing was understood: in one sentence the first time, and with what can be typed the second time."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.typed import replying
from bot.coach.typed.finding import search
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.wishes.decision import Meant
from bot.screens.asked_again import asked_still
from bot.screens.person import wish_screens


def not_understood(case: Case, text: str, found: Meant | None = None) -> Answer:
    before, asked = case.store.awaiting.of(case.person.id, case.now), replying.still_asked(case)
    is_again = before is not None and before.what is Wanted.SENSE
    if asked:
        is_told = is_again and not replying.asks_signs(case)
        awaits = Awaited(Wanted.SENSE) if before is None else before
        return Answer(asked_still(asked, case.words, is_again=is_told), awaits=awaits)
    if is_again:
        return Answer(wish_screens.typing(case.words), awaits=Awaited(Wanted.SENSE))
    if found and found.is_sure:
        return replace(grant(Request(case, text, found)), awaits=Awaited(Wanted.SENSE))
    nearly = search.near_name(case, text) if text and not wishes.hurts(case, text) else None
    return Answer(wish_screens.not_understood(nearly, case.words), awaits=Awaited(Wanted.SENSE))
