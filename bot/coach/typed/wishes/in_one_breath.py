"""Hears several limits in one message, each in its own clause, and asks about all of them on one card."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.coach.case import Answer, Case
from bot.coach.person import limits_noted
from bot.coach.session.live import live_of
from bot.coach.typed.wishes import about_oneself, wishes
from bot.coach.typed.wishes.about_moves import named_slug
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.library.exercise import Tag
from bot.domain.person.limits_told import LimitsTold
from bot.domain.person.person import Floor
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.ideas import KnownIdea, split
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import NoteLimits
from bot.screens.buttons.wire import LIMIT, encode
from bot.screens.person import wish_screens
from bot.screens.screen import Button

CLAUSES = re.compile(r"[,;:!\n]+\s*|[.?](?!\d)\s*|\s+(?:and|but|also|plus|so)\s+", re.IGNORECASE)

_JOINING = re.compile(r"^(?:and|but|also|plus|so|then)\s+", re.IGNORECASE)

_SPARING = frozenset({"sparing-off", "never-again"})

_HARMLESS = (Tier.WORK_AROUND, Tier.EVERYDAY)
_ROOM = LIMIT - len("dl.")


def clauses(text: str) -> list[str]:
    return [said for each in CLAUSES.split(text) if each and (said := _JOINING.sub("", each.strip()))]


def asked_together(case: Case, text: str, heard: Heard | None) -> Answer | None:
    """None for a single limit, which is asked about as usual, and during a session, where each limit is about the present move."""
    if (heard and heard.tier not in _HARMLESS) or text.startswith("/") or live_of(case):
        return None
    found = list(_found(case, clauses(text)))
    told = LimitsTold()
    for limits in found:
        told = told.and_also(limits)
    if len(found) < 2 or told.count < 2 or len(told.written()) > _ROOM:
        return None
    first = Button(case.words("choice-limits-together"), NoteLimits(told.written()))
    encode(first.action)
    return Answer(wish_screens.ask_back(limits_noted.told_lines(case, told), (first,), case.words))


def _found(case: Case, said: Sequence[str]) -> Iterator[LimitsTold]:
    """What each clause surely limits. "Leave out" in one clause also holds for those after it."""
    spares = False
    for clause in said:
        found = wishes.meant(case, clause)
        if found is None or wishes.asks(case, clause):
            continue
        if limits := next(_told(Request(case, clause, found), spares=spares), None):
            yield limits
        spares = spares or bool(_SPARING & {*found.ideas})


def _told(request: Request, *, spares: bool) -> Iterator[LimitsTold]:
    found, ideas = request.meant, request.ideas
    names_floor = KnownIdea.FLOOR.value in ideas
    if found.is_sure and found.wish is Wish.NEVER and (slug := named_slug(request)):
        yield LimitsTold(never=frozenset({slug}))
    if found.is_sure and names_floor and found.wish in (Wish.FLOOR, Wish.NO_FLOOR, Wish.NEVER):
        yield from (LimitsTold(floor=floor) for floor in _floor(found, spares=spares))
    if found.is_sure and found.wish is Wish.WORK_AROUND and (tags := _tags(request)):
        yield LimitsTold(tags=tags)
    if things := frozenset(slots.things(ideas)) if _is_of_things(found) else frozenset():
        has = about_oneself.has_them(ideas)
        yield LimitsTold(has=things) if has else LimitsTold(lacks=things)


def _floor(found: Meant, *, spares: bool) -> Iterator[Floor]:
    told = about_oneself.floor_told(found.ideas) if found.wish is Wish.FLOOR else Floor.STAND
    if told is not Floor.YES:
        yield told
    elif {"fine-itself", "fine-again", "again-now"} & {*found.ideas}:
        yield Floor.YES
    elif spares:
        yield Floor.STAND


@dataclass(frozen=True, slots=True)
class Several:
    """`taken`: the clause that is answered, or the whole text if that is about one of the clauses. `left`: the clause
    that is not answered; may be empty."""

    taken: str
    left: str


def several_wishes(case: Case, text: str) -> Several | None:
    """None unless two clauses surely wish for different things."""
    if apart := _beside_a_setting(case, _sure_parts(case, clauses(text)), clauses(text)):
        return apart
    parts = [each for each in clauses(text) if " " in each]
    sure = _sure_parts(case, parts)
    if len({wish for _, wish in sure}) < 2:
        return None
    by_words = {each for each in parts if (found := wishes.meant(case, each)) and found.ideas}
    whole = wishes.meant(case, text)
    is_one = whole is None or whole.wish in _IN_ONE_PIECE or any(wish is whole.wish for _, wish in sure)
    about = whole.wish if whole and is_one and whole.wish not in _IN_ONE_PIECE else sure[0][1]
    worth = _WORTH_SAYING - _WITHIN.get(about, NONE) - {about}
    others = ((each, wish) for each, wish in sure if wish in worth and each in by_words)
    left = (each for each, wish in others if not _is_denied(case, each, wish))
    return Several(text if is_one else sure[0][0], next(left, ""))


def _sure_parts(case: Case, parts: Sequence[str]) -> list[tuple[str, Wish]]:
    said = [(each, wishes.meant(case, each)) for each in parts]
    return [(each, found.wish) for each, found in said if found and found.is_sure and found.wish not in _TALK]


def _beside_a_setting(case: Case, sure: Sequence[tuple[str, Wish]], whole: Sequence[str]) -> Several | None:
    """ "Next, and bigger letters please": of two parts, the one that is no plain setting is answered."""
    if len(whole) != len(sure) or len({wish for _, wish in sure}) != 2:
        return None
    for (said, wish), (other, _) in ((sure[1], sure[0]), (sure[0], sure[1])):
        if wish is Wish.AS_IT_IS:  # "don't turn the pictures off, just show my progress"
            return Several(other, "")
        if wish in _PLAIN_SETTINGS and not _is_denied(case, said, wish):
            return Several(other, said)
    return None


def set_besides(case: Case, said: str) -> Case | None:
    """The case afterwards, where it is a plain setting that one tap takes back; None where it is more."""
    found = wishes.meant(case, said)
    if found is None or not found.is_sure or found.wish not in _PLAIN_SETTINGS:
        return None
    grant(Request(case, said, found))
    person = case.store.people.get(case.person.id)
    return replace(case, person=person) if person else None


_PLAIN_SETTINGS = frozenset(
    {
        *(Wish.PICTURES_MOVING, Wish.PICTURES_STILL, Wish.PICTURES_OFF, Wish.LARGE, Wish.SHORT),
        *(Wish.HANDS_FREE, Wish.DISCREET),
    }
)


def _is_denied(case: Case, clause: str, wish: Wish) -> bool:
    """ "Don't wipe my history, only quit the reminders": they do not want what they deny. Limits are an exception:
    they are said with a no."""
    denials = case.language.vocabulary.said.denials
    return wish not in _LIMITS and bool(denials & {*split(clause)})


NONE: frozenset[Wish] = frozenset()
_WITHIN = {Wish.MINUTES: frozenset({Wish.FLOOR, Wish.NO_FLOOR, Wish.SEATED})}
"""Wishes that are granted together with another one: "5 min, nothing on the floor"."""

_IN_ONE_PIECE = wishes.OF_REMINDERS | {Wish.REMIND, Wish.MINUTES, Wish.LATER, Wish.NOT_TODAY}
"""Heard in the whole text, because its times and days are spread over several clauses."""

_TALK = frozenset(
    {
        *(Wish.THANKS, Wish.OK, Wish.GREETING, Wish.BYE, Wish.OFF_TOPIC, Wish.BETTER, Wish.MOTIVATION),
        *(Wish.SAD, Wish.FEEDBACK, Wish.COMPLAINT_ABOUT_BOT),
    }
)
_LIMITS = frozenset({Wish.FLOOR, Wish.NO_FLOOR, Wish.SEATED, Wish.LACKS, Wish.NEVER, Wish.WORK_AROUND})
_WORTH_SAYING = _LIMITS | frozenset(
    {
        *(Wish.PROGRESS, Wish.PHYSIO_PAGE, Wish.EXPORT, Wish.DELETE, Wish.PRIVACY, Wish.GOAL, Wish.LANGUAGE),
        *(Wish.PICTURES, Wish.PICTURES_MOVING, Wish.PICTURES_STILL, Wish.PICTURES_OFF, Wish.IN_WORDS),
        *(Wish.RINGS, Wish.VOICE, Wish.VOICE_BRIEF, Wish.VOICE_BELLS, Wish.DISCREET, Wish.LARGE, Wish.SHORT),
        *(Wish.HANDS_FREE, Wish.MAKE_OWN, Wish.LIMIT_GONE),
    }
)
"""Wishes that would be lost if nobody said they were not done. Reminders have their own way to hear several wishes in one message."""


def _tags(request: Request) -> frozenset[Tag]:
    denials = request.vocabulary.said.ideas.get(KnownIdea.NOT_SO.value, ())
    is_over = {"born", "loss"} & {*request.ideas}
    if is_over or slots.denies_tags(request.text, request.ideas, denials):
        return frozenset()
    return frozenset(slots.tags(request.ideas))


def _is_of_things(found: Meant) -> bool:
    """True for a thing beside a word for having or lacking it, if that reading is at least likely."""
    says_so = {"has-now", "lack", "sparing-off"} & {*found.ideas}
    is_sure = found.wish is Wish.LACKS and found.is_sure
    return is_sure or (bool(says_so) and Wish.LACKS in (found.wish, *found.others))
