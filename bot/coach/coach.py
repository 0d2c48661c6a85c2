"""Routes each message, tap and knock of the clock to the file that decides about it; it never waits."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.admin import admin_commands
from bot.coach.admin.broadcast_desk import BroadcastDesk
from bot.coach.admission.doorkeeper import Doorkeeper
from bot.coach.by_the_clock import ByTheClock
from bot.coach.case import Answer, Case, save_preferences
from bot.coach.cases import Cases
from bot.coach.choose.moves_rest import offering_none
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.who_is_in import access_of, is_in
from bot.coach.mishaps import ToldOnce
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Reply, Said, Sender, Sent, Tapped
from bot.coach.owed import owe, reply
from bot.coach.person import danger, export, resting
from bot.coach.person.taking_back import take_back_from_locked
from bot.coach.put_aside import PutAside
from bot.coach.reminders import due
from bot.coach.reminders.claims import Claims
from bot.coach.session import play
from bot.coach.session.live import close
from bot.coach.tapping import tapped_by_finger
from bot.coach.typed import answering_words
from bot.coach.typed.danger.in_pieces import SaidBefore
from bot.coach.view.in_view import card_in_view, danger_asked_about, help_in_view, is_danger_asked
from bot.coach.view.talk_of_violence import kept_secret, once_more
from bot.domain.admission.access import Access
from bot.domain.person.lost import may_try_again, try_again_at
from bot.domain.person.person import Person, Preferences, Rest
from bot.domain.session.session import Phase, Session
from bot.domain.typed.danger.heard import IN_DANGER, is_danger
from bot.screens.admission import outside_screens
from bot.screens.buttons.actions import Go, Place
from bot.screens.buttons.wire import decode, encode
from bot.screens.person import home
from bot.screens.person.danger_screens import QUESTION
from bot.screens.session import following
from bot.screens.view import from_json
from bot.store.chat.shown import Loss
from bot.store.database import Store
from bot.store.file.damage import FileFails, is_damage
from bot.store.reminders.deliveries import State
from bot.store.session.sessions import SessionRow, Unreadable

log = logging.getLogger(__name__)

_DELETES = encode(Go(Place.DELETE_SURELY))

PUT_OFF = timedelta(hours=1)
"""A session that could not be rung waits this long before the next try, so that the others go on."""


class Coach:
    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self.store, self.cases = store, Cases(store, knowledge)
        self.by_the_clock = ByTheClock()
        self.claims = Claims(store, self.cases, self.by_the_clock)
        self._doorkeeper = Doorkeeper()
        self._said_before = SaidBefore()
        self.broadcasts = BroadcastDesk(store, self.cases, self.by_the_clock)
        self._told = ToldOnce(log)
        self._aside = PutAside(store, "session", log)

    @property
    def knowledge(self) -> Knowledge:
        return self.cases.knowledge

    def take(self, update: int, news: News, now: datetime) -> Reply | None:
        with self.store.transaction():
            if self.store.updates.has_counted(update):
                return Reply(_chat(news))
            self.store.updates.count(update, now)
            decided = self._decide(news, now)
        if decided and decided.forgot:
            self.store.empty_log()
        return decided

    def replace_content(self, content: Knowledge) -> None:
        self.cases.knowledge = replace(
            self.knowledge,
            languages=content.languages,
            danger=content.danger,
            help=content.help,
            atlas=content.atlas,
            ear=content.ear,
        )

    def copy_for(self, person: int, now: datetime) -> str:
        """The JSON that the packer of an export needs besides the rows."""
        return export.told(self.cases.of(person, now))

    def pass_over(self, update: int, now: datetime) -> None:
        with self.store.transaction():
            if not self.store.updates.has_counted(update):
                self.store.updates.count(update, now)

    def ring(self, now: datetime) -> Iterator[Reply]:
        while (number := self.store.sessions.due_id(now, self._aside.numbers(now))) is not None:
            try:
                with self.store.transaction():
                    row = self.store.sessions.row(number)
                    rung = self._read_and_ring(row, now) if row else None
            except Exception as error:  # noqa: BLE001 - whatever goes wrong with one, the others still ring
                self.by_the_clock.take_back()
                self._put_off(number, now, error)
            else:
                self.by_the_clock.tell()
                if rung:
                    yield rung

    def wake_up(self, now: datetime, wall: datetime | None = None) -> None:
        self.claims.wake_up(now, wall)
        self.broadcasts.wake_up(now)

    def next_due(self) -> datetime | None:
        moments = (self.store.sessions.next_due(), self.store.reminders.next_due())
        return min((moment for moment in moments if moment), default=None)

    def judge_again(self, chat: int, now: datetime) -> None:
        """Decides again about a reminder or goodbye that `chat` is owed, because it has waited too long to still be true."""
        owed = from_json(self.store.chats.owed(chat))
        if owed and owed.ends:
            self.forget_chat(chat)
        else:
            self.claims.judge_again(chat, now)

    def forget_chat(self, chat: int) -> None:
        with self.store.transaction():
            self.store.chats.forget(chat)
        self.store.empty_log()

    def reminder_failed(self, delivery: int, now: datetime) -> None:
        with self.store.transaction():
            self.store.deliveries.end(delivery, State.FAILED, now)

    def file_sent(self, chat: int, now: datetime) -> None:
        """Call after a file was sent: meanwhile they may have said something that closes the moves."""
        with self.store.transaction():
            take_back_from_locked(self.cases.of(chat, now))

    def file_failed(self, chat: int, session: int, now: datetime, *, no_room: bool) -> Reply:
        with self.store.transaction():
            self.store.sessions.close(session, chat)
            case = self.cases.of(chat, now)
            screen = following.not_made(session, case.words, no_room=no_room)
            return reply(case, Answer(screen, fresh=True, alone=True))

    def apologise(self, chat: int, now: datetime, message: int = 0) -> Reply:
        """`message`: the id of their message that could not be answered."""
        with self.store.transaction():
            return self._sorry(chat, now, message, fresh=True)

    def words_for_lost_file(self, chat: int, job: str) -> str:
        """HTML."""
        words = self.knowledge.language_for(*self.store.people.languages(chat)).words
        return home.file_not_made(job, words)

    def is_danger(self, text: str) -> bool:
        """True also for a cry for help that answers the card in view."""
        return self.knowledge.help.cries.are(text) or is_danger(text, self.knowledge.danger)

    def whom_to_call(self, person: int, telegram: str, text: str, now: datetime) -> str:
        """The card that says whom to call, as HTML, for when the file can't be written. "" if `text` does not speak of danger."""
        heard = self.knowledge.danger.hears(text)
        if heard is None or heard.tier not in IN_DANGER:
            return ""
        stranger = Person(person, "", telegram)
        try:
            known = self.cases.person(person, now)
        except FileFails:
            known = None
        return danger.help_words(self.cases.of_person(known or stranger, now), heard)

    def cannot_follow(self, person: int, now: datetime, *, is_tap: bool) -> Reply:
        """For people who send more than anybody may. The card that says whom to call is never replaced."""
        with self.store.transaction():
            case = self.cases.of(person, now)
            if is_tap:
                return Reply(person, outside_screens.slow_down(case.words))
            if (card := card_in_view(case)) and card.weighs:
                return Reply(person)
            may_go_on = is_in(self.store, self.knowledge.operator, person)
            screen = outside_screens.cannot_follow(case.words, has_home=may_go_on)
            return reply(case, Answer(screen, fresh=True, alone=not may_go_on))

    def lost(self, person: int, now: datetime) -> None:
        with self.store.transaction():
            loss = self.store.chats.loss(person)
            if loss is None or may_try_again(loss.ask_again_at, now):
                times = loss.times + 1 if loss else 1
                then = try_again_at(times, now)
                self._lose(person, Loss(times, then), now)
                if then is None:
                    self.store.reminders.rest_all(person)

    def _decide(self, news: News, now: datetime) -> Reply | None:
        match news:
            case Blocked(sender):
                first = Loss(1, try_again_at(1, now))
                self._lose(sender.id, self.store.chats.loss(sender.id) or first, now)
                return None
            case CameBack(sender):
                return self._welcome_back(sender.id, now)
            case Elsewhere(chat):
                return self._say_once(chat, now)
            case Said(sender) | Sent(sender) | Located(sender) | Tapped(sender) if (
                access := access_of(self.store, self.knowledge.operator, sender.id)
            ) is not Access.IN:
                return self._outside(sender, access, news, now)
            case Said(_, text, is_edit=True) if not self.is_danger(text):
                return None
            case Tapped(sender, data) if data == _DELETES and not self.store.people.get(sender.id):
                return Reply(sender.id)  # the second of two taps must not make them known again
            case Said(sender) | Sent(sender) | Located(sender) | Tapped(sender):
                case = self._with_pieces(_with_message(self._case(sender, now), news), news)
                if _is_changed_for_nothing(case, news):
                    return None
                decided = reply(case, offering_none(case, self._answer(case, news)))
                take_back_from_locked(case)
                return decided

    def _with_pieces(self, case: Case, news: Said | Sent | Located | Tapped) -> Case:
        if isinstance(news, Said):
            return replace(case, before=self._said_before.before(case, news.text))
        self._said_before.forget(case.person.id)
        return case

    def _outside(
        self, sender: Sender, access: Access, news: Said | Sent | Located | Tapped, now: datetime
    ) -> Reply:
        """A stranger is kept for two days, and only with what their chat shows."""
        self.store.chats.mark_found(sender.id)
        told = self.store.admission.resting_stranger(sender.id)
        stranger = Person(sender.id, sender.name, sender.language, told)
        known = self.cases.person(sender.id, now)
        case = _with_message(self.cases.of_person(known or stranger, now), news)
        if known is None:
            self.store.admission.note_stranger(sender.id, now)
        if answer := self._doorkeeper.answer(case, access, news):
            return reply(case, answer)
        case = self._let_in(sender, told, now)
        return reply(case, offering_none(case, answering_words.answer_words(case, Said(sender, "/start"))))

    def _let_in(self, sender: Sender, told: Preferences, now: datetime) -> Case:
        """`told`: what they were told to look after before they were let in."""
        case = self._case(sender, now)
        if told.rest is not Rest.NONE:
            rests = replace(case.who, rest=told.rest, rests_until=told.rests_until)
            case = save_preferences(case, rests)
        self.store.admission.admit(sender.id, now)
        self.store.admission.forget_stranger(sender.id)
        return case

    def _answer(self, case: Case, news: Said | Sent | Located | Tapped) -> Answer:
        match news:
            case Said():
                return answering_words.answer_words(case, news)
            case Sent(_, what, file):
                if (asked := resting.asked_first(case)) and not danger_asked_about(case):
                    return asked
                if only_words := admin_commands.sent(case):
                    return only_words
                return (
                    answering_words.answer_picture(case, file)
                    if file
                    else answering_words.answer_without_words(case, what)
                )
            case Located(_, latitude, longitude):
                return answering_words.answer_location(case, latitude, longitude)
            case Tapped(_, data):
                case, action = replace(case, tap=data), decode(data)
                if late := danger.late_tap(case, action):
                    return late
                return resting.asked_first(case, action) or tapped_by_finger(case, action)

    def _read_and_ring(self, row: SessionRow, now: datetime) -> Reply | None:
        try:
            return self._ring(row.read(), now)
        except Unreadable as unreadable:
            return self._close(unreadable, now)

    def _ring(self, session: Session, now: datetime) -> Reply | None:
        """None if the person blocked the bot or was banned; the session goes on unseen. Raises Unreadable."""
        person = self.store.people.get(session.person)
        if person is None:
            raise Unreadable(session.id, session.person)
        case = self.cases.of_person(person, now, self.store.chats.debt(person.id))
        is_asked = is_danger_asked(case)
        answer = play.ring(case, session)
        if answer is None:
            raise LookupError("a session that was due and would not ring")
        if is_asked:
            answer = replace(answer, screen=None, rings=False)
        hears = not person.is_lost and is_in(self.store, self.knowledge.operator, person.id)
        answered = reply(case, answer) if hears else None
        what = "question" if session.phase is Phase.ASKED else "beat"
        self.by_the_clock.note(what, person.id, is_fresh=answered.is_fresh if answered else None)
        return answered

    def _close(self, row: Unreadable, now: datetime) -> Reply | None:
        close(self.store, row)
        person = self.store.people.get(row.person)
        if person is None or person.is_lost:
            return None
        return self._sorry(row.person, now, fresh=False)

    def _sorry(self, chat: int, now: datetime, message: int = 0, *, fresh: bool) -> Reply:
        """Reads as little as possible about them, since that may be what can't be read. The card that says whom to
        call stays in view; if they wait for an answer, it comes again with an apology."""
        self.store.awaiting.expect(chat, None, now)
        speaks, telegram = self.store.people.languages(chat)
        case = self.cases.of_person(Person(chat, "", telegram, Preferences(speaks=speaks)), now)
        case = replace(case, message=message)
        sorry = Answer(home.our_fault(case.words), fresh=fresh, rings=fresh)
        view = card_in_view(case)
        if view and danger.is_kept_in_view(case):
            again = once_more(case, view, message, case.words("our-fault"))
            sorry = replace(again, fresh=True) if fresh else Answer(None)
        return owe(self.store, chat, kept_secret(case, sorry), now)

    def _put_off(self, session: int, now: datetime, error: Exception) -> None:
        """Stores the delay in the session's row, which outlasts a restart, or in memory if the row can't be written."""
        if not is_damage(error):
            try:
                with self.store.transaction():
                    if row := self.store.sessions.row(session):
                        self.store.sessions.put_off(row, now + PUT_OFF)
            except FileFails as damage:
                if not is_damage(damage):
                    raise
            else:
                self._told.tell(f"session {session} could not be rung; put off", error)
                return
        self._aside.put(session, now, error)

    def _case(self, sender: Sender, now: datetime) -> Case:
        stranger = Person(sender.id, sender.name, sender.language)
        was_lost = self.store.chats.mark_found(sender.id)
        self.store.people.meet(stranger, now)
        found = self.store.chats.debt(sender.id)
        case = self.cases.of_person(self.cases.person(sender.id, now) or stranger, now, found)
        if was_lost:
            due.wake(case)
        return case

    def _lose(self, person: int, loss: Loss, now: datetime) -> None:
        known = self.store.people.get(person)
        if known is None:
            self.store.chats.forget(person)
            return
        self.store.chats.mark_lost(person, now, loss)
        self.store.deliveries.mark_lost(person, now)
        play.pause_for(self.cases.of_person(known, now))

    def _welcome_back(self, person: int, now: datetime) -> Reply | None:
        if not self.store.chats.mark_found(person) or self.store.people.get(person) is None:
            return None
        due.wake(self.cases.of(person, now))
        return Reply(person)

    def _say_once(self, chat: int, now: datetime) -> Reply | None:
        if self.store.chats.owed(chat) or self.store.chats.shown(chat):
            return None
        answer = Answer(home.in_a_group(self.knowledge.bot_name, self.knowledge.english.words))
        return owe(self.store, chat, answer, now)


def _chat(news: News) -> int:
    return news.chat if isinstance(news, Elsewhere) else news.sender.id


def _with_message(case: Case, news: News) -> Case:
    return replace(case, message=news.message) if isinstance(news, Said | Sent | Located) else case


def _is_changed_for_nothing(case: Case, news: News) -> bool:
    """An edit is ignored unless it becomes a cry for help, or the person is being asked about danger or was told whom to call."""
    if not isinstance(news, Said) or not news.is_edit or is_danger(news.text, case.known.danger):
        return False
    return help_in_view(case, QUESTION) is None
