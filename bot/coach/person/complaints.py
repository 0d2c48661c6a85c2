"""Answers what people say about how they are when it is uncertain or not dangerous, with what follows from each complaint."""

from dataclasses import replace
from functools import reduce

from bot.coach.case import Answer, Case, save_preferences, with_easy_day
from bot.coach.person import answers, danger, limits_noted, resting
from bot.coach.progress.looking_back import take_off
from bot.coach.progress.todays import routine_today
from bot.coach.session.contents import name, title_of_form
from bot.coach.session.gate import locked
from bot.coach.session.live import live_of
from bot.coach.session.play import move, refit_to, stop
from bot.coach.session.sharp_rule import today_instead
from bot.coach.view.in_view import is_button_in_view
from bot.domain.library.exercise import FormRef, Tag
from bot.domain.person.person import LOCKS
from bot.domain.progress.days_off import OffKind
from bot.domain.session.session import Move, Phase
from bot.domain.typed.danger.heard import Heard, Tier
from bot.screens.buttons.actions import (
    Cared,
    Complaining,
    FoundTooMuch,
    Go,
    MeantIt,
    NoteLimits,
    NotMeant,
    Place,
    RemoveTalk,
    WhomToCall,
    WorkAround,
)
from bot.screens.buttons.wire import encode
from bot.screens.person import complaint_screens
from bot.screens.person.home import Today
from bot.screens.person.welcome import FIRST_ROUTINE

GENTLE = "gentle"
EASY = ("rib-breathing", "walk")
"""What they may do on a day when nobody knows what is wrong (docs/facts.md: sore-day)."""

MOST_MOVES = 8

SPARED_ON_THE_WAY = frozenset(
    {
        *(Tag.KNEES, Tag.WRISTS, Tag.SHOULDER, Tag.NECK, Tag.HIP),
        *(Tag.LEANING_BACK, Tag.BENDING, Tag.TWISTING),
    }
)
"""Parts of the body and movements: single moves can be replaced on the way. For anything else the whole session is chosen again."""


def told(case: Case, heard: Heard) -> Answer:
    match heard.tier:
        case Tier.EVERYDAY:
            return everyday(case)
        case Tier.WORK_AROUND:
            return _offer_to_work_around(case, heard.tags)
        case Tier.LOW_BACK:
            return Answer(complaint_screens.low_back(case.words))
        case Tier.ILL:
            stop(case)
            take_off(case, OffKind.ILL, 1)
            return Answer(complaint_screens.ill(case.words))
        case _:
            return ask(case)


def ask(case: Case) -> Answer:
    """Until they answer, the signs come before the next move, whatever they say or tap meanwhile."""
    save_preferences(case, replace(case.who, complained=True))
    return Answer(complaint_screens.complaint(case.words))


def _is_harmless(case: Case) -> Case:
    return save_preferences(case, replace(case.who, complained=False)) if case.who.complained else case


def everyday(case: Case) -> Answer:
    return Answer(complaint_screens.everyday(_gentle(case), case.words))


def _gentle(case: Case) -> Today:
    slug = GENTLE if GENTLE in case.library.routines else FIRST_ROUTINE
    return today_instead(case) or routine_today(case, slug)


def complaining(case: Case, place: Complaining) -> Answer:
    match place:
        case Place.COMPLAINT:
            is_new = is_button_in_view(case, encode(Go(place)))
            return ask(case) if is_new else Answer(complaint_screens.complaint(case.words))
        case Place.COMPLAINT_UNSURE:
            return _unsure(case)
        case Place.COMPLAINT_IN_A_MOVE:
            return _in_a_move(_is_harmless(case))
        case Place.EVERYDAY:
            return everyday(_is_harmless(case))
        case Place.REMINDERS_AGAIN:
            return resting.go_on(case)
        case Place.REMINDERS_NOT_NOW:
            return resting.not_now(case)


def cared(case: Case, action: Cared) -> Answer:
    match action:
        case RemoveTalk():
            return resting.remove_talk(case, action)
        case MeantIt():
            return danger.meant(case, action)
        case NotMeant():
            return danger.nothing_meant(case, action)
        case WhomToCall():
            return danger.said_again(case, action)
        case NoteLimits():
            return limits_noted.note(case, action)
        case WorkAround(tags):
            return _work_around(case, frozenset(tag for tag in Tag if tag.value in tags.split("_")))
        case FoundTooMuch(slug, form):
            return _note_move(case, FormRef(slug, form))


def _unsure(case: Case) -> Answer:
    stop(case)
    case = with_easy_day(case)
    known = (case.library.exercises.get(slug) for slug in EASY)
    easy = [(one.usual.ref, one.title) for one in known if one]
    return Answer(complaint_screens.unsure(easy, case.words))


def _in_a_move(case: Case) -> Answer:
    live = live_of(case)
    if live and live.phase is not Phase.HALTED and (hurts := move(case, live, Move.HURTS, live.turn)):
        return hurts
    refs = [FormRef(done.exercise, done.form) for done in case.store.sessions.last_done(case.person.id)]
    known = [ref for ref in dict.fromkeys(refs) if case.form(ref)][:MOST_MOVES]
    by_title = {name(case, ref.exercise): ref for ref in known}
    moves = [(ref, title) for title, ref in by_title.items()]
    return Answer(complaint_screens.in_which_move(moves, case.words))


def _note_move(case: Case, ref: FormRef) -> Answer:
    if case.form(ref) is None:
        return _in_a_move(case)
    case.store.people.found_too_much(case.person.id, ref.exercise, ref.form, case.now)
    return Answer(complaint_screens.move_noted(name(case, ref.exercise), case.words))


def _offer_to_work_around(case: Case, tags: frozenset[Tag]) -> Answer:
    if not tags:
        return answers.ask(case, Place.ASK_TAGS)
    if tags <= case.who.tags:
        return Answer(complaint_screens.works_around(tags, case.words))
    return Answer(complaint_screens.work_around(tags - case.who.tags, case.words))


def _work_around(case: Case, tags: frozenset[Tag]) -> Answer:
    if not tags:
        return answers.ask(case, Place.ASK_TAGS)
    case = save_preferences(case, reduce(lambda who, tag: who.ticked(tag, on=True), tags, case.who))
    if tags <= SPARED_ON_THE_WAY and (going_on := _goes_on(case, tags)):
        return going_on
    stop(case)
    closed = locked(case) if tags & LOCKS else None
    gentle = None if tags & LOCKS else _gentle(case)
    return Answer(closed or complaint_screens.works_around(tags, case.words, gentle))


def _goes_on(case: Case, tags: frozenset[Tag]) -> Answer | None:
    """The running session waits, with moves that suit them in place of those that do not."""
    fitted = refit_to(case, tags)
    if fitted is None:
        return None
    after = fitted.after
    is_same = after == fitted.before
    before = None if is_same else title_of_form(case, fitted.before)
    instead = None if is_same or after is None else title_of_form(case, after)
    return Answer(complaint_screens.fits_now(tags, before, instead, case.words))
