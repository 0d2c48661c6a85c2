"""Own routines: the list, one as it is done, one as it is changed, its lines, its name, and its deletion."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.library.exercise import Dose, Form, FormRef, Purpose
from bot.domain.own.own_dose import Nudge, can_hold
from bot.domain.own.own_routine import (
    MOST_LINES,
    MOST_ROUTINES,
    NAME_LENGTH,
    NameFault,
    OwnLine,
    OwnRoutine,
    shortened,
)
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import Bar
from bot.screens import keys
from bot.screens.amounts import dose, length, rest_between
from bot.screens.buttons.actions import (
    AddFrom,
    AddLine,
    AddOwn,
    AddTo,
    AskDeleteOwn,
    CopyOwn,
    DeleteOwn,
    DoOwn,
    DoseLine,
    EditOwn,
    Go,
    MoveLine,
    NameOwn,
    OpenForm,
    OpenLine,
    OpenOwn,
    Place,
    RemoveLine,
)
from bot.screens.choose.resting_words import instead
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, faint, folded, lines, plain

UNFOLDED = 4
"""Lines; a longer list folds."""

PAGE = 8
"""Exercises on one screen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it was set. `form` and `amount` are None when the content has retired it. `name`: of the exercise without its form."""

    line: OwnLine
    title: str
    form: Form | None = None
    amount: Dose | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """An own routine for its person. `parts`: what is done; `replaced`: pairs of old and new.

    `rests`: by title, why a resting exercise is left out. `unjudged`: titles of own exercises, on a day when nobody
    here knows whether they are right."""

    own: OwnRoutine
    rows: Sequence[Row]
    parts: Sequence[tuple[str, Part]]
    replaced: Sequence[tuple[str, str]]
    left_out: Sequence[str]
    seconds: int
    rests: Mapping[str, Bar] = field(default_factory=dict)
    unjudged: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A line in the routine `own`: at `place`, from 0, of `places`. `is_held_back`: more was set than is right for now.

    `nudged`: the line after a little less or more, if that changes anything.
    """

    own: int
    row: Row
    place: int
    places: int
    nudged: Mapping[Nudge, OwnLine]
    is_held_back: bool = False


def own_routines(every: Iterable[tuple[OwnRoutine, int]], words: Words, note: str = "") -> Screen:
    every = tuple(every)
    listed = [own.name if not seconds else _headed(own, seconds, words) for own, seconds in every]
    text = lines(
        bold(words("own-routines")),
        plain(note),
        _listed(listed) if listed else plain(words("own-routines-none")),
    )
    new = keys.primary(words("button-own-new"), Go(Place.NEW_OWN))
    buttons = keys.paired(Button(shortened(own.name, keys.ALONE), OpenOwn(own.id)) for own, _ in every)
    exercises = (Button(words("choice-own-exercises"), Go(Place.OWN_EXERCISES)),)
    return Screen(text, (new, *buttons, exercises, keys.back_row(Go(Place.ROUTINES), words)))


def full(every: Iterable[tuple[OwnRoutine, int]], words: Words) -> Screen:
    return own_routines(every, words, words("own-routines-full", most=MOST_ROUTINES))


def card(draft: OwnPlan, words: Words) -> Screen:
    done = [_numbered(number, title, part, words) for number, (title, part) in enumerate(draft.parts, 1)]
    notes = [
        *(_replaced(draft, old, new, words) for old, new in draft.replaced),
        *(_left_out(draft, old, words) for old in draft.left_out),
    ]
    unjudged = [title for title in draft.unjudged if title not in draft.left_out]
    text = lines(
        bold(_headed(draft.own, draft.seconds, words)),
        _listed(done),
        _listed(notes),
        plain(_said_of(unjudged, words)) if unjudged else None,
        plain(words("stop-rule")),
    )
    own = draft.own.id
    rows = (
        keys.primary(words("button-do-it"), DoOwn(own)),
        (Button(words("button-own-change"), EditOwn(own)),),
        (Button(words("button-my-routines"), Go(Place.OWN_ROUTINES)), keys.home(words)),
    )
    return Screen(text, rows, begins=DoOwn(own))


def _said_of(unjudged: Sequence[str], words: Words) -> str:
    return words("own-exercise-unjudged-here", titles=words.all_of(unjudged), count=len(unjudged))


def _replaced(draft: OwnPlan, old: str, new: str, words: Words) -> str:
    resting = draft.rests.get(old)
    return instead(resting, old, new, words) if resting else words("replaced", new=new, old=old)


def _left_out(draft: OwnPlan, old: str, words: Words) -> str:
    if resting := draft.rests.get(old):
        return instead(resting, old, "", words)
    return words("own-exercise-waits" if old in draft.unjudged else "left-out", old=old)


def nothing_left(own: OwnRoutine, words: Words) -> Screen:
    why = words("own-all-left-out") if own.lines else words("own-empty")
    rows = (
        keys.primary(words("button-own-change"), EditOwn(own.id)),
        (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)),
    )
    return Screen(lines(bold(own.name), plain(why)), rows)


def editor(draft: OwnPlan, words: Words, note: str = "") -> Screen:
    own = draft.own
    listed = [_row(number, row, words) for number, row in enumerate(draft.rows, 1)]
    text = lines(
        bold(_headed(own, draft.seconds, words) if draft.parts else own.name),
        plain(note),
        _listed(listed) if listed else plain(words("own-empty")),
    )
    return Screen(text, (*_editing(draft, words), *_about_it(own, words)), begins=DoOwn(own.id))


def no_room(draft: OwnPlan, words: Words) -> Screen:
    return editor(draft, words, words("own-full", most=MOST_LINES))


def _editing(draft: OwnPlan, words: Words) -> Rows:
    own = draft.own.id
    add = Button(
        words("button-own-add"), AddTo(own), Style.PLAIN if draft.parts or draft.own.lines else Style.PRIMARY
    )
    do = (keys.primary(words("button-do-it"), DoOwn(own)),) if draft.parts else ()
    listed = (
        Button(_label(number, row, words), OpenLine(own, row.line.id))
        for number, row in enumerate(draft.rows, 1)
    )
    return (*do, (add,), *keys.paired(listed))


def _about_it(own: OwnRoutine, words: Words) -> Rows:
    copy = (Button(words("button-own-copy"), CopyOwn(own.id)),) if own.lines else ()
    back = OpenOwn(own.id) if own.lines else Go(Place.OWN_ROUTINES)
    return (
        (Button(words("button-own-name"), NameOwn(own.id)), *copy),
        (Button(words("button-own-delete"), AskDeleteOwn(own.id)),),
        keys.back_row(back, words),
    )


def name_question(name: str, fault: NameFault | None, words: Words, longest: int = NAME_LENGTH) -> str:
    """For a routine or an exercise. `fault`: of the name that was typed last; None: none was. `longest`: characters of a name."""
    match fault:
        case None:
            return words("own-name-ask", name=name)
        case NameFault.EMPTY:
            return words("own-name-empty")
        case NameFault.LONG:
            return words("own-name-long", most=longest)
        case NameFault.TAKEN:
            return words("own-name-taken")
        case NameFault.ACTED_ON:
            return words("own-name-acted-on")


def ask_name(own: OwnRoutine, words: Words, fault: NameFault | None = None) -> Screen:
    return Screen(plain(name_question(own.name, fault, words)), (keys.back_row(EditOwn(own.id), words),))


def ask_delete(own: OwnRoutine, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-keep"), EditOwn(own.id)),
        (Button(words("choice-own-delete"), DeleteOwn(own.id), Style.DANGER),),
        keys.home_row(words)[0],
    )
    return Screen(plain(words("own-delete-ask", name=own.name)), rows)


def line(spot: Spot, words: Words, note: str = "") -> Screen:
    row = spot.row
    text = lines(
        bold(words("step-place", title=row.title, place=spot.place + 1, places=spot.places)),
        plain(_amount(row, words)),
        plain(words("own-gentle")) if spot.is_held_back else None,
        plain(note),
        faint(hint) if (hint := _hint(row, words)) else None,
    )
    return Screen(text, (*_order(spot, words), *_doses(spot, words), *_others(spot, words)))


def _amount(row: Row, words: Words) -> str:
    if row.form is None or row.amount is None:
        return words("own-line-retired-note")
    seconds = duration([Part(row.form, row.amount)])
    rest = rest_between(row.line.rest, row.amount, words)
    return words.parted(filter(None, (dose(row.form, row.amount, words), rest, length(seconds, words))))


def _hint(row: Row, words: Words) -> str:
    if row.form is None:
        return ""
    if can_hold(row.form):
        return words("own-line-note-holds")
    return words("own-line-note-times") if row.form.most > 1 else ""


def _order(spot: Spot, words: Words) -> Rows:
    own, line_ = spot.own, spot.row.line.id
    up = Button(words("button-own-up"), MoveLine(own, line_, spot.place - 1)) if spot.place else None
    is_last = spot.place + 1 == spot.places
    down = None if is_last else Button(words("button-own-down"), MoveLine(own, line_, spot.place + 1))
    return _rows((up, down))


def _doses(spot: Spot, words: Words) -> Rows:
    own, set_ = spot.own, spot.row.line
    fewer, more, shorter, longer = (_nudge(spot, nudge, words) for nudge in Nudge)
    is_set = spot.row.form is not None and ((set_.hold, set_.repetitions, set_.rest) != (None, None, None))
    level = Button(words("button-own-level"), DoseLine(own, set_.id, 0, 0)) if is_set else None
    return _rows((fewer, more), (shorter, longer), (level,))


def _nudge(spot: Spot, nudge: Nudge, words: Words) -> Button | None:
    after = spot.nudged.get(nudge)
    if after is None:
        return None
    action = DoseLine(spot.own, after.id, after.hold or 0, after.repetitions or 0)
    return Button(words(f"button-own-{nudge.value}"), action)


def _others(spot: Spot, words: Words) -> Rows:
    ref, form = spot.row.line.ref, spot.row.form
    about = Button(words("button-own-about"), OpenForm(ref.exercise, ref.form)) if form else None
    remove = Button(words("button-own-remove"), RemoveLine(spot.own, spot.row.line.id))
    return (*_rows((about, remove)), keys.back_row(EditOwn(spot.own), words))


def add(
    own: int, purposes: Iterable[Purpose], words: Words, note: str = "", *, has_own: bool = False
) -> Screen:
    buttons = keys.paired(
        Button(words(f"purpose-{purpose.value}"), AddFrom(own, purpose, 0)) for purpose in purposes
    )
    mine = ((Button(words("button-own-exercise-one"), AddOwn(own, 0)),),) if has_own else ()
    text = lines(plain(note) if note else bold(words("own-add")), plain(words("exercises-note")))
    return Screen(text, (*buttons, *mine, keys.back_row(EditOwn(own), words)))


def add_from(action: AddFrom, moves: Sequence[tuple[str, str, FormRef]], words: Words) -> Screen:
    """`moves`: each with its title, the exercise's title alone, and its form."""
    text = lines(bold(words(f"purpose-{action.purpose.value}")), plain(words("exercises-note")))
    return Screen(text, _page(action, moves, words))


def add_own(action: AddOwn, exercises: Sequence[tuple[str, FormRef]], words: Words) -> Screen:
    moves = [(name, name, ref) for name, ref in exercises]
    return Screen(bold(words("own-exercises")), _page(action, moves, words))


def _page(action: AddFrom | AddOwn, moves: Sequence[tuple[str, str, FormRef]], words: Words) -> Rows:
    page = max(0, min(action.page, (len(moves) - 1) // PAGE))
    own, here = action.own, moves[page * PAGE :][:PAGE]
    buttons = keys.paired(
        Button(keys.label(title, name), AddLine(own, ref.exercise, ref.form)) for title, name, ref in here
    )
    onward = Button(words("button-next"), replace(action, page=page + 1))
    before = replace(action, page=page - 1) if page else AddTo(own)
    more = ((onward,),) if len(moves) > (page + 1) * PAGE else ()
    return (*buttons, *more, keys.back_row(before, words))


def _rows(*rows: tuple[Button | None, ...]) -> Rows:
    full = (tuple(button for button in row if button) for row in rows)
    return tuple(row for row in full if row)


def _headed(own: OwnRoutine, seconds: int, words: Words) -> str:
    return words("own-title", name=own.name, length=length(seconds, words))


def _numbered(number: int, title: str, part: Part, words: Words) -> str:
    return words("own-line", number=number, title=title, dose=dose(part.form, part.dose, words))


def _row(number: int, row: Row, words: Words) -> str:
    if row.form is None or row.amount is None:
        return words("own-line-retired", number=number, title=row.title)
    return words("own-line", number=number, title=row.title, dose=dose(row.form, row.amount, words))


def _label(number: int, row: Row, words: Words) -> str:
    titles = (row.title, row.name or row.title)
    return keys.label(*(words("own-line-label", number=number, title=title) for title in titles), *titles)


def _listed(each: Sequence[str]) -> str:
    whole = "\n".join(each)
    return folded(whole) if len(each) > UNFOLDED else plain(whole)
