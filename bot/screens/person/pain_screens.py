"""Pain notes: asked as a number or in words, noted, added to, taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.person.pain_notes import HIGHEST, Morning, PainNote
from bot.domain.person.stages import Stage
from bot.domain.progress.pain_concerns import Concern
from bot.screens import keys
from bot.screens.buttons.actions import (
    Action,
    AddWords,
    Go,
    InWords,
    NotAfter,
    NotAsked,
    NoteAfter,
    NoteFelt,
    NotePain,
    Place,
    SaidMorning,
    TakeBack,
    What,
)
from bot.screens.person.home import Today
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import about_you

A_ROW = 5
WORDS_IN_A_LIST = 60
"""Letters of added words, when several notes are listed."""


def ask(then: What | None, words: Words, note: str = "") -> Screen:
    question = words("pain-ask-before" if then else "pain-ask")
    rows = (
        *numbers(lambda number: NotePain(number, then), Button(words("button-in-words"), InWords(then))),
        _last(then, words),
    )
    text = lines(plain(note), bold(question), plain(words("pain-scale")))
    return Screen(text, rows, line=about_you(words))


def numbers(action: Callable[[int], Action], beside: Button) -> Rows:
    digits = [Button(str(number), action(number)) for number in range(HIGHEST)]
    most = Button(str(HIGHEST), action(HIGHEST))
    return tuple(digits[:A_ROW]), tuple(digits[A_ROW:]), (most, beside)


def ask_after(session: int, words: Words) -> Screen:
    skip = Button(words("button-skip-question"), NotAfter(session))
    rows = (*numbers(lambda number: NoteAfter(session, number), skip), *keys.home_row(words))
    text = lines(bold(words("pain-ask-after")), plain(words("pain-scale")))
    return Screen(text, rows, line=about_you(words))


def much_more(words: Words) -> Screen:
    text = lines(bold(words("pain-much-more")), plain(words("pain-rule")), plain(words("pain-sharp-stays")))
    rows = ((Button(words("button-warning-signs"), Go(Place.SIGNS)),), *keys.home_row(words))
    return Screen(text, rows, line=about_you(words))


def ask_morning(then: What | None, words: Words) -> Screen:
    answers = tuple(
        (Button(words(f"choice-morning-{morning.value}"), SaidMorning(morning, then)),) for morning in Morning
    )
    skip = (Button(words("button-skip-question"), NotAsked(then)),) if then else ()
    return Screen(
        bold(words("pain-ask-morning")), (*answers, (*skip, keys.home(words))), line=about_you(words)
    )


def worse_morning(words: Words) -> Screen:
    text = lines(plain(words("pain-morning-worse")), plain(words("pain-sharp-stays")))
    rows = (
        (Button(words("button-warning-signs"), Go(Place.SIGNS)),),
        (Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words)),
    )
    return Screen(text, rows, line=about_you(words))


def concerned(concern: Concern, then: What | None, words: Words) -> Screen:
    go_on = ((Button(words("move-go-on"), NotAsked(then)),),) if then else ()
    rows = (
        (Button(words("button-warning-signs"), Go(Place.SIGNS)),),
        *go_on,
        (Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words)),
    )
    text = lines(bold(words("concern-noted")), plain(words(f"concern-{concern.value}")))
    return Screen(text, rows, line=about_you(words))


def as_usual(then: What | None, words: Words) -> Screen:
    keep = ((Button(words("choice-keep-gentle"), NotAsked(then)),),) if then else ()
    rows = ((Button(words("choice-as-usual"), Go(Place.AS_USUAL)),), *keep, *keys.home_row(words))
    return Screen(plain(words("pain-as-usual")), rows, line=about_you(words))


def ask_in_words(then: What | None, words: Words) -> Screen:
    felt = tuple((Button(words(f"choice-felt-{stage.value}"), NoteFelt(stage, then)),) for stage in Stage)
    question = words("pain-ask-before" if then else "pain-ask")
    return Screen(bold(question), (*felt, _last(then, words)), line=about_you(words))


def _last(then: What | None, words: Words) -> tuple[Button, ...]:
    if then:
        return (Button(words("button-skip-question"), NotAsked(then)), keys.home(words))
    return (Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words))


def noted(
    note: PainNote, today: Today | None, words: Words, *, is_instead: bool = False, is_done: bool = False
) -> Screen:
    """`today`: None if nothing is offered. `is_instead`: it replaced another note. `is_done`: they have moved today."""
    rule = plain(words("pain-rule-high")) if note.stage is Stage.HIGH else None
    rows = (
        *(gently if note.stage is Stage.HIGH else _at_ease)(None if is_done else today, words),
        (Button(words("choice-add-words"), AddWords(note.id)),),
        (
            Button(words("button-take-back"), TakeBack(note.id)),
            Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)),
        ),
        *(_more(today, words) if is_done else ()),
        *keys.home_row(words),
    )
    instead = plain(words("pain-notes-full")) if is_instead else None
    text = lines(bold(words("pain-noted", what=note_in_short(note, words))), instead, rule)
    return Screen(text, rows, line=about_you(words))


def gently(gentle: Today | None, words: Words) -> Rows:
    if gentle is None:
        return ()
    return (keys.primary(words("choice-gently", minutes=gentle.minutes), gentle.what),)


def _at_ease(today: Today | None, words: Words) -> Rows:
    return (keys.primary(words("choice-start", minutes=today.minutes), today.what),) if today else ()


def _more(today: Today | None, words: Words) -> Rows:
    return ((Button(words("choice-another", minutes=today.minutes), today.what),),) if today else ()


def ask_for_words(words: Words) -> Screen:
    text = lines(bold(words("pain-add")), plain(words("pain-add-example")))
    return Screen(text, _notes_and_home(words), line=about_you(words))


def noted_words(note: int, words: Words) -> Screen:
    rows = ((Button(words("button-take-back"), TakeBack(note)), keys.home(words)),)
    return Screen(plain(words("pain-words-noted")), rows, line=about_you(words))


@dataclass(frozen=True, slots=True)
class NotedPain:
    """`at`: when it was written, in the person's time zone."""

    note: PainNote
    at: datetime


def last_notes(notes: Sequence[NotedPain], words: Words) -> Screen:
    more = keys.primary(words("button-add-note"), Go(Place.PAIN))
    if not notes:
        return Screen(plain(words("pain-notes-none")), (more, *keys.home_row(words)), line=about_you(words))
    last = (Button(words("choice-take-last-back"), TakeBack(notes[0].note.id)),)
    every = folded("\n".join(_line(each, words) for each in notes))
    text = lines(bold(words("pain-notes")), every)
    return Screen(text, (more, last, *keys.home_row(words)), line=about_you(words))


def taken_back(words: Words) -> Screen:
    return Screen(plain(words("pain-taken-out")), _notes_and_home(words), line=about_you(words))


def _notes_and_home(words: Words) -> Rows:
    return ((Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words)),)


def strong_day(gentle: Today | None, words: Words) -> Screen:
    rows = (
        *gently(gentle, words),
        (Button(words("choice-less-now"), Go(Place.PAIN)),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    text = lines(bold(words("pain-high-day")), plain(words("pain-rule-high")))
    return Screen(text, rows, line=about_you(words))


def note_in_short(note: PainNote, words: Words) -> str:
    """ "6 of 10", "moderate", or both; "" if they noted only their own words."""
    parts = (
        words("pain-of-ten", number=note.number) if note.number is not None else "",
        words(f"felt-{note.felt.value}") if note.felt else "",
        words(f"morning-{note.morning.value}") if note.morning else "",
    )
    return words.parted(part for part in parts if part)


def _line(each: NotedPain, words: Words) -> str:
    day = words("pain-when", day=words.date(each.at.date()), time=words.clock(each.at))
    parts = (day, note_in_short(each.note, words), keys.cut(each.note.words, WORDS_IN_A_LIST))
    return words.parted(part for part in parts if part)
