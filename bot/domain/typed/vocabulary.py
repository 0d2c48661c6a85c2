"""What typed words can ask for, beside the labels of the buttons in view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.domain.person.what_rests import SoreSpot
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.domain.typed.dates import DateWords
from bot.domain.typed.quantities import QuantityWords
from bot.domain.typed.when.when_words import WhenWords


class Wish(Enum):
    """What can be asked for in any state."""

    START = "start"
    REMIND = "remind"
    EXERCISES = "exercise"
    ROUTINES = "routine"
    LEARN = "learn"
    PROGRESS = "progress"
    SETTINGS = "settings"
    HELP = "help"
    STOP = "stop"
    DELETE = "delete"
    HOME = "home"
    THANKS = "thanks"
    NO_FLOOR = "no-floor"
    WORK_AROUND = "work-around"
    PICTURES = "pictures"
    PICTURES_MOVING = "pictures-moving"
    PICTURES_STILL = "pictures-still"
    PICTURES_OFF = "pictures-off"
    IN_WORDS = "in-words"


class Edit(Enum):
    """What can be asked of a line of one's own routine, beside an amount."""

    UP = "up"
    DOWN = "down"
    FEWER = "fewer"
    MORE = "more"
    SHORTER = "shorter"
    LONGER = "longer"
    LEVEL = "level"
    REMOVE = "remove"


class AboutMe(Enum):
    """What can be said to the warning signs while they are in view, beside their labels."""

    NONE = "none"
    SOME = "some"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole phrases, as `phrase_or_signs` leaves them, and what they mean; and words of which more is put together.

    What a language lacks is not heard in it. `pains` and `places` are heard in any sentence, while what hurts is asked.
    `when`: how people say when, in every language, this one first.
    """

    moves: Mapping[str, Move] = field(default_factory=dict)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    edits: Mapping[str, Edit] = field(default_factory=dict)
    nods: Mapping[str, Nod] = field(default_factory=dict)
    pains: Mapping[str, Pain] = field(default_factory=dict)
    places: Mapping[str, SoreSpot] = field(default_factory=dict)
    signs: Mapping[str, AboutMe] = field(default_factory=dict)
    when: tuple[WhenWords, ...] = ()
    dates: DateWords = field(default_factory=DateWords)
    quantities: QuantityWords = field(default_factory=QuantityWords)
