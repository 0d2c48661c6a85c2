"""Runs a broadcast: who gets it next, how it ended for each person, and what the admin sees of it."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coach.by_the_clock import ByTheClock
from bot.coach.case import Answer, Case
from bot.coach.cases import Cases
from bot.coach.known.who_is_in import is_in
from bot.coach.mishaps import ToldOnce
from bot.coach.news import Reply
from bot.coach.owed import adapted_to_settings, owe
from bot.coach.session.live import live_of
from bot.domain.admin.broadcast import (
    UNSURE_PAUSE,
    UNSURE_TRIES,
    Broadcast,
    BroadcastStage,
    Letter,
    Outcome,
    is_on_the_mat,
    next_try,
)
from bot.screens.admin import broadcast_screens as screens
from bot.screens.buttons.actions import BroadcastStep, TellEverybody
from bot.screens.buttons.wire import encode
from bot.screens.view import View, from_json
from bot.store.database import Store
from bot.store.session.sessions import Unreadable

log = logging.getLogger(__name__)

AFTER_A_SESSION = timedelta(minutes=1)
"""People in the middle of a session are tried again after this."""

AFTER_A_LOSS = timedelta(minutes=2)
"""The wait after Telegram says that somebody blocked the bot; by then it is known whether to believe it."""

LOST_TRIES = 4
"""While Telegram reports too many blocks to be believed, one person's block counts after this many tries (a quarter of an hour)."""

MOST_TROUBLED = 1000
"""Once Telegram has refused this many chats, no new chats are tried: something is wrong in general."""

LOOKED_AT = 64
"""People looked at in one go. A tap that arrives meanwhile waits until they are done."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`text`: HTML."""

    letter: Letter
    text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """`goes_on`: more letters may be due right away."""

    letters: tuple[Outgoing, ...]
    goes_on: bool


NOTHING = Claimed((), goes_on=False)


class BroadcastDesk:
    def __init__(self, store: Store, cases: Cases, by_the_clock: ByTheClock) -> None:
        self._store, self._cases, self._by_the_clock = store, cases, by_the_clock
        self._operator = cases.knowledge.operator
        self._told = ToldOnce(log)

    def wake_up(self, now: datetime) -> None:
        with self._store.transaction():
            if (going := self._store.broadcasts.going()) and not self._has_admin(going):
                self._store.broadcasts.end(going.id, BroadcastStage.STOPPED)
            self._store.broadcasts.begin_again(now)

    def claim(self, now: datetime, room: int) -> Claimed:
        """Claims at most `room` letters and marks them as on their way. Ends the broadcast when nobody is left."""
        store = self._store.broadcasts
        going = store.going()
        if going is None:
            return NOTHING
        with self._store.transaction():
            letters = store.due(going.id, now, room)
            passed = False
            if len(letters) < room and store.count_troubled(going.id) < MOST_TROUBLED:
                others, passed = self._next(going, now, room - len(letters))
                letters += others
                if not letters and not passed and not store.has_letters(going.id):
                    store.end(going.id, BroadcastStage.DONE)
            going_out = [letter for letter in letters if self._goes(letter, now)]
            out = [Outgoing(letter, self._text(going, letter.person)) for letter in going_out]
        self._tell(letters, going_out)
        return Claimed(tuple(out), goes_on=bool(letters or passed))

    def _tell(self, judged: list[Letter], going_out: list[Letter]) -> None:
        for letter in judged:
            is_fresh = True if letter in going_out else None
            self._by_the_clock.note("news", letter.person, is_fresh=is_fresh)
        self._by_the_clock.tell()

    def is_still_to_go(self, letter: Letter, now: datetime) -> bool:
        if not self._store.broadcasts.is_out(letter):
            self._store.broadcasts.close(letter, None)
            return False
        with self._store.transaction():
            return self._goes(letter, now)

    def sent(self, letter: Letter) -> None:
        self._close(letter, Outcome.SENT)

    def refused(self, letter: Letter) -> None:
        self._close(letter, Outcome.FAILED)

    def unsure(self, letter: Letter, now: datetime) -> None:
        """No answer came, so the letter may have arrived. It is sent again, a limited number of times."""
        if letter.tries + 1 >= UNSURE_TRIES:
            self._close(letter, Outcome.FAILED)
        else:
            self.put_off(replace(letter, is_unsure=True), now, UNSURE_PAUSE.total_seconds())

    def held_back(self, letter: Letter, now: datetime) -> None:
        """The bot was told to stop before it sent the letter."""
        with self._store.transaction():
            self._store.broadcasts.wait(letter, now)

    def put_off(self, letter: Letter, now: datetime, at_least: float = 0.0) -> None:
        """`at_least`: seconds that Telegram asks for."""
        with self._store.transaction():
            again = replace(letter, tries=letter.tries + 1)
            self._store.broadcasts.wait(again, next_try(letter.tries, now, at_least))

    def maybe_lost(self, letter: Letter, now: datetime) -> None:
        """Telegram says that they blocked the bot. It is believed after LOST_TRIES, and only for this broadcast."""
        if letter.tries + 1 >= LOST_TRIES:
            self._close(letter, Outcome.LOST)
        else:
            self.put_off(letter, now, AFTER_A_LOSS.total_seconds())

    def report(self, now: datetime) -> list[Reply]:
        store = self._store.broadcasts
        untold = store.untold()
        if untold and not self._has_admin(untold):
            return self._result_of_nobody(untold, now)
        both = ((store.going(), self._progress), (untold, self._result))
        replies = [look(broadcast, now) for broadcast, look in both if broadcast]
        return [reply for reply in replies if reply]

    def _next(self, going: Broadcast, now: datetime, limit: int) -> tuple[list[Letter], bool]:
        seen = 0
        letters: list[Letter] = []
        for person, is_reachable in self._store.broadcasts.next_people(going, LOOKED_AT):
            if len(letters) == limit:
                break
            seen = person
            if is_reachable:
                letters.append(Letter(going.id, person, now))
        if seen:
            self._store.broadcasts.reach(going.id, seen)
        return letters, bool(seen)

    def _goes(self, letter: Letter, now: datetime) -> bool:
        try:
            with self._store.attempt():
                return self._judge(letter, now)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one person's rows, the others still get it
            self._told.tell("somebody could not be told what everybody is told", error)
        self._store.broadcasts.close(letter, None)
        self._store.broadcasts.count(letter.broadcast, Outcome.FAILED)
        return False

    def _judge(self, letter: Letter, now: datetime) -> bool:
        store = self._store.broadcasts
        if letter.is_too_late(now):
            store.close(letter, Outcome.FAILED)
        elif self._store.people.is_lost(letter.person):
            store.close(letter, Outcome.LOST)
        elif self._hears_no_news(letter.person) or not is_in(self._store, self._operator, letter.person):
            store.close(letter, None)
        elif self._is_on_the_mat(letter.person, now):
            store.wait(letter, now + AFTER_A_SESSION)
        else:
            store.send_out(letter)
            return True
        return False

    def _hears_no_news(self, person: int) -> bool:
        known = self._store.people.get(person)
        return known is None or known.preferences.hears_no_news

    def _text(self, going: Broadcast, person: int) -> str:
        language = self._cases.knowledge.language_for(*self._store.people.languages(person))
        return screens.message(going, language.words)

    def _is_on_the_mat(self, person: int, now: datetime) -> bool:
        try:
            return is_on_the_mat(self._store.sessions.live_stand(person), now)
        except Unreadable:
            return False

    def _close(self, letter: Letter, outcome: Outcome) -> None:
        with self._store.transaction():
            self._store.broadcasts.close(letter, outcome)

    def _progress(self, going: Broadcast, now: datetime) -> Reply | None:
        if not self._is_looked_at(going):
            return None
        return self._show(going, now, fresh=False)

    def _result(self, broadcast: Broadcast, now: datetime) -> Reply | None:
        is_looked_at = self._is_looked_at(broadcast)
        case = self._cases.of(broadcast.admin, now)
        if self._is_busy(case) and not case.person.is_lost and not is_looked_at:
            return None
        with self._store.transaction():
            self._store.broadcasts.have_told(broadcast.id)
        return None if case.person.is_lost else self._show(broadcast, now, fresh=not is_looked_at)

    def _result_of_nobody(self, broadcast: Broadcast, now: datetime) -> list[Reply]:
        """The sender is no longer an admin: tells all admins instead, as soon as one of them is free."""
        known = (admin for admin in sorted(self._operator.admins) if self._store.people.is_known(admin))
        others = [case for case in (self._cases.of(admin, now) for admin in known) if not case.person.is_lost]
        free = [case for case in others if not self._is_busy(case)]
        if others and not free:
            return []
        with self._store.transaction():
            self._store.broadcasts.have_told(broadcast.id)
            return [self._tell_admin(case, broadcast) for case in free]

    def _tell_admin(self, case: Case, broadcast: Broadcast) -> Reply:
        screen = screens.how_far(broadcast, case.words, has_admin=False)
        return owe(
            self._store, case.person.id, adapted_to_settings(case, Answer(screen, fresh=True)), case.now
        )

    def _has_admin(self, broadcast: Broadcast) -> bool:
        return broadcast.admin in self._operator.admins

    def _is_busy(self, case: Case) -> bool:
        return is_on_the_mat(live_of(case), case.now) or bool(self._store.chats.owed(case.person.id))

    def _show(self, broadcast: Broadcast, now: datetime, *, fresh: bool) -> Reply | None:
        case = self._cases.of(broadcast.admin, now)
        answer = adapted_to_settings(case, Answer(screens.how_far(broadcast, case.words), fresh=fresh))
        card = self._card(broadcast.admin)
        if card and answer.screen and card.text == answer.screen.text and not fresh:
            return None
        with self._store.transaction():
            return owe(self._store, broadcast.admin, answer, now)

    def _is_looked_at(self, broadcast: Broadcast) -> bool:
        stop = encode(TellEverybody(broadcast.id, BroadcastStep.STOP))
        card = self._card(broadcast.admin)
        return card is not None and any(data == stop for row in card.keys for _, data, _ in row)

    def _card(self, chat: int) -> View | None:
        debt = self._store.chats.debt(chat)
        return from_json(debt.owed) or from_json(debt.shown and debt.shown.view)
