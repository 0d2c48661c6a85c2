"""What people say about a move, that they like it or never want it, and about which they like best."""

from collections.abc import Callable

from bot.coach.case import Answer
from bot.coach.choose import cards, narrowing, your_moves
from bot.coach.person import complaints
from bot.coach.session.contents import name
from bot.coach.tapping import tapped
from bot.coach.typed.finding.ranking import find
from bot.coach.typed.wishes.request import Request
from bot.coach.view.in_view import card_in_view
from bot.domain.person.taste import Taste
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import KnownIdea
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import AllSteps, Go, Place, SayTaste, TakeBackTaste
from bot.screens.buttons.wire import decode
from bot.screens.person import wish_screens
from bot.screens.screen import Button


def named_slug(request: Request) -> str | None:
    said = request.ideas.get("move")
    found = find(said, request.case.language.library, request.case.words) if said else []
    return found[0].slug if found else None


def like(request: Request) -> Answer:
    if slug := named_slug(request):
        return _say(request, slug, Taste.LIKE)
    return your_moves.every_taste(request.case) if "own" in request.ideas else _say_where(request)


def never(request: Request) -> Answer:
    slug = named_slug(request)
    if slug is None and KnownIdea.FLOOR.value in request.ideas:
        return Answer(wish_screens.without_floor(request.case.words))
    return _say(request, slug, Taste.NEVER) if slug else of_a_kind(request) or _say_where(request)


def of_a_kind(request: Request) -> Answer | None:
    """ "Never the ones with arms above the head" names no move, and rules out all of that kind."""
    tags = frozenset(slots.kinds(request.ideas))
    heard = Heard(Tier.WORK_AROUND, request.case.language.tag, tags)
    return complaints.told(request.case, heard) if tags else None


def _say(request: Request, slug: str, taste: Taste) -> Answer:
    if not request.meant.is_sure:
        return ask(request, slug, taste)
    return your_moves.noted(request.case, slug, taste)


def ask(request: Request, slug: str, taste: Taste) -> Answer:
    words = request.case.words
    question = words(f"ask-taste-{taste.value}", title=name(request.case, slug))
    return request.asks(question, words("choice-wish-yes"), SayTaste(slug, taste))


def _say_where(request: Request) -> Answer:
    words = request.case.words
    ways = [
        Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)),
        Button(words("button-exercises"), Go(Place.EXERCISES)),
    ]
    return Answer(wish_screens.told(words(f"wish-{request.wish.value}"), ways, words))


def never_taken_back(request: Request) -> Answer:
    """ "Unblock the locust" opens its card, where it may be suggested again."""
    slug = named_slug(request)
    return tapped(request.case, TakeBackTaste(slug)) if slug else your_moves.every_taste(request.case)


def how_done(request: Request) -> Answer:
    """Shows the steps of the move in view, or all exercises if none is in view."""
    view = card_in_view(request.case)
    actions = (decode(data) for row in (view.keys if view else ()) for _, data, _ in row)
    steps = next((each for each in actions if isinstance(each, AllSteps)), None)
    return cards.all_steps(request.case, steps) if steps else narrowing.every_exercise(request.case)


GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.LIKE: like,
    Wish.NEVER: never,
    Wish.NEVER_TAKEN_BACK: never_taken_back,
    Wish.HOW_DONE: how_done,
}
