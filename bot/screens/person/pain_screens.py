"""How much it hurts: asked in a number or in words, noted, added to, taken back."""

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
"""Letters of what somebody added, where several notes are told at once."""


def ask(then: What | None, words: Words, note: str = "") -> Screen:
    """`then`: what they were about to begin. `note`: what leads up to the question."""
    question = words("pain-ask-before" if then else "pain-ask")
    rows = (
        *numbers(lambda number: NotePain(number, then), Button(words("button-in-words"), InWords(then))),
        _last(then, words),
    )
    text = lines(plain(note), bold(question), plain(words("pain-scale")))
    return Screen(text, rows, line=about_you(words))


def numbers(action: Callable[[int], Action], beside: Button) -> Rows:
    """0 to 10, in three rows; `beside`: stands beside the last."""
    digits = [Button(str(number), action(number)) for number in range(HIGHEST)]
    most = Button(str(HIGHEST), action(HIGHEST))
    return tuple(digits[:A_ROW]), tuple(digits[A_ROW:]), (most, beside)


def ask_after(session: int, words: Words) -> Screen:
    """After a session before which a number was noted."""
    skip = Button(words("button-skip-question"), NotAfter(session))
    rows = (*numbers(lambda number: NoteAfter(session, number), skip), *keys.home_row(words))
    text = lines(bold(words("pain-ask-after")), plain(words("pain-scale")))
    return Screen(text, rows, line=about_you(words))


def much_more(words: Words) -> Screen:
    """After a session it is more than is fine."""
    text = lines(bold(words("pain-much-more")), plain(words("pain-rule")), plain(words("pain-sharp-stays")))
    rows = ((Button(words("button-warning-signs"), Go(Place.SIGNS)),), *keys.home_row(words))
    return Screen(text, rows, line=about_you(words))


def ask_morning(then: What | None, words: Words) -> Screen:
    """The day after a session that hurt. `then`: what they were about to begin."""
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
    """What their notes bring up: said once, kindly, and nothing is closed by it. `then`: what they were about to begin."""
    go_on = ((Button(words("move-go-on"), NotAsked(then)),),) if then else ()
    rows = (
        (Button(words("button-warning-signs"), Go(Place.SIGNS)),),
        *go_on,
        (Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words)),
    )
    text = lines(bold(words("concern-noted")), plain(words(f"concern-{concern.value}")))
    return Screen(text, rows, line=about_you(words))


def as_usual(then: What | None, words: Words) -> Screen:
    """New pain that nobody has seen was little for two weeks. `then`: what they were about to begin."""
    keep = ((Button(words("choice-keep-gentle"), NotAsked(then)),),) if then else ()
    rows = ((Button(words("choice-as-usual"), Go(Place.AS_USUAL)),), *keep, *keys.home_row(words))
    return Screen(plain(words("pain-as-usual")), rows, line=about_you(words))


def ask_in_words(then: What | None, words: Words) -> Screen:
    """The three stages of the articles."""
    felt = tuple((Button(words(f"choice-felt-{stage.value}"), NoteFelt(stage, then)),) for stage in Stage)
    question = words("pain-ask-before" if then else "pain-ask")
    return Screen(bold(question), (*felt, _last(then, words)), line=about_you(words))


def _last(then: What | None, words: Words) -> tuple[Button, ...]:
    if then:
        return (Button(words("button-skip-question"), NotAsked(then)), keys.home(words))
    return (Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)), keys.home(words))


def noted(note: PainNote, gentle: Today | None, words: Words, *, is_instead: bool = False) -> Screen:
    """`gentle`: what is right on a day on which it is high; None on other days. `is_instead`: it took the place of another."""
    rule = plain(words("pain-rule-high")) if note.stage is Stage.HIGH else None
    rows = (
        *gently(gentle, words),
        (Button(words("choice-add-words"), AddWords(note.id)),),
        (
            Button(words("button-take-back"), TakeBack(note.id)),
            Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)),
        ),
        *keys.home_row(words),
    )
    instead = plain(words("pain-notes-full")) if is_instead else None
    text = lines(bold(words("pain-noted", what=told(note, words))), instead, rule)
    return Screen(text, rows, line=about_you(words))


def gently(gentle: Today | None, words: Words) -> Rows:
    """One tap to what is right on a day on which it is high."""
    if gentle is None:
        return ()
    return (keys.primary(words("choice-gently", minutes=gentle.minutes), gentle.what),)


def ask_for_words(words: Words) -> Screen:
    text = lines(bold(words("pain-add")), plain(words("pain-add-example")))
    return Screen(text, _notes_and_home(words), line=about_you(words))


def noted_words(note: int, words: Words) -> Screen:
    """`note`: the id of the one that they added to."""
    rows = ((Button(words("button-take-back"), TakeBack(note)), keys.home(words)),)
    return Screen(plain(words("pain-words-noted")), rows, line=about_you(words))


@dataclass(frozen=True, slots=True)
class NotedPain:
    """A note, and when it was written, on the clock of the person."""

    note: PainNote
    at: datetime


def last_notes(notes: Sequence[NotedPain], words: Words) -> Screen:
    """`notes`: the newest first."""
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
    """Something stronger was to be begun: the rule in one sentence, and what is right. Reading stays open."""
    rows = (
        *gently(gentle, words),
        (Button(words("choice-less-now"), Go(Place.PAIN)),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    text = lines(bold(words("pain-high-day")), plain(words("pain-rule-high")))
    return Screen(text, rows, line=about_you(words))


def told(note: PainNote, words: Words) -> str:
    """In a few words: "6 of 10", "moderate", or both; "" where only their own words were noted."""
    parts = (
        words("pain-of-ten", number=note.number) if note.number is not None else "",
        words(f"felt-{note.felt.value}") if note.felt else "",
        words(f"morning-{note.morning.value}") if note.morning else "",
    )
    return words.parted(part for part in parts if part)


def _line(each: NotedPain, words: Words) -> str:
    day = words("pain-when", day=words.date(each.at.date()), time=words.clock(each.at))
    parts = (day, told(each.note, words), keys.cut(each.note.words, WORDS_IN_A_LIST))
    return words.parted(part for part in parts if part)
