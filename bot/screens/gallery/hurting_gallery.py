"""After something hurt, with sample facts."""

from dataclasses import replace
from datetime import date

from bot.domain.library.exercise import Exercise, Tag
from bot.domain.library.library import Library
from bot.domain.person.what_rests import RESTS_FOR, Resting, SharpStop, SoreSpot, Until, WhyEasy
from bot.domain.session.pain import Pain
from bot.domain.session.script import Part, duration, write
from bot.domain.session.session import Done, Phase, Session, begin
from bot.domain.session.suitable import Bar, Rests
from bot.screens.buttons.actions import DoRoutine
from bot.screens.choose import exercise_card, routine_card
from bot.screens.choose.resting_words import easy_day, why
from bot.screens.gallery.samples import NOON, SESSION, Named, parts_of
from bot.screens.person import home
from bot.screens.person.home import Today
from bot.screens.screen import Words
from bot.screens.session import hurting

FRIDAY = Until(date(2026, 1, 9))
RESTS_NOW = {
    "until-friday": Bar(rests=Rests.FOR_NOW, until=FRIDAY),
    "until-later": Bar(rests=Rests.FOR_NOW, until=Until(date(2026, 1, 5), is_today=True)),
    "rested": Bar(rests=Rests.UNTIL_ASKED),
    **{f"today/{part.value}": Bar(rests=Rests.TODAY, part=part) for part in WhyEasy},
}


def hurting_gallery(library: Library, words: Words) -> Named:
    one, *others = library.exercises.values()
    plan = next(iter(library.routines.values()))
    script = write(parts_of(plan, library))
    done = (Done(one.slug, one.usual.ref.form, None, 40, 40),)
    over = replace(begin(SESSION, 1, "", script, NOON), phase=Phase.STOPPED, done=done)
    yield from _stopped(over, plan.title, one, words)
    yield from _after(over, plan.title, [(each.slug, each.title) for each in (one, *others)][:6], words)
    yield from _resting(one, others[0], words)
    yield from _routine_without(plan.slug, one, others[0], library, words)


def _stopped(over: Session, title: str, one: Exercise, words: Words) -> Named:
    stop = SharpStop(SESSION, one.slug, NOON, NOON + RESTS_FOR)
    loads = frozenset({(Tag.KNEES, FRIDAY), (Tag.WRISTS, FRIDAY)})
    resting = Resting(frozenset({(one.slug, FRIDAY)}), loads, easy=WhyEasy.MORNING)
    this = hurting.Stopped(over, title, stop, one.title, resting)
    yield "hurt/where", hurting.stopped(this, words)
    yield "hurt/where/not-sure-which", hurting.stopped(replace(this, move=""), words)
    for where in SoreSpot:
        said = replace(this, stop=replace(stop, where=where))
        yield f"hurt/where/{where.name.lower()}", hurting.stopped(said, words)
    twice = replace(resting, twice_at=NOON)
    said = replace(this, stop=replace(stop, where=SoreSpot.BACK), resting=twice)
    yield "hurt/where/twice", hurting.stopped(said, words)


def _after(over: Session, title: str, moves: list[tuple[str, str]], words: Words) -> Named:
    yield "hurt/what-like", hurting.what_like(over, title, words)
    yield "hurt/which", hurting.which_move(over, title, Pain.SHARP, moves, words)
    yield "hurt/taken-back", home.taken_back(words)


def _resting(one: Exercise, other: Exercise, words: Words) -> Named:
    form = one.usual
    seconds = duration([Part(form, form.dose(1))])
    for name, bar in RESTS_NOW.items():
        offer = exercise_card.Offer(one, form, form.dose(1), seconds, bar, swap=other)
        yield f"rests/card/{name}", exercise_card.card(offer, words)
    rester = hurting.Rester(form.ref.exercise, form.ref.form, one.title, SESSION, (other.slug, other.title))
    line = why(RESTS_NOW["until-friday"], one.title, words)
    yield "rests/do-it", hurting.rests(rester, line, words)
    yield "rests/do-it/no-swap", hurting.rests(replace(rester, swap=None), line, words)
    yield "rests/rested", hurting.try_again(rester, DoRoutine("morning"), words)
    resting = Resting(easy=WhyEasy.MORNING)
    today = Today(DoRoutine("breathing-and-walk"), "Breathing and a walk", 3)
    yield "rests/today", hurting.easy_day(today, resting, SESSION, words)
    yield "rests/today/nothing-left", hurting.easy_day(None, resting, SESSION, words)
    for easy in (WhyEasy.ILL, WhyEasy.CARE):
        yield f"rests/{easy.value}", hurting.easy_day(today, Resting(easy=easy), None, words)
    noted = replace(today, note=easy_day(WhyEasy.MORNING, words), says_all=True)
    yield "rests/home", home.home("Ana", noted, None, (), words)


def _routine_without(slug: str, one: Exercise, other: Exercise, library: Library, words: Words) -> Named:
    plan = library.routines[slug]
    lines = [(library.exercises[part.form.ref.exercise], part) for part in parts_of(plan, library)]
    seconds = duration([part for _, part in lines])
    rests = {one.slug: RESTS_NOW["until-friday"]}
    replaced = [((one, one.usual), (other, other.usual))]
    card = routine_card.Plan(plan, lines, replaced, (), seconds, rests)
    yield "rests/routine", routine_card.routine_card(card, words)
    out = replace(card, replaced=(), left_out=[one])
    yield "rests/routine/left-out", routine_card.routine_card(out, words)
    asks = replace(out, rests={one.slug: RESTS_NOW["rested"]})
    note = easy_day(WhyEasy.AFTERNOON, words)
    yield "rests/routine/rested", routine_card.routine_card(asks, words, note)
