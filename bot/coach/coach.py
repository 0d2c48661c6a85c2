"""Decides what a message, a tap or the clock leads to, and never waits; it routes only, the subjects have their files."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coach import playing, reminding, talking
from bot.coach.case import Answer, Case
from bot.coach.news import Blocked, CameBack, Elsewhere, News, Reply, Said, Sender, Sent, Tapped
from bot.coach.tapping import tapped
from bot.domain.emergency import EmergencyWords
from bot.domain.hearing import Vocabulary
from bot.domain.library import Library
from bot.domain.person import Person
from bot.domain.session import Session
from bot.screens import home
from bot.screens.screen import Screen, Words
from bot.screens.view import from_json, to_json, view
from bot.screens.wire import decode
from bot.store.database import Store
from bot.store.reminders import Due

log = logging.getLogger(__name__)

PUT_OFF = timedelta(hours=1)
"""For a session that cannot be rung, so that it does not hold up the others."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that comes from the content folder, and the bot's @name."""

    library: Library
    words: Words
    emergency: EmergencyWords
    vocabulary: Vocabulary
    bot_name: str = ""


class Coach:
    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self.store, self.knowledge = store, knowledge

    def take(self, update: int, news: News, now: datetime) -> Reply | None:
        """Decide what `news` leads to, once: a redelivered update changes nothing, and what is owed is shown."""
        with self.store.transaction():
            if self.store.updates.has_counted(update):
                return Reply(_chat(news))
            self.store.updates.count(update, now)
            reply = self._decide(news, now)
        if reply and reply.forgot:
            self.store.scrub()
        return reply

    def pass_over(self, update: int, now: datetime) -> None:
        """Count an update that is not for us."""
        with self.store.transaction():
            if not self.store.updates.has_counted(update):
                self.store.updates.count(update, now)

    def ring(self, now: datetime) -> Iterator[Reply]:
        """Everything that has come due, each in its own transaction."""
        while session := self.store.sessions.due(now):
            try:
                with self.store.transaction():
                    reply = self._ring(session, now)
            except Exception:
                log.exception("session %s could not be rung; put off", session.id)
                self._put_off(session, now)
            else:
                if reply:
                    yield reply

    def claim(self, now: datetime, room: int, *, was_down: bool = False) -> list[Reply]:
        """At most `room` reminders that are due: judged, moved on, and owed where they are welcome, in one transaction."""
        with self.store.transaction():
            replies = [self._claim(due, now, was_down) for due in self.store.reminders.due(now, room)]
        return [reply for reply in replies if reply]

    def next_due(self) -> datetime | None:
        """When `ring` or `claim` next has something to do, as things stand."""
        moments = (self.store.sessions.next_due(), self.store.reminders.next_due())
        return min((moment for moment in moments if moment), default=None)

    def apologise(self, chat: int, now: datetime) -> Reply:
        """Something of ours went wrong: a short word, and a way home."""
        with self.store.transaction():
            self.store.awaiting.expect(chat, None, now)
            return self._owe(chat, Answer(home.our_fault(self.knowledge.words), fresh=True))

    def lost(self, person: int, now: datetime) -> None:
        """They blocked the bot or are gone: nothing is sent until they write, and a session waits."""
        with self.store.transaction():
            self._lose(person, now)

    def _decide(self, news: News, now: datetime) -> Reply | None:
        match news:
            case Blocked(sender):
                self._lose(sender.id, now)
                return None
            case CameBack():
                return None
            case Elsewhere(chat):
                return self._say_once(chat)
            case Said(sender) | Sent(sender) | Tapped(sender):
                case = self._case(sender, now)
                return self._reply(case, self._answer(case, news))

    def _answer(self, case: Case, news: Said | Sent | Tapped) -> Answer:
        match news:
            case Said(_, text):
                return talking.said(case, text, self.knowledge.emergency, self.knowledge.vocabulary)
            case Sent():
                return talking.received(case)
            case Tapped(_, data):
                return tapped(case, decode(data))

    def _ring(self, session: Session, now: datetime) -> Reply | None:
        """None for who blocked the bot: their session goes its way, and nothing is sent."""
        person = self.store.people.get(session.person)
        if person is None:
            raise LookupError("a session of nobody")
        case = self._known(person, now)
        answer = playing.ring(case, session)
        if answer is None:
            raise LookupError("a session that was due and would not ring")
        return None if person.is_lost else self._reply(case, answer)

    def _claim(self, due: Due, now: datetime, was_down: bool) -> Reply | None:
        """One that breaks is put off alone, and the others of its batch go on."""
        try:
            with self.store.attempt():
                person = self._person(due.reminder.person) or Person(due.reminder.person, "", "")
                case = self._known(person, now)
                answer = reminding.came_due(case, due, was_down=was_down)
                return self._reply(case, answer) if answer else None
        except Exception:
            log.exception("reminder %s could not be judged; put off", due.reminder.id)
            self.store.reminders.put_off(due.reminder.id, now + PUT_OFF)
            return None

    def _put_off(self, session: Session, now: datetime) -> None:
        with self.store.transaction():
            self.store.sessions.put_off(session, now + PUT_OFF)

    def _case(self, sender: Sender, now: datetime) -> Case:
        stranger = Person(sender.id, sender.name, sender.language)
        self.store.people.meet(stranger, now)
        return self._known(self._person(sender.id) or stranger, now)

    def _person(self, id: int) -> Person | None:  # noqa: A002
        person = self.store.people.get(id)
        if person is None:
            return None
        preferences = replace(person.preferences, too_much=self.store.people.too_much(id))
        return replace(person, preferences=preferences)

    def _known(self, person: Person, now: datetime) -> Case:
        return Case(person, self.store, self.knowledge.library, self.knowledge.words, now)

    def _reply(self, case: Case, answer: Answer) -> Reply:
        if not answer.plays:
            answer = _with_way_back(case, answer)
        if answer.screen:
            self.store.awaiting.expect(case.person.id, answer.awaits, case.now)
        return self._owe(case.person.id, answer)

    def _owe(self, chat: int, answer: Answer) -> Reply:
        if answer.screen:
            unsent = self.store.chats.owed(chat)
            wanted = view(answer.screen, fresh=answer.fresh, rings=answer.rings)
            self.store.chats.owe(chat, to_json(wanted.after(from_json(unsent) if unsent else None)))
        return Reply(chat, answer.toast, answer.heard, answer.forgets)

    def _lose(self, person: int, now: datetime) -> None:
        self.store.people.lose(person, now)
        if known := self.store.people.get(person):
            playing.pause_for(self._known(known, now))

    def _say_once(self, chat: int) -> Reply | None:
        if self.store.chats.owed(chat) or self.store.chats.shown(chat):
            return None
        return self._owe(chat, Answer(home.in_a_group(self.knowledge.bot_name, self.knowledge.words)))


def _with_way_back(case: Case, answer: Answer) -> Answer:
    """Whoever looks at something else finds their session waiting, and the way back to it."""
    live = playing.pause_for(case)
    if live is None or answer.screen is None or answer.alone:
        return answer
    screen: Screen = home.with_way_back(answer.screen, live.id, case.words)
    return replace(answer, screen=screen)


def _chat(news: News) -> int:
    return news.chat if isinstance(news, Elsewhere) else news.sender.id
