"""Says what is left out for somebody, and notes several limits with one tap."""

from collections.abc import Iterator
from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.session.contents import name
from bot.coach.session.gate import locked
from bot.coach.session.play import stop
from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.limits_told import LimitsTold, limits_read
from bot.domain.person.person import LOCKS, Floor
from bot.domain.person.taste import Taste
from bot.domain.planner.limits import AT_HAND
from bot.screens.buttons.actions import Go, NoteLimits, Place
from bot.screens.person import wish_screens
from bot.screens.screen import Button
from bot.screens.text import lines


def left_out_lines(case: Case) -> str:
    """ "" if nothing is."""
    return lines(*(line for line in (_never(case), _floor(case), _things(case), _tags(case)) if line))


def left_out(case: Case) -> Answer:
    """What they never want, whether they avoid the floor, and what is worked around, each with a button to change it."""
    words = case.words
    told = left_out_lines(case) or words("wish-left-out-none")
    ways = [
        Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)),
        Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),
        *((Button(words("button-settings-floor"), Go(Place.ASK_FLOOR)),) if _floor(case) else ()),
        *((Button(words("button-settings-equipment"), Go(Place.ASK_EQUIPMENT)),) if _things(case) else ()),
    ]
    return Answer(wish_screens.told(told, ways, words))


def note(case: Case, action: NoteLimits) -> Answer:
    told = limits_read(action.limits)
    case = keep(case, told)
    closed = locked(case) if told.tags & LOCKS else None
    return Answer(closed) if closed else left_out(case)


def keep(case: Case, told: LimitsTold) -> Case:
    """What locks ends a session that runs."""
    case = save_preferences(case, told.holds_for(case.who, AT_HAND))
    known = told.never & {*case.library.exercises}
    for slug in known:
        case.store.tastes.set(case.person.id, slug, Taste.NEVER, case.now)
    case = save_preferences(case, replace(case.who, never=case.who.never | known))
    if told.tags & LOCKS:
        stop(case)
    return case


def told_lines(case: Case, told: LimitsTold) -> str:
    """What is about to be noted, one thing a line."""
    return lines(case.words("ask-limits-together"), *(f"• {limit}" for limit in _each(case, told)))


def told_in_line(case: Case, told: LimitsTold) -> str:
    return case.words.listed([*_each(case, told)])


def _each(case: Case, told: LimitsTold) -> Iterator[str]:
    words = case.words
    if told.floor:
        yield words("limit-floor", floor=told.floor.value)
    yield from (words("limit-lacks", thing=_thing(case, each)) for each in Equipment if each in told.lacks)
    yield from (words("limit-has", thing=_thing(case, each)) for each in Equipment if each in told.has)
    yield from (words("limit-tag", tag=words(f"tag-{tag.value}")) for tag in Tag if tag in told.tags)
    yield from (words("limit-never", move=name(case, slug)) for slug in sorted(told.never))


def _thing(case: Case, thing: Equipment) -> str:
    return case.words(f"equipment-{thing.value}")


def _never(case: Case) -> str:
    moves = [name(case, slug) for slug in sorted(case.who.never)]
    return case.words("wish-left-out-never", moves=case.words.listed(moves)) if moves else ""


def _floor(case: Case) -> str:
    floor = case.who.floor
    return "" if floor in (None, Floor.YES) else case.words("wish-left-out-floor", floor=floor.value)


def _things(case: Case) -> str:
    has = case.who.equipment
    lacking = [] if has is None else [_thing(case, thing) for thing in Equipment if thing not in has]
    return case.words("wish-left-out-things", things=case.words.listed(lacking)) if lacking else ""


def _tags(case: Case) -> str:
    tags = [case.words(f"tag-{tag.value}") for tag in Tag if tag in case.who.tags]
    return case.words("wish-left-out-tags", tags=case.words.listed(tags)) if tags else ""
