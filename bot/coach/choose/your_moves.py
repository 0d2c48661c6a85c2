"""The moves that people like and those that they never want: noted from a card or from words, listed, and taken back."""

from dataclasses import replace

from bot.coach.case import Answer, Case, with_tastes_read_again
from bot.coach.choose.cards import open_exercise
from bot.coach.progress import once_more
from bot.coach.session.contents import name
from bot.domain.person.taste import Taste
from bot.screens.buttons.actions import DropTaste, SayTaste, TakeBackTaste, Tasted
from bot.screens.choose import taste_screens as screens


def taste_tapped(case: Case, action: Tasted) -> Answer | None:
    match action:
        case SayTaste(slug, taste):
            return say(case, slug, taste) if slug in case.library.exercises else None
        case TakeBackTaste(slug):
            return _take_back(case, slug)
        case DropTaste(slug):
            case.store.tastes.clear(case.person.id, slug)
            return every_taste(with_tastes_read_again(case))


def say(case: Case, slug: str, taste: Taste) -> Answer:
    case.store.tastes.set(case.person.id, slug, taste, case.now)
    card = open_exercise(with_tastes_read_again(case), slug)
    return replace(card, toast=case.words(f"toast-taste-{taste.value}"))


def noted(case: Case, slug: str, taste: Taste) -> Answer:
    case.store.tastes.set(case.person.id, slug, taste, case.now)
    return Answer(screens.noted(slug, name(case, slug), taste, case.words))


def _take_back(case: Case, slug: str) -> Answer:
    case.store.tastes.clear(case.person.id, slug)
    return open_exercise(with_tastes_read_again(case), slug)


def every_taste(case: Case) -> Answer:
    tastes = case.store.tastes.of(case.person.id)
    named = {
        taste: [(slug, name(case, slug)) for slug, said in tastes.items() if said is taste] for taste in Taste
    }
    return Answer(screens.your_moves(named, once_more.minutes_of_favourites(case), case.words))
