"""A session as a sound or video file: what the file is made of, and what the chat shows while it is followed."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case
from bot.coach.session.contents import name, title_of
from bot.coach.view.in_view import card_in_view
from bot.domain.library.exercise import Equipment
from bot.domain.own.own_exercise import own_id
from bot.domain.session.script import Script
from bot.domain.session.session import Move, Phase, Session, Stand, Tap, advance
from bot.domain.session.startable import Own, from_text
from bot.domain.session.telling import Telling
from bot.domain.session.timeline import timeline, with_room
from bot.screens.amounts import name_of_gone
from bot.screens.buttons.actions import Recorded, ToHear
from bot.screens.screen import Paper, Screen, Words
from bot.screens.session import following
from bot.screens.session.player import player
from bot.screens.session.recorded import sound_job, video_job
from bot.screens.session.spoken import Narrator

JUST_BEGUN = timedelta(minutes=1)

MOST_HEARD, MOST_SEEN = timedelta(minutes=60), timedelta(minutes=40)
"""The longest files: a bot can send fifty million bytes (Bot API, sendVideo), and a film takes up to 1.2 million a minute."""


def file_of(case: Case, session: Session, what: Recorded) -> Screen:
    title = title_of(case, session)
    told = following.Film(
        session, title, names_in(case, session), case.local_now.date(), _needs(case, session)
    )
    return following.file(told, _paper(case, session, what), case.words)


def screen_of_file(case: Case, session: Session) -> Screen:
    if session.phase is Phase.ASKED:
        return replace(player(session, None, None, case.words), stays=False)
    return following.is_on(session, title_of(case, session), case.words)


def too_long(script: Script, what: Recorded, words: Words) -> Screen | None:
    """`script`: as it will be played."""
    lasts = timedelta(seconds=sum(beat.seconds or 0 for beat in script))
    most = MOST_HEARD if isinstance(what, ToHear) else MOST_SEEN
    if lasts <= most:
        return None
    return following.too_long(what, lasts, most, words, can_be_heard=lasts <= MOST_HEARD)


def is_coming(case: Case, session: Stand, what: Recorded) -> bool:
    card = card_in_view(case)
    is_there = card is not None and card.session == session.id and card.job == _job(what)
    return session.phase is Phase.LISTENING and is_there


def is_other_way(case: Case, session: Stand, what: Recorded) -> bool:
    """True right after they got the other kind of file, sound instead of film or film instead of sound."""
    card = card_in_view(case)
    is_file = card is not None and card.session == session.id and card.job not in ("", _job(what))
    return is_file and session.phase is Phase.LISTENING and case.now - session.beat_at <= JUST_BEGUN


def has_only_begun(case: Case, session: Session, tap: Tap) -> bool:
    if session.phase is not Phase.LISTENING or tap.move is not Move.DONE:
        return False
    after, _ = advance(session, tap, case.now)
    return after is not session and not after.done


def take_back(case: Case, session: Stand) -> None:
    """Deletes the session's files, as far as Telegram allows, because they contain the move that hurt."""
    messages = case.store.sent_films.of_session(case.person.id, session.id, case.now)
    if messages:
        case.store.chats.mark_unwanted(case.person.id, messages)
        case.store.sent_films.forget(case.person.id, messages)


def stopped(case: Case, before: Stand, after: Stand) -> Answer:
    """`before`: the session while it still has its course."""
    place, places = before.course[after.beat].item, before.course[-1].item + 1
    at = following.StoppedAt(name(case, after.here.exercise), place + 1, places)
    screen = following.stopped(after, title_of(case, after), at, case.words)
    return Answer(screen, plays=True, fresh=True)


def _needs(case: Case, session: Session) -> frozenset[Equipment]:
    forms = (case.form(ref) for ref in {beat.ref for beat in session.script})
    return frozenset().union(*(form.equipment for form in forms if form))


def names_in(case: Case, session: Session) -> list[str]:
    places = {beat.item: beat.ref.exercise for beat in session.script}
    library = case.library_with(places.values())
    found = ((slug, library.exercise(slug)) for slug in places.values())
    return [exercise.title if exercise else name_of_gone(slug, case.words) for slug, exercise in found]


def _paper(case: Case, session: Session, what: Recorded) -> Paper:
    """The title never contains a name that a person gave, because the file is shared by everybody who is told the same."""
    narrator = _narrator(case, session.script)
    told = timeline(session.script, _telling(case, narrator))
    title = _title_for_all(case, session)
    value = (sound_job if isinstance(what, ToHear) else video_job)(told, title, narrator)
    return Paper(_job(what), value, title, session.id)


def _job(what: Recorded) -> str:
    return "sound" if isinstance(what, ToHear) else "video"


def with_room_for_words(case: Case, script: Script) -> Script:
    """`script`: as it will be played."""
    return with_room(script, _telling(case, _narrator(case, script)))


def _narrator(case: Case, script: Script) -> Narrator:
    library = case.library_with(beat.ref.exercise for beat in script)
    return Narrator(library, case.words, case.language.clips)


def _telling(case: Case, narrator: Narrator) -> Telling:
    return narrator.telling(case.who.voice, case.store.moves_done.well_known(case.person.id))


def _title_for_all(case: Case, session: Session) -> str:
    is_theirs = isinstance(from_text(session.routine), Own) or _is_own(session.script)
    return case.words("recorded-own") if is_theirs else title_of(case, session)


def _is_own(script: Script) -> bool:
    return any(own_id(beat.ref.exercise) for beat in script)
