"""An exercise: its card, and learning it step by step."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.library.exercise import Dose, Exercise, Form
from bot.domain.person.taste import Taste
from bot.domain.session.suitable import Bar, Rests
from bot.screens import keys
from bot.screens.amounts import dose, equipment, form_title, length, where
from bot.screens.buttons.actions import (
    AllSteps,
    DoExercise,
    Go,
    LearnStep,
    MoreOfExercise,
    OpenExercise,
    OpenForm,
    OpenSettings,
    Place,
    SayTaste,
    SettingsGroup,
    ShowMistake,
    TakeBackTaste,
)
from bot.screens.choose.resting_words import why
from bot.screens.choose.taste_screens import marked
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, faint, folded, lines, plain


@dataclass(frozen=True, slots=True)
class Offer:
    """One form of an exercise as it is offered to one person. `seconds`: all sides, with getting ready."""

    exercise: Exercise
    form: Form
    amount: Dose
    seconds: int
    bar: Bar | None = None
    easier: Form | None = None
    harder: Form | None = None
    swap: Exercise | None = None
    taste: Taste | None = None


def card(offer: Offer, words: Words, *, tells_colours: bool = False) -> Screen:
    exercise, form = offer.exercise, offer.form
    text = lines(
        bold(_title(offer, words)),
        plain(words.parted(_facts(offer, words))),
        plain(_barred(offer.bar, offer, words)) if offer.bar else plain(words("stop-rule")),
        faint(words("player-colours")) if tells_colours else None,
        folded(_more(exercise, form, words)),
    )
    begins = DoExercise(form.ref.exercise, form.ref.form)
    return Screen(text, _card_rows(offer, words), form.loop(), begins=begins)


def _title(offer: Offer, words: Words) -> str:
    taste = offer.taste if offer.taste is Taste.LIKE else None
    return marked(form_title(offer.exercise, offer.form, words), taste, words)


def _facts(offer: Offer, words: Words) -> tuple[str, ...]:
    amount = dose(offer.form, offer.amount, words)
    return amount, length(offer.seconds, words), where(offer.form, words), equipment(offer.form, words)


def _barred(bar: Bar, offer: Offer, words: Words) -> str:
    for_today = bar.rests is Rests.TODAY
    instead = words("barred-instead", title=offer.swap.title) if offer.swap and not for_today else ""
    return lines(why(bar, offer.exercise.title, words) if bar.rests else _why(bar, words), instead)


def _why(bar: Bar, words: Words) -> str:
    if bar.never:
        return words("barred-never")
    if bar.tag:
        return words("barred-tag", tag=words(f"tag-{bar.tag.value}"))
    if bar.thing:
        return words("barred-equipment", thing=words(f"equipment-{bar.thing.value}"))
    if bar.for_now:
        return words("barred-for-now")
    return words("barred-strong" if bar.too_strong else "barred-floor")


def _more(exercise: Exercise, form: Form, words: Words) -> str:
    names = words.listed(exercise.other_names)
    return lines(
        exercise.purpose,
        words("picture-shows", alt=form.steps[0].alt) if not form.loops else None,
        form.feel,
        words("breathing", breathing=form.breathing),
        words("caution", caution=exercise.caution),
        words("mistake", mistake=exercise.mistake),
        words("other-names", names=names) if names else None,
    )


def _card_rows(offer: Offer, words: Words) -> Rows:
    ref = offer.form.ref
    do = _do(offer, words)
    learn = Button(words("button-learn-it"), LearnStep(ref.exercise, ref.form, 0))
    steps = Button(words("button-steps"), AllSteps(ref.exercise, ref.form))
    mistake = Button(words("button-one-mistake"), ShowMistake(ref.exercise, ref.form))
    back = Button(words("button-moves"), Go(Place.EXERCISES))
    further = Button(words("choice-more"), MoreOfExercise(ref.exercise, ref.form))
    shown = keys.close((learn, steps, mistake))
    others = keys.close(_others(offer, words))
    return (*((do,) if do else ()), *shown, *others, *keys.close((back, further, keys.home(words))))


def _do(offer: Offer, words: Words) -> tuple[Button, ...]:
    bar, ref = offer.bar, offer.form.ref
    if bar and bar.never:
        return (Button(words("choice-never-undo"), TakeBackTaste(ref.exercise)),)
    if bar and not bar.rests:
        return _change(bar, words)
    style = Style.PLAIN if bar else Style.PRIMARY
    return (Button(words("button-do-it"), DoExercise(ref.exercise, ref.form), style),)


def _change(bar: Bar, words: Words) -> tuple[Button, ...]:
    if bar.unjudged:
        return ()
    if bar.for_now:
        return (Button(words("choice-settings-you"), OpenSettings(SettingsGroup.YOU)),)
    if bar.tag:
        return (Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),)
    if bar.thing:
        return (Button(words("button-settings-equipment"), Go(Place.ASK_EQUIPMENT)),)
    if bar.too_strong:
        return (Button(words("button-settings-level"), Go(Place.ASK_LEVEL)),)
    return (Button(words("button-settings-floor"), Go(Place.ASK_FLOOR)),)


def _others(offer: Offer, words: Words) -> Iterable[Button]:
    for label, other in (("button-easier", offer.easier), ("button-harder", offer.harder)):
        if other:
            yield Button(words(label), OpenForm(other.ref.exercise, other.ref.form))
    if offer.swap:
        yield Button(words("button-swap"), OpenExercise(offer.swap.slug))


def more(offer: Offer, words: Words) -> Screen:
    ref = offer.form.ref
    text = lines(
        bold(_title(offer, words)),
        plain(words(f"taste-{offer.taste.value if offer.taste else 'none'}")),
    )
    moves = Button(words("button-settings-moves"), Go(Place.YOUR_MOVES))
    last = (Button(words("button-back"), OpenForm(ref.exercise, ref.form)), keys.home(words))
    return Screen(text, (tuple(_tastes(offer, words)), (moves,), last))


def _tastes(offer: Offer, words: Words) -> Iterable[Button]:
    slug = offer.exercise.slug
    for taste in Taste:
        if offer.taste is taste:
            yield Button(words(f"button-taste-{taste.value}-undo"), TakeBackTaste(slug))
        else:
            yield Button(words(f"button-taste-{taste.value}"), SayTaste(slug, taste))


def step(exercise: Exercise, form: Form, number: int, words: Words) -> Screen:
    """`number` counts from 0, and is one of the form's steps."""
    this = form.steps[number]
    text = lines(
        bold(words("step-place", title=exercise.title, place=number + 1, places=len(form.steps))),
        plain(this.text),
        faint(this.alt) if not this.picture else None,
    )
    return Screen(text, _step_rows(form, number, words), this.picture)


def _step_rows(form: Form, number: int, words: Words) -> Rows:
    ref = form.ref
    before = LearnStep(ref.exercise, ref.form, number - 1) if number else OpenForm(ref.exercise, ref.form)
    back = Button(words("button-back"), before)
    do = DoExercise(ref.exercise, ref.form)
    if number + 1 == len(form.steps):
        mistake = Button(words("button-mistake"), ShowMistake(ref.exercise, ref.form))
        return ((back, Button(words("button-do-it"), do, Style.PRIMARY)), (mistake, keys.home(words)))
    onward = Button(words("button-next"), LearnStep(ref.exercise, ref.form, number + 1), Style.PRIMARY)
    return ((back, onward), (Button(words("button-do-it-now"), do), keys.home(words)))


def all_steps(exercise: Exercise, form: Form, words: Words) -> Screen:
    text = lines(bold(words("all-steps", title=exercise.title)), numbered(form))
    ref = form.ref
    back = Button(words("button-back"), OpenForm(ref.exercise, ref.form))
    do = keys.primary(words("button-do-it"), DoExercise(ref.exercise, ref.form))
    return Screen(text, (do, (back, keys.home(words))), form.numbered)


def numbered(form: Form) -> str:
    steps = enumerate(form.steps, 1)
    return lines(
        *(
            lines(
                plain(f"{number}. {step.text}"), faint(step.alt) if step.alt and not form.numbered else None
            )
            for number, step in steps
        )
    )


def mistake(exercise: Exercise, form: Form, words: Words) -> Screen:
    ref = form.ref
    shown = words("mistake-beside" if exercise.mistaken else "mistake-shown", mistake=exercise.mistake)
    text = lines(bold(exercise.title), plain(shown))
    do = keys.primary(words("button-do-it"), DoExercise(ref.exercise, ref.form))
    back = Button(words("button-back"), OpenForm(ref.exercise, ref.form))
    return Screen(text, (do, (back, keys.home(words))), exercise.mistaken)
