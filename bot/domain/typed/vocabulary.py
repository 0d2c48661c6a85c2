"""Everything that typed words can ask for, besides the labels of visible buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.domain.library.exercise import Tag
from bot.domain.person.what_rests import SoreSpot
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.domain.typed.dates import DateWords
from bot.domain.typed.quantities import QuantityWords
from bot.domain.typed.said.how_said import HowWords
from bot.domain.typed.said.pain_said import PainWords
from bot.domain.typed.said.place_said import PlaceNamed
from bot.domain.typed.said.said_back import SaidBack
from bot.domain.typed.said.signs_said import AboutMe
from bot.domain.typed.when.when_words import WhenWords
from bot.domain.typed.wishes.ideas import WishWords
from bot.domain.typed.wishes.wish import Wish


class Edit(Enum):
    """Changes to a line of a person's own routine, besides an amount."""

    UP = "up"
    DOWN = "down"
    FEWER = "fewer"
    MORE = "more"
    SHORTER = "shorter"
    LONGER = "longer"
    LEVEL = "level"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole phrases, as `phrase_or_signs` returns them, with their meanings, and sets of words for the parsers. What
    a language lacks is not heard in it.

    `pains` and `places` are heard in any sentence while the bot asks what hurts. `replies`: to the card in view;
    `beside_replies`: may stand with a yes. `tags`: while it is asked what to work around. These may stand beside
    others: `beside_tags` with `tags`, and `one_side` if it is only on one side; `beside_signs` with a "none" to the
    warning signs; `beside_moved` with `moved`, the movements that bring a complaint on. `begins_signs`: how an answer
    to the signs begins. `after_alarm`, anywhere in a sentence: an alarm was none, or has been looked after; so has it
    if somebody of `seen_by` said something of `found_well`. `hurting`: how much it hurts. `how`: how a session was,
    and the morning after. `order`: which of several, by its place; `beside_order` may stand with that. `when`: times, in every language, this one first. `said`: wishes in other words than these
    phrases."""

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
    replies: Mapping[str, SaidBack] = field(default_factory=dict)
    tags: Mapping[str, Tag] = field(default_factory=dict)
    beside_tags: frozenset[str] = frozenset()
    one_side: frozenset[str] = frozenset()
    beside_signs: frozenset[str] = frozenset()
    moved: Mapping[str, Tag] = field(default_factory=dict)
    beside_moved: frozenset[str] = frozenset()
    after_alarm: frozenset[str] = frozenset()
    begins_signs: frozenset[str] = frozenset()
    seen_by: frozenset[str] = frozenset()
    found_well: frozenset[str] = frozenset()
    beside_replies: frozenset[str] = frozenset()
    hurting: PainWords = field(default_factory=PainWords)
    how: HowWords = field(default_factory=HowWords)
    order: Mapping[str, PlaceNamed] = field(default_factory=dict)
    beside_order: frozenset[str] = frozenset()
    said: WishWords = field(default_factory=WishWords, compare=False)
