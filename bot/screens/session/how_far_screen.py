"""Asks how far somebody got who did part of a session that nobody could follow."""

from collections.abc import Sequence

from bot.domain.session.session import Session
from bot.screens import keys
from bot.screens.buttons.actions import DidUpTo, Resume
from bot.screens.screen import Button, Screen, Words
from bot.screens.session.player import CARD
from bot.screens.text import bold


def ask(session: Session, names: Sequence[str], words: Words) -> Screen:
    """`names`: of its exercises. The last one is not offered, because up to there it would be the whole session."""
    up_to = (
        Button(
            keys.cut(words("how-far-move", number=item + 1, title=name)),
            DidUpTo(session.id, session.turn, item),
        )
        for item, name in enumerate(names[:-1])
    )
    rows = (*keys.paired(up_to), (Button(words("button-back"), Resume(session.id)),))
    return Screen(bold(words("how-far")), rows, None, f"{CARD}{session.id}.asked", line="")
