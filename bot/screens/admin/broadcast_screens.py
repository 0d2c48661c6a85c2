"""A message to everybody: its preview, how far it is, and how it ended."""

from bot.domain.admin.broadcast import LONGEST, Broadcast, BroadcastStage
from bot.screens import keys
from bot.screens.buttons.actions import AdminPage, AskAdmin, BroadcastStep, TellEverybody
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, faint, lines, plain


def message(broadcast: Broadcast, words: Words) -> str:
    """HTML, including how to stop getting these."""
    return f"{plain(broadcast.words)}\n\n{faint(words('broadcast-from'))}"


def ask(words: Words) -> Screen:
    return Screen(plain(words("broadcast-ask")), keys.home_row(words))


def only_words(words: Words) -> Screen:
    return Screen(plain(words("broadcast-only-words")), keys.home_row(words))


def too_long(length: int, words: Words) -> Screen:
    text = plain(words("broadcast-too-long", length=length, most=LONGEST))
    return Screen(text, ((_anew(words), keys.home(words)),))


def preview(broadcast: Broadcast, people: int, words: Words) -> Screen:
    note = words("broadcast-preview", people=people) if people else words("broadcast-nobody-yet")
    send = TellEverybody(broadcast.id, BroadcastStep.SEND)
    first = (keys.primary(words("choice-broadcast-send", people=people), send),) if people else ()
    drop = Button(words("button-dont-send"), TellEverybody(broadcast.id, BroadcastStep.DROP))
    text = f"{message(broadcast, words)}\n\n{faint(note)}"
    return Screen(text, (*first, (_anew(words), drop)), line=words("line-broadcast"))


def dropped(words: Words) -> Screen:
    return Screen(plain(words("broadcast-dropped")), ((_anew(words), keys.home(words)),))


def how_far(broadcast: Broadcast, words: Words, *, has_admin: bool = True) -> Screen:
    if broadcast.stage is BroadcastStage.GOING:
        return _going(broadcast, words)
    rows = ((_anew(words), keys.home(words)),)
    return Screen(
        lines(bold(_ended(broadcast, words, has_admin=has_admin)), plain(_counts(broadcast, words))), rows
    )


def _going(broadcast: Broadcast, words: Words) -> Screen:
    far = words("broadcast-going", told=broadcast.told, people=max(broadcast.people, broadcast.told))
    waiting = words("broadcast-waiting", people=broadcast.waiting) if broadcast.waiting else ""
    stop = Button(words("choice-broadcast-stop"), TellEverybody(broadcast.id, BroadcastStep.STOP))
    look = Button(words("button-broadcast-look"), TellEverybody(broadcast.id, BroadcastStep.LOOK))
    text = lines(bold(far), plain(waiting))
    return Screen(text, ((stop,), (look, keys.home(words))))


def _ended(broadcast: Broadcast, words: Words, *, has_admin: bool) -> str:
    match broadcast.stage:
        case BroadcastStage.DONE:
            return words("broadcast-done")
        case BroadcastStage.CUT:
            return words("broadcast-cut")
        case _:
            return words("broadcast-stopped" if has_admin else "broadcast-left")


def _counts(broadcast: Broadcast, words: Words) -> str:
    told = [words("broadcast-sent", people=broadcast.sent)]
    if broadcast.twice:
        told.append(words("broadcast-twice", people=broadcast.twice))
    if broadcast.lost:
        told.append(words("broadcast-lost", people=broadcast.lost))
    if broadcast.failed:
        told.append(words("broadcast-failed", people=broadcast.failed))
    return words.parted(told)


def _anew(words: Words) -> Button:
    return Button(words("button-write-anew"), AskAdmin(AdminPage.ASK_BROADCAST))
