"""Makes a case for a person by reading from the file who they are right now."""

from datetime import datetime

from bot.coach.case import Case, resting_of, stage_of, tastes_of
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.person import Person
from bot.store.chat.shown import Debt
from bot.store.database import Store


class Cases:
    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self._store, self.knowledge = store, knowledge

    def of(self, person: int, now: datetime) -> Case:
        return self.of_person(self.person(person, now) or Person(person, "", ""), now)

    def of_person(self, person: Person, now: datetime, found: Debt | None = None) -> Case:
        known = self.knowledge
        language = known.language_for(person.preferences.speaks, person.language)
        return Case(person, self._store, language, now, known, found=found)

    def person(self, id: int, now: datetime) -> Person | None:  # noqa: A002
        row = self._store.people.row(id)
        if row is None:
            return None
        never, liked = tastes_of(self._store, id)
        return row.read(
            too_much=self._store.people.too_much(id),
            resting=resting_of(self._store, id, row.answers["zone"], row.answers["easy_until"], now),
            stage=stage_of(self._store, id, now),
            never=never,
            liked=liked,
        )
