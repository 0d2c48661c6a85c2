"""Claims due reminders, a few at a time, each on its own, so that a broken one holds up no other."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.by_the_clock import ByTheClock
from bot.coach.case import Case
from bot.coach.cases import Cases
from bot.coach.mishaps import OnceAMinute, ToldOnce
from bot.coach.news import Reply
from bot.coach.owed import OVERTAKEN, adapted_to_settings, owe, reply
from bot.coach.put_aside import PutAside
from bot.coach.reminders import due as reminding
from bot.coach.reminders.when import next_of
from bot.domain.reminders.reminder import Reminder
from bot.domain.steady_time import agree
from bot.screens.view import View, from_json
from bot.store.admission.admissions import KEPT as CHAT_KEPT
from bot.store.database import Store
from bot.store.facts import RESTORED
from bot.store.file.damage import FileFails, is_damage
from bot.store.moments import moment
from bot.store.reminders.deliveries import KEPT, Delivery, State
from bot.store.reminders.reminders import Due, DueRow, NoReminder, Occasion

log = logging.getLogger(__name__)

PUT_OFF = timedelta(hours=1)
"""A reminder that can't be judged waits this long before the next try, so that the others go on."""

AFTER_ANOTHER = timedelta(seconds=10)
"""A reminder that came due while another was on its way is looked at again after this."""

AT_ONCE = 20
"""How many people's reminders are recomputed in one transaction, so that nobody's tap waits for it."""

ASTRAY = (
    "what is written now is lost when the bot ends. Put it back as it was, or stop the bot, put the newest copy in its place"
    " (`unhunch restore`), and start the bot"
)
"""While the bot runs, it serves everybody from the file it has open; only the operator knows which file is the right one."""

ZONES = "zones"
"""The fact that names the time zone rules by which the next moments were computed."""


class Claims:
    def __init__(self, store: Store, cases: Cases, by_the_clock: ByTheClock) -> None:
        self._store, self._cases, self._by_the_clock = store, cases, by_the_clock
        self._told, self._astray = ToldOnce(log), OnceAMinute(log)
        self._restored: datetime | None = None
        self._aside = PutAside(store, "reminder", log)

    def wake_up(self, now: datetime, wall: datetime | None = None) -> None:
        """At the start: judges again what was claimed but not sent. `wall`, here and below: the machine's own clock,
        if the bot goes by another."""
        with self._store.transaction():
            last = self._store.heartbeats.last()
            if last and not agree(max(last, now), now):
                self._set_back(last, now)
            self._store.heartbeats.wake_up(now, wall)
            if self._store.heartbeats.has_other_bots():
                self._store.chats.mark_strangers_lost(now)
            self._restored = moment(self._store.facts.get(RESTORED))
        for number in self._store.deliveries.pending_ids(now):
            try:
                with self._store.transaction():
                    if delivery := self._store.deliveries.get_pending(number):
                        self._judge_again(delivery, now)
            except Exception as error:
                if not is_damage(error):
                    raise
                self._aside.tell("a delivery can't be read or written, for damage in the file", now, error)

    def stepped(self, old: datetime, new: datetime) -> None:
        """After a step ahead, the time in between is judged like downtime. After a step back, all next moments are recomputed."""
        with self._store.transaction():
            if new > old:
                self._store.heartbeats.note_absence(old, new)
            else:
                self._set_back(old, new)

    def beat(self, now: datetime, wall: datetime | None = None) -> bool:
        """Notes that the bot is alive, and clears a little of what is long past. False if it was not time yet."""
        if not self._store.heartbeats.is_due(now):
            return False
        if lost := self._store.whereabouts.lost():
            self._astray.tell(f"{lost}: {ASTRAY}")
        with self._store.transaction():
            self._store.heartbeats.beat(now, wall)
        try:
            with self._store.transaction():
                self._store.deliveries.prune(now - KEPT)
                self._store.reminders.prune((now - KEPT).date())
                self._store.admission.prune(now - CHAT_KEPT)
                self._store.chats.part_old(now)
        except Exception as error:
            if not is_damage(error):
                raise
            self._aside.tell("what is long past can't be forgotten, for damage in the file", now, error)
        return True

    def is_due(self, now: datetime) -> bool:
        aside = self._aside.numbers(now)
        if self._aside.is_full(now):
            return False
        try:
            return self._store.reminders.is_due(now, aside)
        except Exception as error:
            if not is_damage(error):
                raise
            return bool(self._store.reminders.due_ids(now, 1, aside))

    def claim(self, now: datetime, room: int) -> list[Reply]:
        try:
            with self._store.transaction():
                due = self._store.reminders.due(now, room, self._aside.numbers(now))
                replies = [self._claim(row, now) for row in due]
        except Exception as error:
            self._by_the_clock.take_back()
            if not is_damage(error):
                raise
            return self._claim_each(now, room)
        self._by_the_clock.tell()
        return [reply for reply in replies if reply]

    def _claim_each(self, now: datetime, room: int) -> list[Reply]:
        """Each one in its own transaction, so that damage affects only those whose rows it is in."""
        replies: list[Reply] = []
        for number in self._store.reminders.due_ids(now, room, self._aside.numbers(now)):
            try:
                with self._store.transaction():
                    claimed = [self._claim(row, now) for row in self._store.reminders.due_rows(number, now)]
            except FileFails as error:
                self._by_the_clock.take_back()
                if not is_damage(error):
                    break  # What was claimed will be sent; the next knock meets this error again.
                self._aside.put(number, now, error)
            else:
                self._by_the_clock.tell()
                replies += [reply for reply in claimed if reply]
                if not claimed:
                    self._aside.put(number, now, LookupError("an index knows of a row that is not there"))
        return replies

    def judge_again(self, chat: int, now: datetime) -> None:
        with self._store.transaction():
            owed = self._store.chats.owed(chat)
            unsent = from_json(owed)
            delivery = self._store.deliveries.get(unsent.delivery, chat) if unsent else None
            if delivery is None:
                self._store.chats.write_off(chat, owed or "")
            else:
                self._judge_again(delivery, now)

    def recompute(self, zones: str, clock: Callable[[], datetime]) -> Iterator[int]:
        """For a change of the time zone rules, or a clock that was set back. Does a few people per step, and yields the id of the last."""
        if self._store.facts.get(ZONES) == zones:
            return
        last = 0
        while people := self._store.reminders.people_after(last, AT_ONCE):
            self._recompute_all(people, clock())
            yield (last := people[-1])
        self._store.facts.set(ZONES, zones)

    def _set_back(self, old: datetime, new: datetime) -> None:
        """Forgets which rules were used, so that an interrupted `recompute` goes on at the next start."""
        self._store.reminders.set_back(old, new)
        self._store.facts.forget(ZONES)

    def _claim(self, row: DueRow, now: datetime) -> Reply | None:
        try:
            with self._store.attempt():
                due = row.read()
                case = self._case(due, now)
                unsent = from_json(case.debt.owed)
                if self._has_company(due, unsent):
                    self._let_wait(case, due)
                    return None
                if _is_talking(due, unsent):
                    self._let_talk(case, due)
                    return None
                was_down = self._store.heartbeats.was_away_at(due.at)
                answer = reminding.came_due(case, due, was_down=was_down, restored=self._restored)
                answered = reply(case, answer) if answer else None
                is_fresh = answered.is_fresh if answered else None
                self._by_the_clock.note("reminder", case.person.id, is_fresh=is_fresh)
                return answered
        except NoReminder:
            self._told.tell(f"reminder {row.reminder} can't be read, and comes no more")
            self._store.reminders.put_off(row.reminder, None)
        except Exception as error:
            if is_damage(error):
                raise
            self._told.tell(f"reminder {row.reminder} could not be judged; put off", error)
            self._store.reminders.put_off(row.reminder, now + PUT_OFF)
        return None

    def _case(self, due: Due, now: datetime) -> Case:
        """Raises NoReminder."""
        person = self._cases.person(due.reminder.person, now)
        if person is None:
            raise NoReminder("of nobody")
        return self._cases.of_person(person, now, self._store.chats.debt(person.id))

    def _has_company(self, due: Due, unsent: View | None) -> bool:
        if unsent is None or not unsent.delivery:
            return False
        other = self._store.deliveries.get(unsent.delivery, due.reminder.person)
        return other is not None and other.state is State.PENDING and other.reminder != due.reminder.id

    def _let_wait(self, case: Case, due: Due) -> None:
        reminding.move_on(case, due)
        kind = Occasion.SNOOZE if due.kind is Occasion.TIME else due.kind
        self._store.reminders.come_again(due.reminder.id, case.now + AFTER_ANOTHER, kind, since=due.at)

    def _let_talk(self, case: Case, due: Due) -> None:
        if due.kind is Occasion.TIME:
            reminding.move_on(case, due)
        self._store.reminders.come_again(due.reminder.id, due.at + OVERTAKEN, Occasion.SNOOZE)

    def _judge_again(self, delivery: Delivery, now: datetime) -> None:
        store, chat = self._store, delivery.person
        owed = store.chats.owed(chat)
        unsent = from_json(owed)
        if owed is None or unsent is None or unsent.delivery != delivery.id:
            store.deliveries.end(delivery.id, State.QUIET, now)
            return
        try:
            with store.attempt():
                case = self._cases.of(chat, now)
                judged = reminding.judged_again(
                    case, delivery, was_down=self._store.heartbeats.was_away_at(delivery.due_at)
                )
                answer = adapted_to_settings(case, judged) if judged else None
        except Exception as error:
            if is_damage(error):
                raise
            self._told.tell(f"delivery {delivery.id} could not be judged again; given up", error)
            store.deliveries.end(delivery.id, State.FAILED, now)
            answer = None
        if answer:
            owe(store, chat, answer, now)
        else:
            store.chats.write_off(chat, owed)

    def _recompute_all(self, people: list[int], now: datetime) -> None:
        try:
            with self._store.transaction():
                for person in people:
                    self._recompute(person, now)
        except Exception as error:
            if not is_damage(error):
                raise
            if len(people) == 1:
                self._aside.tell(
                    "the reminders of a person stay as they were, for damage in the file", now, error
                )
                return
            for person in people:
                self._recompute_all([person], now)

    def _recompute(self, person: int, now: datetime) -> None:
        try:
            with self._store.attempt():
                case = self._cases.of(person, now)
                for reminder in self._store.reminders.of(person):
                    if _is_ahead(reminder, now) or _was_past(reminder):
                        self._store.reminders.move_on(reminder.id, next_of(case, reminder, now))
                    elif reminder.is_done and self._store.deliveries.ended_unsent_after(reminder.id, now):
                        again = replace(reminder, is_done=False)
                        self._store.reminders.save(replace(again, next_at=next_of(case, again, now)))
        except Exception as error:
            if is_damage(error):
                raise
            self._told.tell(
                "the reminders of a person could not be computed anew; they stay as they were", error
            )


def _is_talking(due: Due, unsent: View | None) -> bool:
    """An answer is on its way to this chat. A reminder waits for it only once: whatever is stuck, it comes the second time."""
    return due.kind is not Occasion.SNOOZE and unsent is not None and not unsent.delivery


def _is_ahead(reminder: Reminder, now: datetime) -> bool:
    return reminder.next_at is not None and reminder.next_at > now


def _was_past(reminder: Reminder) -> bool:
    """True for a one-time reminder whose moment had passed when it was last computed. If the clock was ahead then,
    the moment may still come."""
    return reminder.on is not None and reminder.next_at is None and not reminder.is_done
