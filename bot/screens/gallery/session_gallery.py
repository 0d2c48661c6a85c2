"""A session with sample facts: the player, standing still, and its end."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.exercise import Exercise, Form, Position
from bot.domain.library.library import Library
from bot.domain.person.person import Floor, Pictures
from bot.domain.person.what_rests import WhyEasy
from bot.domain.progress.kind_words import About, Fact
from bot.domain.progress.tally import BackTo, Level, LevelOffer, Longer, OffTheFloor, Shorter, WeekSoFar
from bot.domain.session.script import BeatKind, Getting, Part, Script, write
from bot.domain.session.session import PHASE_OF, Done, Phase, Session, begin
from bot.screens import days
from bot.screens.buttons.actions import DoToday, Place, TakeFloor, TakeLevel, TakeMinutes, Taken
from bot.screens.buttons.wire import encode
from bot.screens.choose.resting_words import easy_day
from bot.screens.gallery.samples import NOON, SESSION, Named, parts_of
from bot.screens.person.home import Today
from bot.screens.progress.done_for_today import Coming, Week, home_done, week_line
from bot.screens.screen import Words
from bot.screens.session import done_screen, ending, hurting, level_offer
from bot.screens.session.left_to_do import this_one
from bot.screens.session.player import Circumstances, player

WEEK = Week(WeekSoFar(2, 4, 1200))
COMING = Coming(Today(DoToday(), "Ana", 5), NOON + timedelta(hours=20), NOON.date())

STANDING_STILL = (Phase.READING, Phase.PAUSED, Phase.AWAY, Phase.HURTING, Phase.HALTED, Phase.ASKED)


OFFERS: dict[str, LevelOffer] = {
    "up": Level(3),
    "down": Level(1),
    "shorter": Shorter(5),
    "stand": OffTheFloor(Floor.STAND),
    "seated": OffTheFloor(Floor.SEATED),
    "longer": Longer(5),
    "floor-again": BackTo(Floor.YES),
    "standing-again": BackTo(Floor.STAND),
}


def playing(one: Exercise, form: Form, words: Words) -> Named:
    script = write([Part(form, form.dose(3))])
    for number, beat in enumerate(script):
        side = f"/{beat.side.value}" if beat.side else ""
        name = f"player/{form.ref}/{beat.kind.value}{side}"
        if beat.repetition == 1:
            yield name, player(_at(script, number), one, form, words)
        if beat.kind is BeatKind.GET_READY:
            timed = (replace(beat, seconds=12), *script[1:])
            yield f"{name}/timed", player(_at(timed, number), one, form, words)
            yield (
                f"{name}/colours",
                player(_at(script, number), one, form, words, Circumstances(tells_colours=True)),
            )


def _at(script: Script, number: int) -> Session:
    beat = script[number]
    wake_at = NOON + timedelta(seconds=beat.seconds) if beat.seconds is not None else None
    blank = begin(SESSION, 1, "", script, NOON)
    return replace(blank, phase=PHASE_OF[beat.kind], beat=number, turn=number, wake_at=wake_at)


def on_the_way(library: Library, words: Words) -> Named:
    """Hands-free: beats that lead to the floor, up again and to the other side, each with the one before."""
    forms = [one.usual for one in library.exercises.values()]
    up = next((form for form in forms if not form.position.is_on_the_floor), None)
    down = next((form for form in forms if form.position is Position.SIDE), None)
    if up is None or down is None:
        return
    parts = [Part(form, form.dose(3)) for form in (up, down, up)]
    script = write(parts, {part.form.ref.exercise for part in parts}, Getting(takes=25, is_timed=True))
    for number, beat in enumerate(script):
        if beat.seconds == 25 and PHASE_OF[beat.kind] is Phase.READY:
            yield from _way(script, number, library, words)


def _way(script: Script, number: int, library: Library, words: Words) -> Named:
    for which, name in ((number - 1, "before"), (number, "now")):
        ref = script[which].ref
        for on_bed in (False, True):
            shown = player(
                _at(script, which),
                library.exercise(ref.exercise),
                library.form(ref),
                words,
                Circumstances(on_bed=on_bed),
            )
            yield f"player/way/{number}/{name}{'/bed' if on_bed else ''}", shown


def standing_still(library: Library, words: Words) -> Named:
    one = next(iter(library.exercises.values()))
    running = _at(write([Part(one.usual, one.usual.dose(1))]), 1)
    for phase in STANDING_STILL:
        still = replace(running, phase=phase, wake_at=None)
        yield f"player/{phase.value}", player(still, one, one.usual, words)
    first = _at(running.script, 0)
    yield "player/new", player(first, one, one.usual, words, Circumstances(waits_as_new=True))
    yield "player/retired", player(running, None, None, words)
    yield "wish/this-one", this_one(running, one.title, one.usual.feel, words)


def endings(library: Library, words: Words) -> Named:
    plan = next(iter(library.routines.values()))
    script = write(parts_of(plan, library))
    names = list(dict.fromkeys(library.exercises[beat.ref.exercise].title for beat in script))
    worked = tuple(Done(beat.ref.exercise, beat.ref.form, beat.side, 40, 40) for beat in script)
    blank = replace(_at(script, 0), phase=Phase.FINISHED)
    for name, done in (("", worked), ("/short", worked[:1]), ("/nothing", ())):
        over = replace(blank, done=done)
        yield (
            f"finished{name}",
            ending.finished(over, plan.title, names if done else [], WeekSoFar(3, 4, 1200), words),
        )
        yield f"left{name}", ending.left(replace(over, phase=Phase.LEFT), plan.title, words, goes_on=True)
        yield (
            f"stopped{name}",
            hurting.stopped_of_old(replace(over, phase=Phase.STOPPED), plan.title, words),
        )
    over = replace(blank, done=worked)
    yield "finished/first", ending.first_finished(over, plan.title, words)
    yield "finished/first/short", ending.first_finished(replace(over, done=worked[:1]), plan.title, words)
    reminded = ending.first_finished_and_reminded(
        over,
        plan.title,
        days.when(NOON + timedelta(days=1), NOON.date(), words),
        (Place.ASK_SEEN, Place.ASK_AGE),
        words,
    )
    yield "finished/first/reminded", reminded
    yield "rated/hurt", ending.rated_hurt(over, plan.title, week_line(WEEK, words), words)
    yield from _done(
        done_screen.DoneForToday(over, plan.title, Fact(About.MOVES), names[0], names, WEEK, COMING), words
    )


def _done(done: done_screen.DoneForToday, words: Words) -> Named:
    for about in About:
        told = replace(done, fact=Fact(about, "a-move", 5))
        yield f"done/{about.value}", done_screen.done_for_today(told, words)
    done = replace(done, week=Week(WeekSoFar(5, 4, 1200)), offers_reminder=True)
    yield "done/week", done_screen.done_for_today(replace(done, asks_check_in=True), words)
    yield "done/hard", done_screen.done_for_today(replace(done, was_hard=True), words)
    yield "done/least", done_screen.done_for_today(replace(done, was_hard=True, is_least=True), words)
    yield "done/note", done_screen.done_for_today(replace(done, may_note=True), words)
    yield "done/remind", done_screen.done_for_today(replace(done, coming=Coming(COMING.today)), words)
    yield "done/hands-free", done_screen.done_for_today(replace(done, offers_hands_free=True), words)
    yield "done/goal", done_screen.done_for_today(replace(done, asks_goal=True), words)
    done = replace(done, week=Week(WeekSoFar(2, 4, 1200), Pictures.OFF))
    yield "done/in-words", done_screen.done_for_today(done, words)
    for name, offer in OFFERS.items():
        yield f"level-offer/{name}", level_offer.ask(done.session, done.title, offer, 2, words)
    for name, said in (
        ("taken", level_offer.said(TakeLevel(3), words, was_seated=False)),
        ("kept", words("level-kept")),
    ):
        yield f"done/level/{name}", done_screen.done_for_today(replace(done, level=said), words)
    yield "home/done", home_done("Ana", COMING.today, WEEK, COMING, words)
    noted = replace(
        COMING.today, note=easy_day(WhyEasy.MORNING, words), says_all=True, programme="four-weeks"
    )
    yield "home/done/noted", home_done("", noted, Week(WeekSoFar(1, None, 60)), COMING, words)


def level_answers(words: Words) -> Named:
    actions: tuple[Taken, ...] = (TakeLevel(3), TakeMinutes(2), *map(TakeFloor, Floor))
    for action in actions:
        yield f"level/{encode(action)}", level_offer.taken(action, words)
    standing = level_offer.taken(TakeFloor(Floor.STAND), words, was_seated=True)
    yield "level/standing-too", standing
    yield "level/kept", level_offer.kept(words)
