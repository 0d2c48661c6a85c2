"""People who talk to the coach without a phone: what they say and tap, and what they would see."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import News, Reply, Said, Sender, Sent, Tapped, What
from bot.content.source.language_tags import ENGLISH
from bot.domain.library.library import Library
from bot.screens.view import View, from_json
from bot.store.chat.shown import Shown
from bot.store.database import Store
from tests.meaning import Meant, Ready, data_of, is_shown, offers

MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
SIGNS = "First, your safety"
GETS_DOWN = ("/settings", "floor", "yes")
"""What somebody says who should be led to the floor without being asked on the way."""
READING = timedelta(seconds=2)
"""How long people look at a card before they tap, unless a test says otherwise."""


def with_library(knowledge: Knowledge, library: Library) -> Knowledge:
    """The same, except for what English says."""
    return replace(knowledge, languages={ENGLISH: replace(knowledge.english, library=library)})


@dataclass
class World:
    """One store, one coach, and a clock that moves when told."""

    store: Store
    coach: Coach
    now: datetime = MORNING
    updates: Iterator[int] = field(default_factory=lambda: count(1000))
    reading: timedelta = READING

    def passes(self, seconds: float) -> list[Reply]:
        self.now += timedelta(seconds=seconds)
        replies = list(self.coach.ring(self.now))
        for reply in replies:
            self.deliver(reply.chat)
        return replies

    def deliver(self, chat: int) -> None:
        """Does what the messenger does: sends what is owed. By the next tap it has been read."""
        if owed := self.store.chats.owed(chat):
            self.store.chats.pay(chat, owed, Shown(1, owed, self.now, drawn_at=self.now - self.reading))

    def someone(self, id: int, name: str) -> "Someone":  # noqa: A002
        return Someone(self, Sender(id, name, "en"))


@dataclass
class Someone:
    world: World
    sender: Sender

    def says(self, text: str) -> Reply | None:
        return self.sends(Said(self.sender, text))

    def taps(self, what: Meant) -> Reply | None:
        """Taps the button with this meaning. A setting takes two taps, because its group comes first."""
        for group in [data for row in self.sees.keys for _, data, _ in row if data.startswith("vg.")]:
            if not self.offers(what):
                self.taps_data(group)
        return self.taps_data(data_of(self.sees, what))

    def offers(self, meant: Meant) -> bool:
        return offers(self.sees, meant)

    def gets_ready(self, what: str = "") -> bool:
        """True if the card asks to get ready for a move; `what` is its name and place."""
        return is_shown(self.sees, Ready(what))

    def taps_data(self, data: str) -> Reply | None:
        return self.sends(Tapped(self.sender, data))

    def sends_a(self, what: What) -> Reply | None:
        return self.sends(Sent(self.sender, what))

    def sends(self, news: News) -> Reply | None:
        reply = self.world.coach.take(next(self.world.updates), news, self.world.now)
        if reply:
            self.world.deliver(reply.chat)
        return reply

    @property
    def sees(self) -> View:
        """Turns spaces that do not break into ordinary ones."""
        shown = self.world.store.chats.shown(self.sender.id)
        assert shown, "nothing was ever shown"
        view = from_json(shown.view)
        assert view, "what is shown can't be read"
        return replace(view, text=view.text.replace("\u00a0", " "))

    @property
    def labels(self) -> list[str]:
        return [key[0] for row in self.sees.keys for key in row]


def starts(someone: Someone, routine: str = "turn and bend") -> None:
    """Leads to the first card of the routine, past the signs and the question about the floor."""
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        *GETS_DOWN,
        f"/routine {routine}",
        "do it",
    ):
        someone.says(said)
    assert someone.sees.card.startswith("play.")
