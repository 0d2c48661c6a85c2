"""Grants wishes in a session that its buttons do not cover: which side, slower, how much is left, only five minutes."""

from collections.abc import Callable
from dataclasses import replace

from bot.coach.case import Answer, Case, with_tastes_read_again
from bot.coach.choose import planned
from bot.coach.person import complaints
from bot.coach.session import play
from bot.coach.session.contents import name, title_of
from bot.coach.session.live import live_of, live_session
from bot.coach.typed.wishes import about_moves, asked_in_session, moving
from bot.coach.typed.wishes.request import Request
from bot.domain.person.taste import Taste
from bot.domain.plain_text import phrase
from bot.domain.session.script import BeatKind
from bot.domain.session.session import Led, Move, Phase, Stand, knows
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.ideas import KnownIdea, split
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import DoToday, Play
from bot.screens.person import home
from bot.screens.screen import Button
from bot.screens.session import left_to_do
from bot.screens.text import lines, plain

Played = Callable[[Request, Stand], Answer | None]

MOVES = {
    Wish.READY: (Move.READY, Move.GO_ON),
    Wish.START: (Move.READY, Move.GO_ON),
    Wish.PAUSE: (Move.PAUSE,),
    Wish.BUSY: (Move.PAUSE,),
    Wish.GO_ON: (Move.GO_ON, Move.READY),
    Wish.NEXT: (Move.SKIP,),
    Wish.PREVIOUS: (Move.BACK,),
    Wish.EASIER: (Move.EASIER,),
    Wish.SWAP: (Move.SWAP,),
    Wish.LACKS: (Move.SWAP,),
    Wish.STOP: (Move.STOP,),
    Wish.BYE: (Move.STOP,),
    Wish.HURTS: (Move.HURTS,),
    Wish.STEPS: (Move.STEPS,),
    Wish.HOW_DONE: (Move.STEPS,),
    Wish.BREATHING: (Move.STEPS,),
}
"""The first of these moves that the phase allows is made."""

_SHOWN_ALREADY = frozenset({Wish.READY, Wish.START, Wish.GO_ON, Wish.PAUSE, Wish.BUSY})
"""If the phase does not allow the move, the session already is as they wish, and its card says so."""


_FINISH = "finish"

_BARS = frozenset({"not-so", "lack", "ban", "cannot"})
"""Beside one of these ideas, a named part of the body or movement is to be spared."""

_SIDES = range(2)
"""Each side needs its own skip."""

_RUNS = (Phase.WORKING, Phase.RESTING)

_IN_THE_PLAYER = {
    Wish.PAUSE: "recorded-pause-there",
    Wish.BUSY: "recorded-pause-there",
    Wish.SLOWER: "recorded-pause-there",
    Wish.LEFT: "recorded-left-there",
}
"""What the phone's player does itself while people follow a file; by wish, the sentence that says so."""


def granted(request: Request) -> Answer | None:
    live = live_of(request.case)
    if live is None:
        return None
    if live.phase is Phase.LISTENING and request.wish in _IN_THE_PLAYER:
        note = request.case.words(_IN_THE_PLAYER[request.wish])
        return play.shown(request.case, note, fresh=True)
    done = asked_in_session.answer(request, live) or _done(request, live)
    return replace(done, heard=done.heard and not asked_in_session.may_be_asked(request)) if done else None


def _done(request: Request, live: Stand) -> Answer | None:
    if answer := _OTHERS.get(request.wish):
        return answer(request, live)
    if wanted := _known(live, request.wish):
        return _moves(request, live, wanted)
    if request.wish in _SHOWN_ALREADY:
        return play.shown(request.case, fresh=True)
    return _not_now(request) if request.wish in MOVES else None


def _moves(request: Request, live: Stand, wanted: Move) -> Answer | None:
    case = request.case
    if request.meant.is_sure or wanted in (Move.HURTS, Move.PAUSE):
        return _heard(case, play.move(case, live, wanted, live.turn))
    # The question pauses the session, and its button is good for the turn after that.
    waits = play.pause_for(case) or live
    guesses = [(request.wish, wanted), *((each, None) for each in request.meant.others)]
    known = [_known(waits, each) or usual for each, usual in guesses]
    first, *others = (_button(case, waits, move) for move in dict.fromkeys(known) if move)
    return request.asks_which(case.words("wish-likely"), first, next(iter(others), None))


def _known(live: Stand, wish: Wish) -> Move | None:
    return next((move for move in MOVES.get(wish, ()) if knows(live.phase, move)), None)


def _button(case: Case, live: Stand, move: Move) -> Button:
    label = case.words(f"move-{move.name.lower().replace('_', '-')}")
    return Button(label, Play(live.id, live.turn, move))


def slower(request: Request, live: Stand) -> Answer | None:
    """The clock can't be slowed down or sped up: it stops until they have done the move in their own time."""
    if knows(live.phase, Move.PAUSE):
        play.move(request.case, live, Move.PAUSE, live.turn)
    return play.shown(request.case, request.case.words("session-own-pace"), fresh=True)


def longer(request: Request, live: Stand) -> Answer | None:
    """A length of their own can't be set during a move. Without a length, the move begins again, and the card says so."""
    case = request.case
    if live.phase not in _RUNS or KnownIdea.NUMBER.value in request.ideas:
        return play.shown(case, case.words("session-no-change"), fresh=True)
    began = again(request, live)
    return play.shown(case, case.words("session-begins-again"), fresh=True) if began else None


def easier(request: Request, live: Stand) -> Answer | None:
    """ "Easier, arms not overhead" says what to spare, and an easier form might still have it."""
    tags = frozenset(slots.tags(request.ideas)) - request.case.who.tags
    if tags and _BARS & request.ideas.keys():
        return complaints.told(request.case, Heard(Tier.WORK_AROUND, request.case.language.tag, tags))
    wanted = _known(live, Wish.EASIER)
    return _moves(request, live, wanted) if wanted else _not_now(request)


def stop(request: Request, live: Stand) -> Answer | None:
    """ "No more rolls, next" ends the move, not the session; "don't stop" ends neither."""
    if _says_not_to(request):
        return _heard(request.case, play.shown(request.case, fresh=True))
    said, words = phrase(request.text), request.vocabulary
    nexts = [f" {each}" for each, move in words.moves.items() if move is Move.SKIP]
    ending = next((each for each in nexts if said.endswith(each)), "")
    before = said.removesuffix(ending).split()[-1:] if ending else []
    if before and not words.said.denials & {*before} and knows(live.phase, Move.SKIP):
        return _heard(request.case, _next_move(request.case))
    wanted = _known(live, Wish.STOP)
    return _moves(request, live, wanted) if wanted else _not_now(request)


def _says_not_to(request: Request) -> bool:
    words, said = request.vocabulary, split(request.text)
    ends = {word for word, move in words.moves.items() if move is Move.STOP}.intersection(said)
    ends |= {each for idea, each in request.ideas.items() if idea == _FINISH}
    denials = words.said.ideas.get(KnownIdea.DO_NOT.value, ())
    return any(slots.is_denied(request.text, word, denials) for word in ends)


def _next_move(case: Case) -> Answer | None:
    """A skip leaves only one side of a move, and people who want no more of it do not want the other side either."""
    answer, session = None, live_session(case)
    here = session.now_playing.item if session else None
    for _ in _SIDES:
        if session and session.now_playing.item == here:
            answer = play.move(case, session, Move.SKIP, session.turn)
            session = live_session(case)
    return answer


def swap(request: Request, live: Stand) -> Answer | None:
    case, slug = request.case, about_moves.named_slug(request)
    wanted = _known(live, Wish.SWAP)
    if slug is None or slug == live.here.exercise or wanted is None:
        return _moves(request, live, wanted) if wanted else _not_now(request)
    return _heard(case, play.swap_for(case, live, slug))


def swaps_for(case: Case, text: str, found: Meant | None) -> Answer | None:
    """ "Swap for rib breathing" sounds like a search for a move, but replaces the present one."""
    live = live_of(case)
    if live is None or found is None or found.wish not in (Wish.FIND, Wish.SWAP):
        return None
    names_both = KnownIdea.MOVE.value in found.ideas and {"change", "instead"} & found.ideas.keys()
    return swap(Request(case, text, found), live) if names_both else None


def again(request: Request, live: Stand) -> Answer | None:
    if live.phase in (Phase.READY, Phase.READING):
        return play.shown(request.case, fresh=True)
    if live.phase is Phase.PAUSED:
        return _moves(request, live, Move.GO_ON)
    if live.phase not in _RUNS:
        return _not_now(request)
    paused = play.pause_for(request.case)
    return _heard(request.case, play.move(request.case, paused, Move.GO_ON, paused.turn)) if paused else None


def other_side(request: Request, live: Stand) -> Answer | None:
    session = live_session(request.case)
    if session is None:
        return None
    if {"asks-which", "exercise"} <= request.ideas.keys():
        return left(request, live)
    here = session.now_playing
    other = any(beat.item == here.item and beat.card != here.card for beat in session.script[session.beat :])
    if other and "only" not in request.ideas and live.phase in _RUNS:
        return _moves(request, live, Move.SKIP)
    return play.shown(request.case, request.case.words("session-no-change"), fresh=True)


def left(request: Request, _live: Stand) -> Answer | None:
    told, live = left_in_words(request.case), live_of(request.case)
    return Answer(left_to_do.told(live.id, told, request.case.words), alone=True) if live and told else None


def left_in_words(case: Case) -> str:
    session = live_session(case)
    if session is None:
        return ""
    seconds = sum(beat.seconds or 0 for beat in session.script[session.beat :])
    moves = session.items - session.now_playing.item - 1
    return case.words("session-left", moves=moves, minutes=round(seconds / 60))


def coming(request: Request, _live: Stand) -> Answer | None:
    case, session = request.case, live_session(request.case)
    if session is None:
        return None
    here = session.now_playing.item
    later = (beat for beat in session.script[session.beat :] if beat.item != here)
    following = next(later, None)
    title = name(case, following.ref.exercise) if following else None
    return Answer(left_to_do.coming(session.id, title, case.words), alone=True)


def this_one(request: Request, _live: Stand) -> Answer | None:
    case, session = request.case, live_session(request.case)
    if session is None:
        return None
    ref = session.now_playing.ref
    form = case.form(ref)
    feel = form.feel if form else ""
    return Answer(left_to_do.this_one(session, name(case, ref.exercise), feel, case.words), alone=True)


def hold_time(request: Request, _live: Stand) -> Answer | None:
    case, session = request.case, live_session(request.case)
    if session is None:
        return None
    here = session.now_playing.item
    work = [each for each in session.script if each.item == here and each.seconds]
    holds = [each for each in work if each.kind is BeatKind.HOLD]
    first = next((each for each in holds or work if each.kind in (BeatKind.HOLD, BeatKind.REPEAT)), None)
    if first is None:
        return play.shown(case, case.words("session-no-time"), fresh=True)
    kind = "hold" if holds else "move"
    told = case.words(f"session-{kind}-time", seconds=first.seconds or 0, times=first.repetitions)
    return Answer(left_to_do.told(session.id, told, case.words), alone=True)


def long_enough(request: Request, live: Stand) -> Answer:
    told = request.case.words("wish-long-enough")
    return Answer(left_to_do.told(live.id, told, request.case.words), alone=True)


def only_minutes(request: Request, live: Stand) -> Answer | None:
    case = request.case
    if live.beat == 0 and not live.done and live.led is not Led.BY_FILE:
        play.stop(case)  # "why 3? I asked 6 min": nothing has been done yet of what they did not ask for
        return moving.for_minutes(replace(request, meant=replace(request.meant, is_sure=True)))
    minutes = slots.minutes(request.text, request.ideas, request.vocabulary.quantities)
    numbers = slots.numbers(request.text, request.vocabulary.quantities)
    wanted = planned.within(minutes or next(iter(numbers), 2))
    play.pause_for(case)
    what = DoToday(wanted.minutes)
    return Answer(home.session_open(live.id, title_of(case, live), what, case.words), alone=True)


def seated(request: Request, live: Stand) -> Answer | None:
    """If the open session stands up again later, offers one that does not."""
    case = planned.seated_today(request.case)
    if _goes_on_seated(case):
        return play.shown(case, case.words("wish-seated-already"), fresh=True)
    play.pause_for(case)
    asked = home.session_open(live.id, title_of(case, live), DoToday(), case.words)
    told = lines(plain(case.words("wish-seated")), asked.text)
    return Answer(replace(asked, text=told), alone=True)


def _goes_on_seated(case: Case) -> bool:
    session = live_session(case)
    beats = session.script[session.beat :] if session else ()
    forms = [case.form(beat.ref) for beat in beats]
    return bool(forms) and all(form and form.can_be_seated for form in forms)


def _not_now(request: Request) -> Answer | None:
    """Says that it was not done: the same card without a word would look like a yes."""
    return play.shown(request.case, request.case.words("session-not-now"), fresh=True)


def _heard(case: Case, answer: Answer | None) -> Answer | None:
    """Gives a 👍 only if it was done; otherwise the toast's words say why not."""
    if answer and answer.toast:
        return play.shown(case, answer.toast, fresh=True)
    return replace(answer, heard=True) if answer else None


def _thumb(_request: Request, _live: Stand) -> Answer:
    return Answer(None, plays=True, heard=True)


def like(request: Request, _live: Stand) -> Answer:
    case, slug = request.case, about_moves.named_slug(request)
    if slug and request.meant.is_sure:
        case.store.tastes.set(case.person.id, slug, Taste.LIKE, case.now)
    return Answer(None, plays=True, heard=True)


def never(request: Request, live: Stand) -> Answer | None:
    case, here = request.case, live.here.exercise
    slug = about_moves.named_slug(request)
    if slug is None and (asked := about_moves.of_a_kind(request)):
        play.pause_for(case)
        return asked
    slug = slug or here
    if slug != here or not request.meant.is_sure:
        return about_moves.ask(request, slug, Taste.NEVER)
    case.store.tastes.set(case.person.id, slug, Taste.NEVER, case.now)
    case = with_tastes_read_again(case)
    swapped = play.move(case, live, Move.SWAP, live.turn)
    if swapped is None or swapped.toast is None:
        return _heard(case, swapped)
    return _heard(case, play.move(case, live, Move.SKIP, live.turn))


def unwell(request: Request, live: Stand) -> Answer | None:
    """ "My arms are tired" may only need a moment. People who are surely ill are told to rest until they are well."""
    if request.meant.is_sure:
        return None
    paused = play.move(request.case, live, Move.PAUSE, live.turn) if knows(live.phase, Move.PAUSE) else None
    return _heard(request.case, paused) or play.shown(request.case, fresh=True)


_OTHERS: dict[Wish, Played] = {
    Wish.STOP: stop,
    Wish.SWAP: swap,
    Wish.EASIER: easier,
    Wish.SLOWER: slower,
    Wish.LONGER: longer,
    Wish.REPEAT_THIS: again,
    Wish.OTHER_SIDE: other_side,
    Wish.LEFT: left,
    Wish.COMING: coming,
    Wish.THIS_ONE: this_one,
    Wish.HOLD_TIME: hold_time,
    Wish.LONG_ENOUGH: long_enough,
    Wish.MINUTES: only_minutes,
    Wish.OK: _thumb,
    Wish.THANKS: _thumb,
    Wish.LIKE: like,
    Wish.NEVER: never,
    Wish.UNWELL: unwell,
    Wish.SEATED: seated,
}
