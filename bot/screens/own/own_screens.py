"""Routines of one's own: all of them, one as it is done, one as it is changed, its name, and its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.library.exercise import Dose, Form
from bot.domain.own.own_routine import (
    MOST_LINES,
    MOST_ROUTINES,
    NAME_LENGTH,
    NameFault,
    OwnLine,
    OwnRoutine,
    shortened,
)
from bot.domain.session.script import Part
from bot.screens import keys
from bot.screens.amounts import dose, length
from bot.screens.buttons.actions import (
    AddTo,
    AskDeleteOwn,
    CopyOwn,
    DeleteOwn,
    DoOwn,
    EditOwn,
    Go,
    NameOwn,
    OpenLine,
    OpenOwn,
    Place,
)
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain

UNFOLDED = 4
"""Lines of a list that stand open."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it was set. `form` and `amount` are None when the content has retired it."""

    line: OwnLine
    title: str
    form: Form | None = None
    amount: Dose | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine of one's own, for one person. `parts`: what is done of it; `replaced`: what stood there, and what does now."""

    own: OwnRoutine
    rows: Sequence[Row]
    parts: Sequence[tuple[str, Part]]
    replaced: Sequence[tuple[str, str]]
    left_out: Sequence[str]
    seconds: int


def own_routines(every: Iterable[tuple[OwnRoutine, int]], words: Words, note: str = "") -> Screen:
    """`every`: each with the seconds it takes this person; 0 when there is nothing to do."""
    every = tuple(every)
    listed = [own.name if not seconds else _headed(own, seconds, words) for own, seconds in every]
    text = lines(
        bold(words("own-routines")),
        plain(note),
        _listed(listed) if listed else plain(words("own-routines-none")),
    )
    new = keys.primary(words("button-own-new"), Go(Place.NEW_OWN))
    buttons = keys.paired(Button(shortened(own.name, keys.ALONE), OpenOwn(own.id)) for own, _ in every)
    return Screen(text, (new, *buttons, _back(Go(Place.ROUTINES), words)))


def full(every: Iterable[tuple[OwnRoutine, int]], words: Words) -> Screen:
    return own_routines(every, words, words("own-routines-full", most=MOST_ROUTINES))


def card(draft: Draft, words: Words) -> Screen:
    """The routine as it is done."""
    done = [_numbered(number, title, part, words) for number, (title, part) in enumerate(draft.parts, 1)]
    notes = [
        *(words("replaced", new=new, old=old) for old, new in draft.replaced),
        *(words("left-out", old=old) for old in draft.left_out),
    ]
    text = lines(
        bold(_headed(draft.own, draft.seconds, words)),
        _listed(done),
        _listed(notes),
        plain(words("stop-rule")),
    )
    own = draft.own.id
    rows = (
        keys.primary(words("button-do-it"), DoOwn(own)),
        (Button(words("button-own-change"), EditOwn(own)),),
        (Button(words("button-my-routines"), Go(Place.OWN_ROUTINES)), keys.home(words)),
    )
    return Screen(text, rows)


def nothing_left(own: OwnRoutine, words: Words) -> Screen:
    """All of it is barred, or retired; or there is nothing in it yet."""
    why = words("own-all-left-out") if own.lines else words("own-empty")
    rows = (
        keys.primary(words("button-own-change"), EditOwn(own.id)),
        (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)),
    )
    return Screen(lines(bold(own.name), plain(why)), rows)


def editor(draft: Draft, words: Words, note: str = "") -> Screen:
    """The routine as it was made, each line a button."""
    own = draft.own
    listed = [_row(number, row, words) for number, row in enumerate(draft.rows, 1)]
    text = lines(
        bold(_headed(own, draft.seconds, words) if draft.parts else own.name),
        plain(note),
        _listed(listed) if listed else plain(words("own-empty")),
    )
    return Screen(text, (*_editing(draft, words), *_about_it(own, words)))


def no_room(draft: Draft, words: Words) -> Screen:
    return editor(draft, words, words("own-full", most=MOST_LINES))


def _editing(draft: Draft, words: Words) -> Rows:
    own = draft.own.id
    add = Button(
        words("button-own-add"), AddTo(own), Style.PLAIN if draft.parts or draft.own.lines else Style.PRIMARY
    )
    do = (keys.primary(words("button-do-it"), DoOwn(own)),) if draft.parts else ()
    listed = (
        Button(_label(number, row.title, words), OpenLine(own, row.line.id))
        for number, row in enumerate(draft.rows, 1)
    )
    return (*do, (add,), *keys.paired(listed))


def _about_it(own: OwnRoutine, words: Words) -> Rows:
    copy = (Button(words("button-own-copy"), CopyOwn(own.id)),) if own.lines else ()
    back = OpenOwn(own.id) if own.lines else Go(Place.OWN_ROUTINES)
    return (
        (Button(words("button-own-name"), NameOwn(own.id)), *copy),
        (Button(words("button-own-delete"), AskDeleteOwn(own.id)),),
        _back(back, words),
    )


def ask_name(own: OwnRoutine, words: Words, fault: NameFault | None = None) -> Screen:
    asked = {
        None: words("own-name-ask", name=own.name),
        NameFault.EMPTY: words("own-name-empty"),
        NameFault.LONG: words("own-name-long", most=NAME_LENGTH),
        NameFault.TAKEN: words("own-name-taken"),
    }
    return Screen(plain(asked[fault]), (_back(EditOwn(own.id), words),))


def ask_delete(own: OwnRoutine, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-keep"), EditOwn(own.id)),
        (Button(words("choice-own-delete"), DeleteOwn(own.id), Style.DANGER),),
        keys.home_row(words)[0],
    )
    return Screen(plain(words("own-delete-ask", name=own.name)), rows)


def _headed(own: OwnRoutine, seconds: int, words: Words) -> str:
    return words("own-title", name=own.name, length=length(seconds, words))


def _numbered(number: int, title: str, part: Part, words: Words) -> str:
    return words("own-line", number=number, title=title, dose=dose(part.form, part.dose, words))


def _row(number: int, row: Row, words: Words) -> str:
    if row.form is None or row.amount is None:
        return words("own-line-retired", number=number, title=row.title)
    return words("own-line", number=number, title=row.title, dose=dose(row.form, row.amount, words))


def _label(number: int, title: str, words: Words) -> str:
    room = keys.ALONE - len(words("own-line-label", number=number, title=""))
    return words("own-line-label", number=number, title=shortened(title, room))


def _listed(each: Sequence[str]) -> str:
    whole = "\n".join(each)
    return folded(whole) if len(each) > UNFOLDED else plain(whole)


def _back(action: Go | OpenOwn | EditOwn, words: Words) -> tuple[Button, ...]:
    return (Button(words("button-back"), action), keys.home(words))
