"""The same person with the same policy on our own phone: over HTTP, through the whole bot, with the phone's clock moved."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coach.coach import Coach
from bot.domain.library.library import Library
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Preferences
from bot.domain.progress.diary import Entry
from bot.domain.session.session import Session
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.wire import decode, encode
from bot.store.database import Store
from tests.coach.talk import READING
from tests.known import known
from tests.year.living import BEGINS, MOST_DEEDS, Day, Life, Offered, Written, question_of
from tests.year.looking import Deed, Look, PutAway, Say, Tap
from tests.year.people import Someone

PERSON = 7


@dataclass
class LifeOnThePhone:
    """`moved`: on which days a session was begun. `scripts`: all that was ever to be done, with who it was for."""

    one: Someone
    phone: Phone
    store: Store
    moved: list[int] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    scripts: list[Written] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hand: PhoneUser = self.phone.person(PERSON, self.one.name)
        self._cases = Coach(self.store, known()).cases
        self._offered: list[Offered] = []
        self._others: list[str] = []
        self._asked: set[Daily] = set()
        self._ended: dict[datetime, Entry] = {}

    @property
    def library(self) -> Library:
        return known().english.library

    def moment(self, day: int) -> datetime:
        on = BEGINS + timedelta(days=day)
        return datetime.combine(on, self.one.wakes, ZoneInfo(self.one.zone)).astimezone(UTC)

    async def lives(self, days: int) -> "LifeOnThePhone":
        for day in range(days):
            if self.one.comes(day):
                await self.phone.time.comes_to(self.moment(day))
                await self._takes_up_the_phone(day)
            others, asked = tuple(dict.fromkeys(self._others)), frozenset(self._asked)
            self.days.append(Day(day, BEGINS + timedelta(days=day), tuple(self._offered), others, asked))
            self._offered, self._others, self._asked = [], [], set()
        self._ended = {entry.began_at: entry for entry in self.store.diary.newest_first(PERSON)}
        return self

    def ended(self, offered: Offered) -> Entry:
        """How it ended, and what they said of it."""
        return self._ended[offered.at]

    async def _takes_up_the_phone(self, day: int) -> None:
        words = self.one.begins_with(day)
        if words != "/start" or "Start" not in self.hand.sees.labels:
            await self._does(day, Say(words))
        left = [Say(words) for words in self.one.asks.get(day, ())]
        for _ in range(MOST_DEEDS):
            deed = self.one.next(self._look(day))
            if isinstance(deed, PutAway) and not left:
                return
            await self._does(day, left.pop(0) if isinstance(deed, PutAway) else deed)
        raise AssertionError(f"{self.one.name}, day {day}: in circles at\n{self.hand.sees.text}")

    async def _does(self, day: int, deed: Deed) -> None:
        before, seen, tapped = self.store.sessions.live(PERSON), "", ""
        match deed:
            case Tap(action):
                wire, card = encode(action), self.hand.live_keyboards[-1]
                tapped = next(each.label for row in card.buttons for each in row if each.data == wire)
                seen = card.text
                self.hand.taps_data(wire, card.id)
            case Say(words):
                tapped = words
                self.hand.says(words)
            case _:
                await self.phone.time.comes_to_next_due()
        await self.phone.until(self._is_answered)
        await self.phone.time.passes(READING)
        self._notes(day, before, seen, tapped)

    def _notes(self, day: int, before: Session | None, seen: str, tapped: str) -> None:
        live = self.store.sessions.live(PERSON)
        if live is None:
            self._others.append(self.hand.live_keyboards[-1].text.partition("\n")[0])
            return
        who = self._who()
        if before is None or before.id != live.id:
            self._offered.append(
                Offered(day, live.began_at, seen, tapped, tapped, live.routine, live.script, who)
            )
            self.moved += [] if day in self.moved else [day]
        if before is None or before.script != live.script:
            self.scripts.append(Written(day, live.script, who))

    def _who(self) -> Preferences:
        """As the bot knows them now."""
        return self._cases.of(PERSON, self.phone.time.clock()).who

    def _is_answered(self) -> bool:
        is_heard = not len(self.phone.telegram.updates) and not self.hand.unanswered
        return is_heard and self.store.chats.owed(PERSON) is None and len(self.hand.live_keyboards) == 1

    def _look(self, day: int) -> Look:
        sees, live = self.hand.live_keyboards[-1], self.store.sessions.live(PERSON)
        read = (decode(button.data or "") for row in sees.buttons for button in row)
        actions = tuple(action for action in read if action)
        self._asked |= {question for action in actions if (question := question_of(action))}
        return Look(
            sees.text,
            actions,
            day,
            BEGINS + timedelta(days=day),
            has_moved=day in self.moved,
            waits=live is not None and live.wake_at is not None,
            move=live.now_playing.ref.exercise if live else "",
        )


AnyLife = Life | LifeOnThePhone
