"""Five kinds of people, as pure policies: a card is shown to them, and they say what they do next."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Floor, NoLonger, Seen
from bot.domain.person.what_rests import SoreSpot
from bot.domain.progress.diary import Rating
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move
from bot.screens.buttons.actions import (
    Action,
    ChooseGoal,
    Drafted,
    Drafting,
    Felt,
    FeltIn,
    FeltSomewhere,
    FloorFirst,
    MayMove,
    NodTo,
    NoSigns,
    NoteAfter,
    NotePain,
    NothingNew,
    Place,
    Play,
    Pregnancy,
    Rate,
    SaidMorning,
    SaidWhere,
    SaidYes,
    SetAge,
    SetFloor,
    SetSeen,
    SetZone,
    Taken,
    TellCheckIn,
    TickTag,
    TryAgain,
    What,
)
from tests.year.looking import Deed, Look, PutAway, Say, Tap, Wait

NOTHING = frozenset[Tag]()

GOAL = 4
"""Days a week, of those who are asked."""

NEVER, LIKED, TOLD_ON = "sphinx", "bird-dog", 30
"""What Ana never wants, and what she likes, and the day on which she says so."""

SWAPPED, SWAPPED_ON = "thread-the-needle", range(50, 64)
"""What Ana would rather not do, and when she says so by swapping it."""


def every_day(_: int) -> bool:
    return True


@dataclass(frozen=True)
class Someone:
    """`wakes`: when they take up the phone, by their own clock. `comes`: on which days, from 0. `tags`: what they work around
    on a day. `rates`: how it was, None where they don't say. `pain`: how much it hurts on a day. `begins_with`:
    what they type where no reminder waits; `asks`: what at the end of a day. `own`: what they do otherwise than most.
    """

    name: str
    kind: str
    city: str
    zone: str
    wakes: time
    floor: Floor
    age: Age
    seen: Seen = Seen.NOTHING_HURTS
    comes: Callable[[int], bool] = every_day
    tags: Callable[[int], frozenset[Tag]] = lambda _: NOTHING
    has_yes: Callable[[int], bool] = every_day
    rates: Callable[[int], Rating | None] = lambda _: Rating.RIGHT
    pain: Callable[[int], int] = lambda _: 1
    begins_with: Callable[[int], str] = lambda _: "/start"
    asks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    own: Callable[["Someone", Look], Deed | None] = lambda _, __: None

    def next(self, look: Look) -> Deed:
        return (
            self.own(self, look)
            or _safety(self, look)
            or _about(self, look)
            or _feeling(self, look)
            or _moving(look)
        )


def _safety(one: Someone, look: Look) -> Deed | None:
    """What stands before the moves."""
    if may := look.first(MayMove, lambda may: may.yes == one.has_yes(look.day)):
        return Tap(may)
    if (yes := look.first(SaidYes)) and one.has_yes(look.day):
        return Tap(yes)
    if floor := look.first(FloorFirst, lambda floor: floor.floor is one.floor):
        return Tap(floor)
    return _tap(
        look.first(NoSigns) or look.first(NothingNew) or look.first(TryAgain, lambda again: again.yes)
    )


def _about(one: Someone, look: Look) -> Deed | None:
    """Questions about themselves, and the reminder that is offered first."""
    if look.first(TickTag):
        missing = look.first(TickTag, lambda tick: tick.on == (tick.tag in one.tags(look.day)))
        return Tap(missing) if missing else _tap(look.leads(Place.TAGS_DONE))
    return _tap(
        look.first(SetSeen, lambda seen: seen.seen is one.seen)
        or look.first(SetFloor, lambda floor: floor.floor is one.floor)
        or look.first(SetAge, lambda age: age.age is one.age and len(look.actions) > 3)
        or look.first(SetZone, lambda zone: zone.zone == one.zone)
        or look.leads(Place.FIRST_REMINDER)
        or look.first(Drafted, lambda draft: draft.stage is Drafting.KEEP)
        or look.leads(Place.ASK_TO_FIT)
        or (look.leads(Place.ASK_SEEN) if len(look.actions) == 2 else None)
    )


def _feeling(one: Someone, look: Look) -> Deed | None:
    """How it feels, what hurt, and how it was."""
    if look.first(Rate):
        wanted = one.rates(look.day)
        return _tap(look.first(Rate, lambda rate: rate.rating is wanted)) or PutAway()
    return _tap(
        look.first(NotePain, lambda note: note.number == one.pain(look.day))
        or look.first(NoteAfter, lambda note: note.number == one.pain(look.day))
        or look.first(SaidMorning)
        or look.first(TellCheckIn, lambda told: told.value == str(one.pain(look.day)))
        or look.first(TellCheckIn)
        or look.first(ChooseGoal, lambda goal: goal.days == GOAL)
        or look.first(Felt, lambda felt: felt.pain is Pain.TOO_MUCH)
        or look.first(FeltIn)
        or look.first(FeltSomewhere)
        or look.first(SaidWhere, lambda said: said.where is SoreSpot.BACK)
        or next((each for each in look.actions if isinstance(each, Taken)), None)
    )


def _moving(look: Look) -> Deed:
    """A session, from its beginning to its end."""
    if look.waits:
        return Wait()
    if ready := look.first(Play, lambda play: play.move in (Move.READY, Move.GO_ON)):
        return Tap(ready)
    if look.has_moved:
        return PutAway()
    start = _start(look)
    return Tap(start) if start else Say("/start")


def _start(look: Look) -> Action | None:
    start = look.first(NodTo, lambda nod: nod.nod is Nod.START)
    return start or next((each for each in look.actions if isinstance(each, What)), None)


def _tap(action: Action | None) -> Deed | None:
    return Tap(action) if action else None


def _ana() -> Someone:
    """Steady: every morning, mostly just right; one move she never wants, one she likes, one she swaps for a fortnight."""

    def own(_: Someone, look: Look) -> Deed | None:
        if look.day in SWAPPED_ON and look.move == SWAPPED:
            return _tap(look.first(Play, lambda play: play.move is Move.SWAP))
        return None

    def rates(day: int) -> Rating:
        if day % 60 in (20, 21, 22):
            return Rating.EASY
        return Rating.HARD if day % 45 == 40 else Rating.RIGHT

    return Someone(
        "Ana",
        "steady",
        "Berlin",
        "Europe/Berlin",
        time(8, 31),
        Floor.YES,
        Age.ADULT,
        rates=rates,
        asks={0: _where("Berlin"), TOLD_ON: (f"never {NEVER}", f"i love {LIKED}")},
        own=own,
    )


def _bo() -> Someone:
    """Forgetful: says that he did it, misses days, is away for three weeks once, and seldom says how it was."""

    def comes(day: int) -> bool:
        return day == 0 or (day % 7 in (1, 2, 5) and not 120 <= day < 141)

    def own(_: Someone, look: Look) -> Deed | None:
        did = look.first(NodTo, lambda nod: nod.nod is Nod.DONE)
        return _tap(did) if look.day % 7 == 2 and not look.has_moved else None

    def rates(day: int) -> Rating | None:
        return Rating.RIGHT if day % 4 == 0 else None

    return Someone(
        "Bo",
        "forgetful",
        "Auckland",
        "Pacific/Auckland",
        time(8, 40),
        Floor.YES,
        Age.ADULT,
        comes=comes,
        rates=rates,
        asks={0: _where("Auckland")},
        own=own,
    )


def _cem() -> Someone:
    """In pain for four weeks, once sharply, and all of it hard; else well."""
    month, sharp = range(40, 68), 45

    def comes(day: int) -> bool:
        return day % 7 < 5

    def own(_: Someone, look: Look) -> Deed | None:
        is_at_work = look.first(Play, lambda play: play.move is Move.HURTS)
        if look.day == sharp and is_at_work:
            return Tap(is_at_work)
        return _tap(look.first(Play, lambda play: play.move is Move.SHARP))

    return Someone(
        "Cem",
        "in pain for a month",
        "Istanbul",
        "Europe/Istanbul",
        time(19, 15),
        Floor.YES,
        Age.MIDDLE,
        seen=Seen.PROFESSIONAL,
        comes=comes,
        rates=lambda day: Rating.HARD if day in month else Rating.RIGHT,
        pain=lambda day: 5 + day % 4 if day in month else 2,
        begins_with=lambda day: "/pain" if day in (42, 49, 56, 63) else "/start",
        asks={0: _where("Istanbul")},
        own=own,
    )


def _dora() -> Someone:
    """Seated, 67, with knees and thin bones; her doctor said yes."""
    return Someone(
        "Dora",
        "seated, 67",
        "Porto",
        "Europe/Lisbon",
        time(10, 5),
        Floor.SEATED,
        Age.OLDER,
        seen=Seen.OLD,
        comes=lambda day: day % 7 in (0, 1, 3, 5),
        tags=lambda _: frozenset({Tag.KNEES, Tag.THIN_BONES}),
        rates=lambda day: Rating.EASY if day % 11 == 5 else Rating.RIGHT,
        asks={0: _where("Porto")},
    )


def _eva() -> Someone:
    """Pregnant to the ninth month; six weeks away; the team's yes after a caesarean, twelve weeks after."""
    birth, back, yes = 250, 292, 334

    def tags(day: int) -> frozenset[Tag]:
        return frozenset({Tag.PREGNANT}) if day < back else frozenset({Tag.SURGERY})

    def own(one: Someone, look: Look) -> Deed | None:
        """Till the team has said yes there is nothing to do but to put the phone away."""
        if how := look.first(Pregnancy, lambda said: said.how in (NoLonger.BORN, NoLonger.CAESAREAN)):
            return Tap(how)
        return PutAway() if look.first(SaidYes) and not one.has_yes(look.day) else None

    return Someone(
        "Eva",
        "pregnant till month 9",
        "Lyon",
        "Europe/Paris",
        time(12, 20),
        Floor.YES,
        Age.ADULT,
        comes=lambda day: day % 2 == 0 and not birth <= day < back,
        tags=tags,
        has_yes=lambda day: day < back or day >= yes,
        rates=lambda day: Rating.HARD if day in range(200, 250, 20) else Rating.RIGHT,
        asks={0: _where("Lyon"), back: ("/settings", "work around")},
        own=own,
    )


def _where(city: str) -> tuple[str, ...]:
    return ("/settings", "time zone", city)


FIVE = (_ana(), _bo(), _cem(), _dora(), _eva())
