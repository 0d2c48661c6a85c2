"""Turns an answer into the screen that is owed to a chat; the messenger sends it even if the bot restarts in between."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.case import Answer, Case
from bot.coach.news import Reply
from bot.coach.session import play
from bot.coach.view.after_despair import kept_at_hand
from bot.coach.view.talk_of_violence import kept_secret
from bot.domain.person.person import Pictures
from bot.domain.session.session import Phase
from bot.screens.as_files import with_files
from bot.screens.as_wanted import as_wanted
from bot.screens.person import home
from bot.screens.screen import Screen
from bot.screens.view import View, from_json, to_json, view
from bot.screens.what_remains import remaining_line
from bot.store.chat.shown import Debt
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion

OVERTAKEN = timedelta(seconds=30)
"""If an answer overtakes a reminder on its way to the phone, the reminder comes this much later, so that neither replaces the other."""


GOODBYE = timedelta(seconds=30)
"""How long the goodbye after "delete everything" waits to be sent if Telegram can't be reached. Then it is deleted
too, with every trace of the chat."""


def reply(case: Case, answer: Answer) -> Reply:
    if answer.screen and (ways := case.file_ways):
        answer = replace(answer, screen=with_files(answer.screen, ways, case.words))
    if not answer.plays:
        answer = _with_way_back(case, answer)
    if case.who.pictures is Pictures.OFF:
        answer = _kept_for_screen_readers(answer)
    answer = adapted_to_settings(case, answer)
    if answer.screen is None:
        return owe(case.store, case.person.id, answer, case.now)
    debt = case.debt
    case = replace(case, found=debt)
    answer = kept_secret(case, kept_at_hand(case, answer))
    awaits = None if _help_goes_first(debt.owed, answer) else answer.awaits
    case.store.awaiting.expect(case.person.id, awaits, case.now)
    return owe(case.store, case.person.id, answer, case.now, debt)


def adapted_to_settings(case: Case, answer: Answer) -> Answer:
    who = answer.wants or case.who
    if answer.screen is None or not (who.is_large or who.is_short):
        return answer
    return replace(answer, screen=as_wanted(answer.screen, who, case.words))


def owe(store: Store, chat: int, answer: Answer, now: datetime, debt: Debt | None = None) -> Reply:
    is_fresh = None
    if answer.screen:
        debt = debt or store.chats.debt(chat)
        owed, shown = debt.owed, debt.shown
        if answer.forgets:
            store.chats.forget_papers(chat)
        if _help_goes_first(owed, answer):
            _keep_paper(store, chat, to_json(_view(answer.screen, answer, now)))
        else:
            before = from_json(owed)
            if owed and not answer.forgets:
                _keep_paper(store, chat, owed)
            if before and before.delivery:
                _overtake(store, chat, before.delivery, answer, now)
            line = _line_that_stays(answer.screen, answer, before or from_json(shown and shown.view))
            coming = _view(answer.screen, answer, now, line).after(before)
            store.chats.owe(chat, to_json(coming), now)
            is_fresh = coming.fresh
    return Reply(chat, answer.toast, answer.heard, answer.forgets, is_fresh)


def _keep_paper(store: Store, chat: int, stored: str) -> None:
    """Keeps the export or the page for their physio that the chat is owed, so that it comes even if something else is shown first."""
    unsent = from_json(stored)
    if unsent and unsent.is_file and not unsent.is_recorded:
        store.chats.keep_paper(chat, unsent.job, stored)


def _help_goes_first(owed: str | None, answer: Answer) -> bool:
    unsent = from_json(owed)
    if unsent is None or answer.screen is None or answer.forgets or answer.forgets_talk:
        return False
    return unsent.weighs > answer.screen.weighs


def _view(screen: Screen, answer: Answer, now: datetime, line: str = "") -> View:
    good_until = answer.good_until.timestamp() if answer.good_until else 0.0
    coming = view(
        screen,
        fresh=answer.fresh,
        rings=answer.rings,
        delivery=answer.delivery,
        good_until=good_until,
        line=line,
    )
    if answer.forgets:
        return replace(coming, ends=True, good_until=(now + GOODBYE).timestamp())
    return coming


def _line_that_stays(screen: Screen, answer: Answer, before: View | None) -> str:
    """The line left below the words that are answered. It stays the same while people go on by tapping, unless a screen has its own."""
    if answer.replies:
        return remaining_line(screen)
    if answer.fresh or before is None or not before.line:
        return ""
    return before.line if screen.line is None else remaining_line(screen)


def _overtake(store: Store, chat: int, unsent: int, answer: Answer, now: datetime) -> None:
    """A reminder that is overtaken before it was sent comes again if what overtook it was the person's own doing."""
    if unsent == answer.delivery:
        return
    delivery = store.deliveries.get(unsent, chat)
    if delivery is None:
        return
    store.deliveries.end(unsent, State.QUIET, now)
    if not answer.delivery:
        store.reminders.come_again(delivery.reminder, now + OVERTAKEN, Occasion.SNOOZE)


def _kept_for_screen_readers(answer: Answer) -> Answer:
    """For people who cannot see the pictures, the whole message stays, so that nothing disappears from under a screen reader."""
    if answer.screen is None or answer.screen.line == "":
        return answer
    return replace(answer, screen=replace(answer.screen, stays=True))


def _with_way_back(case: Case, answer: Answer) -> Answer:
    live = play.pause_for(case)
    if live is None or answer.screen is None or answer.alone or live.phase is Phase.HALTED:
        return answer
    screen: Screen = home.with_way_back(answer.screen, live.id, case.words)
    return replace(answer, screen=screen)
