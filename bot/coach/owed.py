"""Makes an answer the screen that is owed to a chat: what the messenger then sends, whatever happens in between."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.case import Answer, Case
from bot.coach.news import Reply
from bot.coach.session import play
from bot.screens.person import home
from bot.screens.screen import Screen
from bot.screens.view import View, from_json, to_json, view
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion

OVERTAKEN = timedelta(seconds=30)
"""A reminder that met an answer on its way to the phone comes so much later: neither is to swallow the other."""


def reply(case: Case, answer: Answer) -> Reply:
    if not answer.plays:
        answer = _with_way_back(case, answer)
    if answer.screen:
        case.store.awaiting.expect(case.person.id, answer.awaits, case.now)
    return owe(case.store, case.person.id, answer, case.now)


def owe(store: Store, chat: int, answer: Answer, now: datetime) -> Reply:
    if answer.screen:
        before = from_json(store.chats.owed(chat))
        if before and before.delivery:
            _overtake(store, chat, before.delivery, answer, now)
        store.chats.owe(chat, to_json(_wanted(answer.screen, answer).after(before)))
    return Reply(chat, answer.toast, answer.heard, answer.forgets)


def _wanted(screen: Screen, answer: Answer) -> View:
    wanted = view(screen, fresh=answer.fresh, rings=answer.rings)
    if not answer.delivery:
        return wanted
    good_until = answer.good_until.timestamp() if answer.good_until else 0.0
    return replace(wanted, delivery=answer.delivery, good_until=good_until)


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


def _with_way_back(case: Case, answer: Answer) -> Answer:
    """Whoever looks at something else finds their session waiting, and the way back to it."""
    live = play.pause_for(case)
    if live is None or answer.screen is None or answer.alone:
        return answer
    screen: Screen = home.with_way_back(answer.screen, live.id, case.words)
    return replace(answer, screen=screen)
