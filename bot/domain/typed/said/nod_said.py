"""Which answer to a reminder a few words give: "heute nicht, danke", "yes, already done"."""

from collections.abc import Mapping

from bot.domain.plain_text import phrase
from bot.domain.reminders.reminder import Nod
from bot.domain.typed.said.said_back import SaidBack, made_of

_ANSWERS = (Nod.START, Nod.NOT_TODAY)
"""What a yes or a no alone means: before another answer it says nothing more."""


def nod_said(text: str, nods: Mapping[str, Nod], replies: Mapping[str, SaidBack]) -> Nod | None:
    """None if more is said, or several answers are given."""
    said = phrase(text)
    if said in nods:
        return nods[said]
    polite = {each: None for each, meant in replies.items() if meant is SaidBack.POLITE}
    no = {each: Nod.NOT_TODAY for each, meant in replies.items() if meant is SaidBack.NO}
    found = [each for each in made_of(said, {**polite, **no, **nods}) if each]
    if len(found) > 1 and found[0] in _ANSWERS:
        found = found[1:]
    return found[0] if len({*found}) == 1 else None
