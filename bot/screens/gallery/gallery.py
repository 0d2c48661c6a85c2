"""Every screen with sample facts, by name: what tests check, and what can be looked at without Telegram."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.exercise import Equipment, Exercise, Form, Tag
from bot.domain.library.library import Library
from bot.domain.library.routine import Routine
from bot.domain.library.topic import Group
from bot.domain.person.person import Age, Cleared, Floor, Pictures, Preferences, Seen
from bot.domain.progress.diary import Rating
from bot.domain.progress.tally import Week
from bot.domain.session.script import Kind, Part, Script, duration, write
from bot.domain.session.session import PHASE_OF, Done, Phase, Session, begin
from bot.domain.session.suitable import Bar
from bot.screens.buttons.actions import DoExercise, DoRoutine, OpenExercise, Place
from bot.screens.choose import exercise_card as exercise
from bot.screens.choose import learn, routine_card
from bot.screens.gallery.choosing_gallery import choosing_gallery
from bot.screens.gallery.own_gallery import own_gallery
from bot.screens.gallery.reminder_gallery import reminders_gallery
from bot.screens.gallery.weeks_gallery import NAME, NOON, Named, weeks
from bot.screens.person import home, questions, welcome
from bot.screens.screen import Button, Screen, Words
from bot.screens.session import ending
from bot.screens.session.player import player

SESSION = 1042
STANDING_STILL = (Phase.READING, Phase.PAUSED, Phase.AWAY, Phase.HURTING)


def gallery(library: Library, words: Words) -> dict[str, Screen]:
    """Screens of every exercise, form and routine of the library, in the order in which people meet them."""
    return dict(_all(library, words))


def _all(library: Library, words: Words) -> Named:
    yield from _first_minute(library, words)
    yield from _questions(words)
    yield from weeks(library, words)
    yield from _trouble(library, words)
    yield from _exercises(library, words)
    yield from _topics(library, words)
    yield from _routines(library, words)
    yield from own_gallery(library, words)
    yield from reminders_gallery(library, words)
    for one in library.exercises.values():
        for form in one.forms:
            yield from _playing(one, form, words)
    yield from _standing_still(library, words)
    yield from _endings(library, words)


def _first_minute(library: Library, words: Words) -> Named:
    yield "welcome", welcome.hello(NAME, library.hello, words)
    yield "welcome/nameless", welcome.hello("", library.hello, words)
    yield "welcome/what-is-this", welcome.what_is_this(library.hello, words)
    yield "signs", welcome.signs(DoRoutine(welcome.FIRST_ROUTINE), words)
    yield "signs/which", welcome.which_sign(words)
    for tier in (Cleared.EMERGENCY, Cleared.URGENT, Cleared.SOON):
        yield f"signs/{tier.value}", welcome.signs_answer(tier, words)
    for tier in (Cleared.EMERGENCY, Cleared.URGENT):
        yield f"signs/{tier.value}/closed", welcome.closed(tier, words)
    yield "surgery", welcome.surgery(words)
    yield "minor", welcome.minor(words)
    yield "emergency", welcome.emergency(words)
    yield "self-harm", welcome.self_harm(words)


def _questions(words: Words) -> Named:
    tags = frozenset({Tag.KNEES, Tag.EYES})
    told = Preferences(age=Age.MIDDLE, seen=Seen.OLD, tags=tags, floor=Floor.BED, level=2, minutes=10, goal=5)
    told = replace(told, equipment=frozenset({Equipment.CHAIR, Equipment.TOWEL}))
    yield "ask/seen", questions.ask_seen(Place.ASK_TAGS, words)
    yield "ask/seen/new", questions.seen_new(Place.ASK_TAGS, words)
    yield "ask/tags", questions.ask_tags(frozenset(), Place.ASK_FLOOR, words)
    yield "ask/tags/all", questions.ask_tags(frozenset(Tag), Place.ASK_FLOOR, words)
    yield "ask/floor", questions.ask_floor(Place.ASK_AGE, words)
    yield "ask/age", questions.ask_age(Place.ASKED, words)
    yield "asked", questions.asked(words)
    yield "ask/level", questions.ask_level(2, words)
    yield "ask/equipment", questions.ask_equipment(frozenset({Equipment.WALL}), words)
    yield "ask/minutes", questions.ask_minutes(None, words)
    yield "ask/goal", questions.ask_goal(4, words)
    for how in Pictures:
        said = words(f"pictures-{how.value}")
        yield f"ask/pictures/{how.value}", questions.ask_pictures(how, words, said=said)
    yield "ask/pictures", questions.ask_pictures(Pictures.MOVING, words)
    yield "ask/in-words", questions.in_words(words)
    yield "settings", questions.settings(Preferences(), words)
    yield "settings/told", questions.settings(told, words)
    yield "delete", questions.ask_delete(words)
    yield "deleted", questions.deleted(words)


def _trouble(library: Library, words: Words) -> Named:
    plan = next(iter(library.routines.values()))
    some = tuple(library.exercises.values())
    what = DoExercise(some[0].slug, some[0].usual.ref.form)
    yield "help", home.help_screen(words)
    yield "not-understood", home.not_understood(some, plan.slug, plan.title, words)
    yield "not-words", home.not_words(words)
    yield "our-fault", home.our_fault(words)
    yield "nothing-running", home.nothing_running(words)
    yield "retired", home.retired(words)
    yield "session-open", home.session_open(SESSION, plan.title, what, words)
    yield "way-back", home.with_way_back(home.help_screen(words), SESSION, words)
    yield "group", home.in_a_group("unhunch_bot", words)


def _exercises(library: Library, words: Words) -> Named:
    every = tuple(library.exercises.values())
    yield from choosing_gallery(every, words)
    for one in every:
        yield from _exercise(one, every, words)


def _exercise(one: Exercise, every: tuple[Exercise, ...], words: Words) -> Named:
    for form in one.forms:
        name = f"exercise/{form.ref}"
        offer = exercise.Offer(one, form, form.dose(1), duration([Part(form, form.dose(1))]))
        led_on = replace(offer, easier=form, swap=every[0])
        yield name, exercise.card(led_on, words)
        yield f"{name}/alone", exercise.card(offer, words)
        yield f"{name}/barred", exercise.card(replace(led_on, bar=Bar(Tag.HEART)), words)
        yield f"{name}/floor", exercise.card(replace(offer, bar=Bar()), words)
        yield f"{name}/lacking", exercise.card(replace(offer, bar=Bar(thing=Equipment.ROLLER)), words)
        yield f"{name}/for-now", exercise.card(replace(offer, bar=Bar(for_now=True)), words)
        yield f"{name}/too-strong", exercise.card(replace(offer, bar=Bar(too_strong=True)), words)
        yield f"{name}/all-steps", exercise.all_steps(one, form, words)
        yield f"{name}/mistake", exercise.mistake(one, form, words)
        for number in range(len(form.steps)):
            yield f"{name}/step/{number + 1}", exercise.step(one, form, number, words)


def _topics(library: Library, words: Words) -> Named:
    yield "learn", learn.groups(Group, words)
    for which in Group:
        topics = [topic for topic in library.topics.values() if topic.group is which]
        yield f"learn/{which.value}", learn.group(which, topics, words)
    for one in library.topics.values():
        exercises = (library.exercises[slug] for slug in one.exercises if slug in library.exercises)
        ways = [Button(exercise.title, OpenExercise(exercise.slug)) for exercise in exercises]
        yield f"topic/{one.slug}", learn.topic(one, ways, words)


def _routines(library: Library, words: Words) -> Named:
    plans = [_plan(one, library) for one in library.routines.values()]
    programme = next(iter(library.programmes.values()), None)
    yield "routines", routine_card.routines(plans, programme, words)
    yield "routines/nothing-found", routine_card.routines(plans, None, words, found_none=True)
    yield "routines/no-floor", routine_card.routines(plans[:1], programme, words, no_floor=True)
    yield "routines/last-page", routine_card.routines(plans, programme, words, 9)
    for plan in plans:
        name, first, last = f"routine/{plan.routine.slug}", plan.lines[0][0], plan.lines[-1][0]
        yield name, routine_card.routine_card(plan, words)
        changed = replace(plan, replaced=[((first, None), (last, None))], left_out=[last])
        yield f"{name}/changed", routine_card.routine_card(changed, words)
        much = replace(plan, replaced=[((first, None), (last, None))] * 4)
        yield f"{name}/much-changed", routine_card.routine_card(much, words)


def _plan(one: Routine, library: Library) -> routine_card.Plan:
    lines = [(library.exercises[part.form.ref.exercise], part) for part in _parts(one, library)]
    return routine_card.Plan(one, lines, (), (), duration([part for _, part in lines]))


def _parts(one: Routine, library: Library) -> tuple[Part, ...]:
    forms = ((line, library.form(line.ref)) for line in one.lines)
    return tuple(Part(form, line.dose or form.dose(1)) for line, form in forms if form)


def _playing(one: Exercise, form: Form, words: Words) -> Named:
    """One screen of each kind of beat, side for side; getting ready also timed."""
    script = write([Part(form, form.dose(3))])
    for number, beat in enumerate(script):
        side = f"/{beat.side.value}" if beat.side else ""
        name = f"player/{form.ref}/{beat.kind.value}{side}"
        if beat.repetition == 1:
            yield name, player(_at(script, number), one, form, words)
        if beat.kind is Kind.GET_READY:
            timed = (replace(beat, seconds=12), *script[1:])
            yield f"{name}/timed", player(_at(timed, number), one, form, words)


def _at(script: Script, number: int) -> Session:
    beat = script[number]
    wake_at = NOON + timedelta(seconds=beat.seconds) if beat.seconds is not None else None
    blank = begin(SESSION, 1, "", script, NOON)
    return replace(blank, phase=PHASE_OF[beat.kind], beat=number, turn=number, wake_at=wake_at)


def _standing_still(library: Library, words: Words) -> Named:
    """One exercise is enough here; the last is of content retired since the session began."""
    one = next(iter(library.exercises.values()))
    running = _at(write([Part(one.usual, one.usual.dose(1))]), 1)
    for phase in STANDING_STILL:
        still = replace(running, phase=phase, wake_at=None)
        yield f"player/{phase.value}", player(still, one, one.usual, words)
    yield "player/retired", player(running, None, None, words)


def _endings(library: Library, words: Words) -> Named:
    plan = next(iter(library.routines.values()))
    script = write(_parts(plan, library))
    names = list(dict.fromkeys(library.exercises[beat.ref.exercise].title for beat in script))
    worked = tuple(Done(beat.ref.exercise, beat.ref.form, beat.side, 40) for beat in script)
    blank = replace(_at(script, 0), phase=Phase.FINISHED)
    for name, done in (("", worked), ("/short", worked[:1]), ("/nothing", ())):
        over = replace(blank, done=done)
        yield (
            f"finished{name}",
            ending.finished(over, plan.title, names if done else [], Week(3, 4, 1200), words),
        )
        yield f"left{name}", ending.left(replace(over, phase=Phase.LEFT), plan.title, words)
        yield f"stopped{name}", ending.stopped(replace(over, phase=Phase.STOPPED), plan.title, words)
    over = replace(blank, done=worked)
    yield "finished/first", ending.first_finished(over, plan.title, words)
    yield "finished/first/short", ending.first_finished(replace(over, done=worked[:1]), plan.title, words)
    for rating in Rating:
        yield f"rated/{rating.name.lower()}", ending.rated(over, plan.title, rating, words)
    for rating in (Rating.EASY, Rating.HARD):
        yield f"rated/{rating.name.lower()}/level", ending.rated(over, plan.title, rating, words, 2)
