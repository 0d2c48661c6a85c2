"""Defines the texts to read: a topic, and the group it stands in."""

from dataclasses import dataclass
from enum import Enum


class Group(Enum):
    """In the order in which they are shown. The values are wire forms."""

    BACK = "back"
    CAUSES = "causes"
    PREVENTION = "prevention"
    DESK = "desk"
    EVERYDAY = "everyday"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Topic:
    """`more`: the longer text, folded on the phone. `exercises`, `routines` and `topics`: slugs it leads on to.

    `only_a_doctor_knows`: people cannot find out for themselves whether they have it (docs/facts.md: only-a-doctor-knows).
    """

    slug: str
    title: str
    text: str
    more: str
    group: Group
    only_a_doctor_knows: bool
    exercises: tuple[str, ...]
    routines: tuple[str, ...]
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    signed_by: str
    signed_on: str
    search: tuple[str, ...] = ()
