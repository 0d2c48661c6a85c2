"""Exercises, topics and routines to choose from, with sample facts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.library.exercise import Equipment, Exercise, Tag
from bot.domain.library.library import Library
from bot.domain.library.routine import Routine
from bot.domain.library.topic import Group
from bot.domain.person.taste import Taste
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import Bar
from bot.screens.buttons.actions import By, Find, FindLeftOut, OpenExercise
from bot.screens.choose import choices, learn, routine_card, taste_screens
from bot.screens.choose import exercise_card as exercise
from bot.screens.gallery.samples import Named, parts_of
from bot.screens.screen import Button, Words


def exercises(library: Library, words: Words) -> Named:
    every = tuple(library.exercises.values())
    yield from _choices(every, words)
    for one in every:
        yield from _exercise(one, every, words)


def _choices(every: Sequence[Exercise], words: Words) -> Named:
    buttons = [Button(one.title, OpenExercise(one.slug)) for one in every]
    yield "exercises", choices.what_for(words)
    yield "exercises/nothing-found", choices.what_for(words, found_none=True)
    for by, values in choices.VALUES.items():
        name = f"exercises/{by.name.lower()}"
        if by not in (By.PURPOSE, By.NAME):
            yield name, choices.narrow(by, words)
        for value in values:
            yield f"{name}/{value}", choices.found(Find(by, value, 0), buttons[:3], 0, words)
    yield from _pages(buttons, words)
    yield "which-one", choices.which_one(tuple(buttons[:3]), words)
    yield "which-one/single", choices.which_one(tuple(buttons[:1]), words)


def _pages(buttons: Sequence[Button], words: Words) -> Named:
    many = [
        Button(f"{button.label} {ending}", OpenExercise(f"{button.action.slug}-{ending}"))
        for ending in ("lying-on-the-floor", "standing", "seated", "on-a-bed")
        for button in buttons
        if isinstance(button.action, OpenExercise)
    ][:20]
    for page in range(-(-len(many) // choices.ON_A_PAGE)):
        wanted = Find(By.POSITION, "stand", page)
        yield f"exercises/page/{page + 1}", choices.found(wanted, many, 2, words)
    yield "exercises/one-left-out", choices.found(Find(By.PURPOSE, "neck", 0), buttons[:1], 1, words)
    yield "exercises/none", choices.found(Find(By.EQUIPMENT, "roller", 0), [], 3, words)


def _exercise(one: Exercise, every: tuple[Exercise, ...], words: Words) -> Named:
    for form in one.forms:
        name = f"exercise/{form.ref}"
        offer = exercise.Offer(one, form, form.dose(1), duration([Part(form, form.dose(1))]))
        other = next((each.usual for each in every if each is not one), form)
        led_on = replace(offer, easier=form, swap=every[0])
        yield name, exercise.card(led_on, words)
        yield f"{name}/alone", exercise.card(offer, words)
        yield f"{name}/colours", exercise.card(offer, words, tells_colours=True)
        yield f"{name}/barred", exercise.card(replace(led_on, bar=Bar(Tag.HEART)), words)
        yield f"{name}/floor", exercise.card(replace(offer, bar=Bar()), words)
        yield f"{name}/lacking", exercise.card(replace(offer, bar=Bar(thing=Equipment.ROLLER)), words)
        yield f"{name}/for-now", exercise.card(replace(offer, bar=Bar(for_now=True)), words)
        yield f"{name}/too-strong", exercise.card(replace(offer, bar=Bar(too_strong=True)), words)
        yield f"{name}/liked", exercise.card(replace(led_on, taste=Taste.LIKE), words)
        never = replace(led_on, harder=other, taste=Taste.NEVER, bar=Bar(never=True))
        yield f"{name}/never", exercise.card(never, words)
        for told in (offer, replace(offer, taste=Taste.LIKE), never):
            taste = told.taste.value if told.taste else "none"
            yield f"{name}/more/{taste}", exercise.more(told, words)
        yield f"{name}/all-steps", exercise.all_steps(one, form, words)
        yield f"{name}/mistake", exercise.mistake(one, form, words)
        for number in range(len(form.steps)):
            yield f"{name}/step/{number + 1}", exercise.step(one, form, number, words)


def your_moves(library: Library, words: Words) -> Named:
    titles = [(one.slug, one.title) for one in library.exercises.values()]
    for name, liked, never in (
        ("", titles[:2], titles[2:]),
        ("/liked", titles[:1], []),
        ("/nothing", [], []),
    ):
        yield f"your-moves{name}/emptied", taste_screens.emptied(titles, words)
        named = {Taste.LIKE: liked, Taste.NEVER: never}
        yield (
            f"your-moves{name}/noted",
            taste_screens.noted(*titles[0], Taste.LIKE if never else Taste.NEVER, words),
        )
        yield f"your-moves{name}", taste_screens.your_moves(named, 5 if liked else 0, words)


def left_out(library: Library, words: Words) -> Named:
    every = [Button(one.title, OpenExercise(one.slug)) for one in library.exercises.values()]
    some = every[: choices.ON_A_PAGE]
    yield "left-out", choices.left_out(FindLeftOut(By.PURPOSE, "turn", 0), some, words)
    many = [
        Button(f"{one.title} {n}", OpenExercise(f"{one.slug}-{n}"))
        for n in range(4)
        for one in library.exercises.values()
    ]
    for page in range(2):
        screen = choices.left_out(FindLeftOut(By.POSITION, "sit", page), many[:17], words)
        yield f"left-out/{page}", screen


def topics(library: Library, words: Words) -> Named:
    yield "learn", learn.groups(Group, words)
    for which in Group:
        topics = [topic for topic in library.topics.values() if topic.group is which]
        yield f"learn/{which.value}", learn.group(which, topics, words)
    for one in library.topics.values():
        exercises = (library.exercises[slug] for slug in one.exercises if slug in library.exercises)
        ways = [Button(exercise.title, OpenExercise(exercise.slug)) for exercise in exercises]
        yield f"topic/{one.slug}", learn.topic(one, ways, words)


def routines(library: Library, words: Words) -> Named:
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
    lines = [(library.exercises[part.form.ref.exercise], part) for part in parts_of(one, library)]
    return routine_card.Plan(one, lines, (), (), duration([part for _, part in lines]))
