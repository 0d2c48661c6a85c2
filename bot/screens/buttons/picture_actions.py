"""Everything a button can mean that has to do with pictures."""

from dataclasses import dataclass

from bot.domain.person.person import Pictures


@dataclass(frozen=True, slots=True)
class ShowMistake:
    """What often goes wrong with an exercise."""

    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class SetPictures:
    """Moving, still, or in words only."""

    pictures: Pictures
