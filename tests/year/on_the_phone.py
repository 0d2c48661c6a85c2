"""The same person with the same policy on our own phone: over HTTP, through the whole bot, with the phone's clock moved."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.wire import decode, encode
from bot.store.database import Store
from tests.coach.talk import READING
from tests.year.living import BEGINS, MOST_DEEDS
from tests.year.looking import Deed, Look, PutAway, Say, Tap
from tests.year.people import Someone


@dataclass
class LifeOnThePhone:
    """`moved`: on which days a session was begun."""

    one: Someone
    phone: Phone
    store: Store
    moved: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hand: PhoneUser = self.phone.person(7, self.one.name)

    def moment(self, day: int) -> datetime:
        on = BEGINS + timedelta(days=day)
        return datetime.combine(on, self.one.wakes, ZoneInfo(self.one.zone)).astimezone(UTC)

    async def lives(self, days: int) -> "LifeOnThePhone":
        for day in range(days):
            if self.one.comes(day):
                await self.phone.time.comes_to(self.moment(day))
                await self._takes_up_the_phone(day)
        return self

    async def _takes_up_the_phone(self, day: int) -> None:
        if "Start" not in self.hand.sees.labels:
            await self._does(Say("/start"))
        left = [Say(words) for words in self.one.asks.get(day, ())]
        for _ in range(MOST_DEEDS):
            deed = self.one.next(self._look(day))
            if isinstance(deed, PutAway) and not left:
                return
            await self._does(left.pop(0) if isinstance(deed, PutAway) else deed)
            if self.store.sessions.live(7) and day not in self.moved:
                self.moved.append(day)
        raise AssertionError(f"{self.one.name}, day {day}: in circles at\n{self.hand.sees.text}")

    async def _does(self, deed: Deed) -> None:
        match deed:
            case Tap(action):
                wire = encode(action)
                self.hand.taps_data(wire, self._keyed())
            case Say(words):
                self.hand.says(words)
            case _:
                await self.phone.time.comes_to_next_due()
        await self.phone.until(self._is_answered)
        await self.phone.time.passes(READING)

    def _is_answered(self) -> bool:
        is_heard = not len(self.phone.telegram.updates) and not self.hand.unanswered
        return is_heard and self.store.chats.owed(7) is None and len(self.hand.live_keyboards) == 1

    def _keyed(self) -> int:
        return self.hand.live_keyboards[-1].id

    def _look(self, day: int) -> Look:
        sees, live = self.hand.live_keyboards[-1], self.store.sessions.live(7)
        actions = (decode(button.data or "") for row in sees.buttons for button in row)
        return Look(
            sees.text,
            tuple(action for action in actions if action),
            day,
            BEGINS + timedelta(days=day),
            has_moved=day in self.moved,
            waits=live is not None and live.wake_at is not None,
            move=live.now_playing.ref.exercise if live else "",
        )
