"""Follows up when something hurts: an easier form, rest after sharp pain, a doctor first, or help now."""

from bot.coach.case import Answer, Case, save_preferences, with_rests_read_again
from bot.coach.session.contents import name, title_of
from bot.coach.session.live import session_of
from bot.coach.session.so_far import this_week
from bot.coach.session.whom_to_call import numbers_here
from bot.domain.person.what_rests import SharpStop, SoreSpot
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move, Phase, Stand
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import Felt, FeltIn, FeltSomewhere, Hurt, SaidWhere
from bot.screens.person.danger_screens import danger
from bot.screens.progress.done_for_today import Week, week_line
from bot.screens.screen import Screen
from bot.screens.session import ending, hurting

_TIERS = {Move.NUMB: Tier.DOCTOR, Move.CHEST: Tier.NOW}


def happened(case: Case, session: Stand, move: Move) -> Case:
    here = session.here
    match move:
        case Move.TOO_MUCH:
            case.store.people.found_too_much(case.person.id, here.exercise, here.form, case.now)
        case Move.SHARP:
            case.store.sharp_stops.add(case.person.id, session.id, here.exercise, case.now)
            return with_rests_read_again(case)
        case Move.NUMB | Move.CHEST:
            return save_preferences(case, case.who.resting_until_clear(case.now))
    return case


def answered(case: Case, session: Stand, move: Move) -> Answer | None:
    match move:
        case Move.SHARP:
            return sharp(case, session)
        case Move.NUMB | Move.CHEST:
            return _danger(case, _TIERS[move])
        case _:
            return None


def _danger(case: Case, tier: Tier) -> Answer:
    return Answer(danger(tier, numbers_here(case, tier), case.words), plays=True)


def _as_ending(screen: Screen, awaits: Awaited | None = None) -> Answer:
    return Answer(screen, plays=True, awaits=awaits)


def sharp(case: Case, session: Stand) -> Answer:
    stop = case.store.sharp_stops.get(session.id, case.person.id)
    if stop is None:
        return _as_ending(hurting.stopped_of_old(session, title_of(case, session), case.words))
    return _stopped(case, session, stop)


def _stopped(case: Case, session: Stand, stop: SharpStop) -> Answer:
    move = name(case, stop.exercise) if stop.exercise else ""
    this = hurting.Stopped(session, title_of(case, session), stop, move, case.who.resting)
    awaits = Awaited(Wanted.WHERE, (session.id,)) if stop.where is None else None
    return _as_ending(hurting.stopped(this, case.words), awaits)


def again(case: Case, session: Stand, move: Move) -> Answer:
    """For a second tap on a question that already ended or halted the session: an answer that is worse still counts."""
    is_worse = move is Move.CHEST or (move is Move.NUMB and session.phase is Phase.STOPPED)
    if is_worse:
        return _danger(happened(case, session, move), _TIERS[move])
    return sharp(case, session) if session.phase is Phase.STOPPED else Answer(None, plays=True)


def ask_what_like(case: Case, session: Stand) -> Answer:
    screen = hurting.what_like(session, title_of(case, session), case.words)
    return Answer(screen, awaits=Awaited(Wanted.PAIN, (session.id,)))


def hurt(case: Case, action: Hurt) -> Answer | None:
    session = session_of(case, action.session)
    if session is None or session.is_live:
        return None
    match action:
        case SaidWhere(_, where):
            return said_where(case, session, where)
        case Felt(_, pain):
            return felt(case, session, pain)
        case FeltIn(_, pain, slug):
            return _felt_in(case, session, pain, slug) if slug in _moves_of(session) else None
        case FeltSomewhere(_, pain):
            return _felt_in(case, session, pain, "")


def said_where(case: Case, session: Stand, where: SoreSpot) -> Answer | None:
    case.store.sharp_stops.was_in(session.id, case.person.id, where)
    stop = case.store.sharp_stops.get(session.id, case.person.id)
    return _stopped(with_rests_read_again(case), session, stop) if stop else None


def felt(case: Case, session: Stand, pain: Pain) -> Answer:
    if pain in (Pain.NUMB, Pain.CHEST):
        move = Move(pain.value)
        return _danger(happened(case, session, move), _TIERS[move])
    moves = _moves_of(session)
    if len(moves) == 1:
        return _felt_in(case, session, pain, moves[0])
    named = [(slug, name(case, slug)) for slug in moves]
    return Answer(hurting.which_move(session, title_of(case, session), pain, named, case.words))


def _felt_in(case: Case, session: Stand, pain: Pain, slug: str) -> Answer:
    """`slug`: "" if they can't tell which move it was. Then everything is easier from now on, and after sharp pain
    the place or the day rests."""
    if pain is Pain.TOO_MUCH or not slug:
        _was_too_much(case, session, slug)
    if pain is Pain.SHARP:
        case.store.sharp_stops.add(case.person.id, session.id, slug, case.now)
        return sharp(with_rests_read_again(case), session)
    return rated_hurt(case, session)


def rated_hurt(case: Case, session: Stand) -> Answer:
    week = week_line(Week(this_week(case), case.who.pictures), case.words)
    return Answer(ending.rated_hurt(session, title_of(case, session), week, case.words))


def _was_too_much(case: Case, session: Stand, slug: str) -> None:
    for done in session.done:
        if not slug or done.exercise == slug:
            case.store.people.found_too_much(case.person.id, done.exercise, done.form, case.now)


def _moves_of(session: Stand) -> list[str]:
    return list(dict.fromkeys(done.exercise for done in session.done))
