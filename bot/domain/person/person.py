"""A person: what they said of themselves, and what that allows."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, unique
from typing import Annotated, Any

from bot.domain.library.exercise import Equipment, FormRef, Tag
from bot.domain.person.rings import USUAL_RINGS, Rings
from bot.domain.person.stages import Stage
from bot.domain.person.voice_level import Voice
from bot.domain.person.what_rests import NOTHING_RESTS, Resting

LENGTHS = (2, 5, 10, 15)
"""The lengths of a session that can be chosen, in minutes."""

LOCKS = frozenset({Tag.SURGERY, Tag.STIFF_SPINE})
"""With one of these, exercises stay closed until the people who treat the person have said yes (docs/facts.md: locks-until-cleared)."""

GENTLE_UNTIL_YES = frozenset({Tag.DISC, Tag.HEART, Tag.THIN_BONES, Tag.EYES})
"""With one of these, exercises stay gentle until somebody has said that the person may move (docs/facts.md: gentle-until-yes)."""


class Cleared(Enum):
    """The result of the warning signs (docs/facts.md: warning-signs)."""

    UNASKED = "unasked"
    CLEAR = "clear"
    SOON = "soon"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Rest(Enum):
    """Why reminders rest, apart from pauses of single reminders. No value reveals what was heard.

    UNTIL_CLEAR: something must be looked after first, and the warning signs answered. UNTIL_ASKED: for a day, and
    then until the person is asked whether they should go on. ASKED: they were asked."""

    NONE = "none"
    UNTIL_CLEAR = "until-clear"
    UNTIL_ASKED = "until-asked"
    ASKED = "asked"


REMINDERS_REST_FOR = timedelta(days=1)


class Seen(Enum):
    """Whether anyone has looked at this back."""

    PROFESSIONAL = "professional"
    NEW = "new"
    OLD = "old"
    NOTHING_HURTS = "nothing-hurts"


class Floor(Enum):
    """Where the person can get down to, and up again by themselves. STAND: they stand, and don't get down."""

    YES = "yes"
    BED = "bed"
    STAND = "stand"
    SEATED = "seated"


class Age(Enum):
    ADULT = "18"
    MIDDLE = "50"
    OLDER = "65"
    MINOR = "0"


class Pictures(Enum):
    """How the person wants to see exercises. The values are wire forms. OFF: in words only."""

    MOVING = "moving"
    STILL = "still"
    OFF = "off"


@unique
class Switch(Enum):
    """A yes-or-no setting that does not affect which exercises are chosen. The values are wire forms."""

    IS_DISCREET = "kd"
    FOLLOWS_UP = "ku"
    IS_LARGE = "va"
    IS_SHORT = "vb"
    HIDES_RUN = "cr"
    SKIPS_CHECK_IN = "bj"
    LISTENS = "fd"
    IS_HANDS_FREE = "lh"
    SKIPS_NEWS = "kb"

    @property
    def field(self) -> str:
        return self.name.lower()


class NoLonger(Enum):
    """What became of a pregnancy. The values are wire forms.

    BORN: whether by caesarean is asked next. OVER: nothing is asked, and nothing assumed. MISTAKE: it was ticked by mistake.
    """

    BORN = "b"
    CAESAREAN = "c"
    NO_CAESAREAN = "v"
    OVER = "o"
    MISTAKE = "m"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person answered; None if they were not asked, or would rather not say. Moments are UTC.

    `signs_text`: the version of the warning signs that they answered at `cleared_at`. `signs_again`: something has
    happened since, so they are asked before the next exercise; `complained`: they told of a complaint, and not yet
    that it is only stiff. `tags`: what they work around; `allowed`: tags for which the people who treat it have said
    yes; `will_ask`: tags they want to ask about first. `after_birth`: a pregnancy is over, and nobody has said yet
    that they may move. `stage`: how much it hurts these days. `news_at`: when they last said that nothing is new;
    `news_again`: they should be asked that, but another question took the day.

    `too_much`: forms that were too much or hurt; an easier one is offered. `resting`: what rests for now.
    `easy_until`: breathing and a walk are enough until then, because it was worse or nobody knew. `never`, `liked`:
    slugs of exercises. `no_floor_at`, `seated_at`: when they last asked for nothing on the floor, or for seated moves
    only, for the day. `equipment`: what they have at hand. `minutes`: the length of a session. `goal`: days a week.

    `rest`: why reminders rest; `rests_until`: until when at least. `follows_up`: a reminder without an answer comes
    once more. `is_discreet`: reminders show no picture and name no part of the body. `zone`: an IANA name;
    `zone_is_sure` once they have agreed with its time.

    `is_large`: one button a row, and few words; `is_short`: few words. `hides_run`: the length of their best run is
    not shown. `listens`: listening is offered first; `voice`: how much is said then. `speaks`: the tag of the
    language they chose. `rings_at`: what a session rings for. `is_hands_free`: a session waits for no tap before
    exercises that they know.

    `taken_down`: what was made less after hard sessions, as `taken_down.py` writes it.

    `check_in_day`: the weekday (Monday 0) of the weekly check-in; `skips_check_in`: they get none. `skips_news`: they
    get no broadcasts from admins. `limits`: the one thing that their back limits, in their words, untrusted and
    private."""

    cleared: Cleared = Cleared.UNASKED
    cleared_at: datetime | None = None
    age: Age | None = None
    seen: Seen | None = None
    tags: frozenset[Tag] = frozenset()
    floor: Floor | None = None
    level: Annotated[int, range(1, 4)] = 1
    equipment: frozenset[Equipment] | None = None
    minutes: int | None = None
    goal: Annotated[int, range(1, 8)] | None = None
    zone: str | None = None
    zone_is_sure: bool = False
    is_discreet: bool = False
    follows_up: bool = False
    is_large: bool = False
    is_short: bool = False
    hides_run: bool = False
    pictures: Pictures = Pictures.MOVING
    voice: Voice = Voice.FULL
    listens: bool = False
    speaks: str | None = None
    rest: Rest = Rest.NONE
    rests_until: datetime | None = None
    too_much: frozenset[FormRef] = frozenset()
    resting: Resting = NOTHING_RESTS
    easy_until: datetime | None = None
    stage: Stage = Stage.MILD
    never: frozenset[str] = frozenset()
    liked: frozenset[str] = frozenset()
    no_floor_at: datetime | None = None
    seated_at: datetime | None = None
    signs_text: str | None = None
    signs_again: bool = False
    complained: bool = False
    news_at: datetime | None = None
    news_again: bool = False
    after_birth: bool = False
    allowed: frozenset[Tag] = frozenset()
    will_ask: frozenset[Tag] = frozenset()
    check_in_day: int | None = None
    skips_check_in: bool = False
    limits: str | None = None
    rings_at: frozenset[Rings] = USUAL_RINGS
    is_hands_free: bool = False
    taken_down: str = ""
    skips_news: bool = False

    def is_on(self, switch: Switch) -> bool:
        on: bool = getattr(self, switch.field)
        return on

    def turned(self, switch: Switch, *, on: bool) -> "Preferences":
        change: dict[str, Any] = {switch.field: on}
        return replace(self, **change)

    @property
    def on_another_day(self) -> "Preferences":
        """As they will be tomorrow, even if today is for breathing and walking: for showing things that are not begun now."""
        return replace(self, resting=replace(self.resting, easy=None)) if self.resting.easy else self

    @property
    def with_nothing_resting(self) -> "Preferences":
        return replace(self, resting=NOTHING_RESTS) if self.resting != NOTHING_RESTS else self

    @property
    def is_gentle(self) -> bool:
        # docs/facts.md: new-and-unseen, gentle-until-yes
        return self.seen is Seen.NEW or self.cleared is Cleared.SOON or bool(self.without_yes)

    @property
    def without_yes(self) -> frozenset[Tag]:
        return (self.tags & GENTLE_UNTIL_YES) - self.allowed

    @property
    def locked_by(self) -> frozenset[Tag]:
        return (self.tags & LOCKS) - self.allowed

    @property
    def is_locked(self) -> bool:
        is_signed = self.cleared in (Cleared.URGENT, Cleared.EMERGENCY)
        return is_signed or self.age is Age.MINOR or self.after_birth or bool(self.locked_by)

    @property
    def on_the_safe_side(self) -> "Preferences":
        # Nothing on the floor as long as nobody has asked.
        return self if self.floor else replace(self, floor=Floor.STAND)

    def ticked(self, tag: Tag, *, on: bool) -> "Preferences":
        if on == (tag in self.tags):
            return self
        tags = self.tags | {tag} if on else self.tags - {tag}
        # A yes was about the old tick: a new one asks again.
        return replace(self, tags=tags, allowed=self.allowed - {tag}, will_ask=self.will_ask - {tag})

    def no_longer_pregnant(self, how: NoLonger) -> "Preferences":
        """A caesarean counts as surgery. Unless it was a mistake, any other end waits for a yes too (docs/facts.md: locks-until-cleared)."""
        if how is NoLonger.BORN:
            return self
        who = self.ticked(Tag.PREGNANT, on=False)
        if how is NoLonger.CAESAREAN:
            anew = who.ticked(Tag.SURGERY, on=False).ticked(Tag.SURGERY, on=True)
            return replace(anew, after_birth=False)
        return who if how is NoLonger.MISTAKE else replace(who, after_birth=True)

    @property
    def dose_level(self) -> int:
        # docs/facts.md: dose-level
        if self.is_gentle or self.stage is Stage.HIGH:
            return 1
        return min(self.level, 2) if self.stage is Stage.MODERATE else self.level

    @property
    def most_intense(self) -> int:
        # docs/facts.md: most-intense
        if self.is_gentle or self.stage is Stage.HIGH:
            return 1
        return 2 if self.level == 1 or self.stage is Stage.MODERATE else 3

    @property
    def is_cleared(self) -> bool:
        return self.cleared in (Cleared.CLEAR, Cleared.SOON)

    @property
    def waits_to_be_clear(self) -> bool:
        is_closed = self.cleared in (Cleared.URGENT, Cleared.EMERGENCY)
        return is_closed or (self.rest is Rest.UNTIL_CLEAR and not self.is_cleared)

    @property
    def reminders_rest(self) -> bool:
        is_a_day_off = self.rest in (Rest.UNTIL_ASKED, Rest.ASKED) or self.rests_until is not None
        return is_a_day_off or self.waits_to_be_clear

    @property
    def hears_no_news(self) -> bool:
        """`bot/store/admin/broadcasts.py` has the same rule in SQL."""
        return self.skips_news or self.is_locked or self.reminders_rest

    def asks_to_go_on(self, now: datetime) -> bool:
        is_over = self.rests_until is not None and now >= self.rests_until
        return self.rest is Rest.UNTIL_ASKED and is_over

    def resting_until_clear(self, now: datetime) -> "Preferences":
        # If reminders were off, or the question about them is open, it is asked again when all is clear.
        until = now if self.rest is Rest.ASKED else self.rests_until
        rests = replace(self, rest=Rest.UNTIL_CLEAR, rests_until=until)
        return replace(rests, cleared=Cleared.UNASKED, cleared_at=now) if self.is_cleared else rests

    def resting_for_a_day(self, now: datetime) -> "Preferences":
        rest = Rest.UNTIL_CLEAR if self.rest is Rest.UNTIL_CLEAR else Rest.UNTIL_ASKED
        return replace(self, rest=rest, rests_until=now + REMINDERS_REST_FOR)

    def looked_after(self) -> "Preferences":
        if self.rest is not Rest.UNTIL_CLEAR:
            return self
        return replace(self, rest=Rest.UNTIL_ASKED if self.rests_until else Rest.NONE)

    @property
    def was_sharp_twice(self) -> bool:
        # Within seven days, and no warning signs answered since (docs/facts.md: signs-again).
        twice_at = self.resting.twice_at
        return twice_at is not None and (self.cleared_at is None or self.cleared_at < twice_at)


@dataclass(frozen=True, slots=True)
class Person:
    """`id`: Telegram's id of the person, and of their private chat. `name` is untrusted.

    `is_lost`: they blocked this bot, or are gone, and have not come back; or they never had a chat with it.
    """

    id: int
    name: str
    language: str
    preferences: Preferences = Preferences()
    is_lost: bool = False
