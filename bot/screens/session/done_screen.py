"""The last screen of a session: done for today."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.person.person import Switch
from bot.domain.progress.kind_words import About, Fact
from bot.domain.session.session import Session
from bot.screens import keys
from bot.screens.buttons.actions import AskAfter, ChooseGoal, Go, Place, SetSwitch
from bot.screens.progress.done_for_today import Coming, Week, coming_line, week_line
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.session.ending import card_of, line_of
from bot.screens.text import bold, lines, plain

TOLD_MOVES = 3
WEEK = 7


@dataclass(frozen=True, slots=True)
class DoneForToday:
    """`title`: the session's. `move`: title of the exercise that `fact` is about. `moves`: titles, each once.

    `asks_goal`, `asks_check_in`: the question of the day, if there is one. `may_note`: they noted pain before the session, and may note it
    now. `level`: what was said of more or less just now; "" if nothing was. `is_least`: there is nothing easier.
    """

    session: Session
    title: str
    fact: Fact
    move: str
    moves: Sequence[str]
    week: Week
    coming: Coming
    was_hard: bool = False
    is_least: bool = False
    asks_goal: bool = False
    level: str = ""
    asks_check_in: bool = False
    offers_hands_free: bool = False
    offers_reminder: bool = False
    may_note: bool = False


def done_for_today(done: DoneForToday, words: Words) -> Screen:
    question = _question(done, words)
    text = lines(
        bold(done.level or _headline(done, words)),
        plain(fact_line(done.fact, done.move, done.moves, words)),
        plain(week_line(done.week, words)),
        plain(question or coming_line(done.coming, words)),
    )
    settings = (Button(words("button-settings"), Go(Place.SETTINGS)),) if done.level else ()
    rows = (*_answers(done, words), (*settings, keys.home(words)))
    return Screen(text, rows, None, card_of(done.session), line_of(done.session, done.title, words))


def _headline(done: DoneForToday, words: Words) -> str:
    if not done.was_hard:
        return words("done-today")
    return words("done-today-least" if done.is_least else "done-today-hard")


def fact_line(fact: Fact, move: str, moves: Sequence[str], words: Words) -> str:
    number = fact.number
    match fact.about:
        case About.BACK | About.WHOLE:
            return words(f"done-{fact.about.value}")
        case About.FIRST | About.LIKED:
            return words(f"done-{fact.about.value}", move=move)
        case About.LONGER:
            return words("done-longer", move=move, seconds=number)
        case About.MOVES:
            return words("done-moves", moves=words.listed(moves[:TOLD_MOVES]))
        case _:
            return words(f"done-{fact.about.value}", number=number)


def _question(done: DoneForToday, words: Words) -> str:
    if done.asks_goal:
        return words("ask-goal")
    if done.asks_check_in:
        return words("check-in-begin")
    return ""


def _answers(done: DoneForToday, words: Words) -> Rows:
    if done.asks_goal:
        days = [Button(str(day), ChooseGoal(done.session.id, day)) for day in range(1, WEEK + 1)]
        return tuple(days[:4]), tuple(days[4:])
    if done.asks_check_in:
        return ((Button(words("choice-go-ahead"), Go(Place.CHECK_IN)),),)
    remind = Button(words("button-remind-me"), Go(Place.ADD_REMINDER))
    note = Button(words("button-note-after"), AskAfter(done.session.id))
    hands_free = Button(words("choice-hands-free"), SetSwitch(Switch.IS_HANDS_FREE, on=True))
    offered = ((note, done.may_note), (remind, done.offers_reminder), (hands_free, done.offers_hands_free))
    return tuple((each,) for each, is_there in offered if is_there)
