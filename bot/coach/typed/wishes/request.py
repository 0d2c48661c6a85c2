"""A wish on its way to be granted: whose it is, in which words, and how sure the bot is of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.coach.case import Answer, Case
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import one_tap
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Action
from bot.screens.person import wish_screens
from bot.screens.screen import Button


@dataclass(frozen=True, slots=True)
class Request:
    case: Case
    text: str
    meant: Meant

    @property
    def wish(self) -> Wish:
        return self.meant.wish

    @property
    def ideas(self) -> Mapping[str, str]:
        return self.meant.ideas

    @property
    def vocabulary(self) -> Vocabulary:
        return self.case.language.vocabulary

    def does_or_asks(self, label: str, action: Action) -> Answer:
        if self.meant.is_sure:
            return replace(tapped(self.case, action), toast=None)
        return self.asks(self.case.words("wish-likely"), label, action)

    def asks(self, question: str, label: str, action: Action) -> Answer:
        first = Button(label, action)
        return self.asks_which(question, first, one_tap.second(self.case, self.meant.others, first))

    def asks_which(self, question: str, first: Button, second: Button | None) -> Answer:
        if second is None:
            return Answer(wish_screens.ask_back(question, (first,), self.case.words))
        is_open = question == self.case.words("wish-likely")
        which = self.case.words("wish-likely-two") if is_open else question
        return Answer(wish_screens.ask_back(which, (first, second), self.case.words))
