"""Makes an answer the screen that is owed to a chat: what the messenger then sends, whatever happens in between."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.case import Answer, Case
from bot.coach.news import Reply
from bot.coach.session import play
from bot.domain.person.person import Pictures
from bot.domain.session.session import Phase
from bot.screens.as_files import with_files
from bot.screens.as_wanted import as_wanted
from bot.screens.person import home
from bot.screens.screen import Screen
from bot.screens.view import View, from_json, to_json, view
from bot.screens.what_remains import remaining_line
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion

OVERTAKEN = timedelta(seconds=30)
"""A reminder that met an answer on its way to the phone comes so much later: neither is to swallow the other."""


GOODBYE = timedelta(seconds=30)
"""For so long the word that all is deleted waits to be sent, where Telegram can't be reached. Within the minute even that is
gone, and that there was a chat."""


def reply(case: Case, answer: Answer) -> Reply:
    if answer.screen and (ways := case.file_ways):
        answer = replace(answer, screen=with_files(answer.screen, ways, case.words))
    if not answer.plays:
        answer = _with_way_back(case, answer)
    if case.who.pictures is Pictures.OFF:
        answer = _staying(answer)
    answer = wanted(case, answer)
    if answer.screen:
        awaits = None if _waits(case.store.chats.owed(case.person.id), answer) else answer.awaits
        case.store.awaiting.expect(case.person.id, awaits, case.now)
    return owe(case.store, case.person.id, answer, case.now)


def wanted(case: Case, answer: Answer) -> Answer:
    """With as many words, and as many buttons in a row, as the person wants."""
    who = answer.wants or case.who
    if answer.screen is None or not (who.is_large or who.is_short):
        return answer
    return replace(answer, screen=as_wanted(answer.screen, who, case.words))


def owe(store: Store, chat: int, answer: Answer, now: datetime) -> Reply:
    is_fresh = None
    if answer.screen:
        owed, shown = store.chats.debt(chat)
        if not _waits(owed, answer):
            before = from_json(owed)
            if before and before.delivery:
                _overtake(store, chat, before.delivery, answer, now)
            coming = _view(answer.screen, answer, now).after(before)
            line = _line(answer.screen, answer, before or from_json(shown and shown.view))
            store.chats.owe(chat, to_json(replace(coming, line=line)), now)
            is_fresh = coming.fresh
    return Reply(chat, answer.toast, answer.heard, answer.forgets, is_fresh)


def _waits(owed: str | None, answer: Answer) -> bool:
    """Whether whom to call is still on its way to the phone: nothing that is said or tapped meanwhile takes its place."""
    unsent = from_json(owed)
    if unsent is None or answer.screen is None or answer.forgets:
        return False
    return unsent.weighs > answer.screen.weighs


def _view(screen: Screen, answer: Answer, now: datetime) -> View:
    coming = view(screen, fresh=answer.fresh, rings=answer.rings)
    if answer.forgets:
        return replace(coming, ends=True, good_until=(now + GOODBYE).timestamp())
    if not answer.delivery:
        return coming
    good_until = answer.good_until.timestamp() if answer.good_until else 0.0
    return replace(coming, delivery=answer.delivery, good_until=good_until)


def _line(screen: Screen, answer: Answer, before: View | None) -> str:
    """What is to stay below the words that are answered. Where they go on by tapping, that they asked for it stays the
    line, unless a screen has one of its own."""
    if answer.replies:
        return remaining_line(screen)
    if answer.fresh or before is None or not before.line:
        return ""
    return before.line if screen.line is None else remaining_line(screen)


def _overtake(store: Store, chat: int, unsent: int, answer: Answer, now: datetime) -> None:
    """A reminder that was not sent yet, and will not be. What the person did themselves does not cost them it."""
    if unsent == answer.delivery:
        return
    delivery = store.deliveries.get(unsent, chat)
    if delivery is None:
        return
    store.deliveries.end(unsent, State.QUIET, now)
    if not answer.delivery:
        store.reminders.come_again(delivery.reminder, now + OVERTAKEN, Occasion.SNOOZE)


def _staying(answer: Answer) -> Answer:
    """In words only nothing goes from under a screen reader: what answered words keeps all of its own."""
    if answer.screen is None or answer.screen.line == "":
        return answer
    return replace(answer, screen=replace(answer.screen, stays=True))


def _with_way_back(case: Case, answer: Answer) -> Answer:
    """Whoever looks at something else finds their session waiting, and the way back to it."""
    live = play.pause_for(case)
    if live is None or answer.screen is None or answer.alone or live.phase is Phase.HALTED:
        return answer
    screen: Screen = home.with_way_back(answer.screen, live.id, case.words)
    return replace(answer, screen=screen)
