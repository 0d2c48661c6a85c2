"""Grants what people wish for in their own words; each kind of wish is in the file of its subject."""

from collections.abc import Callable

from bot.coach.case import Answer, Case
from bot.coach.choose import narrowing, reading, ready_routines
from bot.coach.own import own_list
from bot.coach.person import answers, complaints, main_menu, privacy_answers
from bot.coach.progress import physio, programmes, summary
from bot.coach.reminders import reminder_answers
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import (
    about_limits,
    about_moves,
    about_oneself,
    about_own,
    about_pain,
    about_reminders,
    during_session,
    moving,
    one_tap,
    talk,
)
from bot.coach.typed.wishes.request import Request
from bot.coach.typed.wishes.wishes import LEADS_TO_MOVES
from bot.coach.view.in_view import card_in_view
from bot.coach.view.talk_of_violence import remove_or_delete
from bot.domain.reminders.reminder import Nod
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import AskPage, Place
from bot.screens.person import home

Grant = Callable[[Request], Answer]


def _stop(case: Case) -> Answer:
    asked = reminder_answers.in_view(case, card_in_view(case), Nod.STOP)
    return asked or Answer(home.nothing_running(case.words))


_SHOWN: dict[Wish, Callable[[Case], Answer]] = {
    Wish.EXERCISES: narrowing.every_exercise,
    Wish.ROUTINES: ready_routines.every_routine,
    Wish.LEARN: reading.every_group,
    Wish.PROGRESS: summary.progress,
    Wish.PHYSIO_PAGE: lambda case: physio.page_tapped(case, AskPage(with_words=False)),
    Wish.SETTINGS: answers.settings,
    Wish.HELP: main_menu.help_for,
    Wish.DELETE: lambda case: remove_or_delete(case) or main_menu.ask_delete(case),
    Wish.PRIVACY: lambda case: privacy_answers.tell(case, Place.PRIVACY),
    Wish.HOME: main_menu.come_home,
    Wish.GREETING: main_menu.come_home,
    Wish.IN_WORDS: answers.offer_words,
    Wish.PICTURES: lambda case: answers.ask(case, Place.ASK_PICTURES),
    Wish.STOP: _stop,
}
"""These always show the same, whatever words ask for them."""


def grant(request: Request) -> Answer:
    case, wish = request.case, request.wish
    if after := about_reminders.answer_to_reminder(request):
        return after
    if during := during_session.granted(request):
        return during
    if "low-back" in request.ideas and wish in LEADS_TO_MOVES:
        return complaints.told(case, Heard(Tier.LOW_BACK, case.language.tag))
    if not request.meant.is_sure and (asked := _asked(request)):
        return asked
    if slug := one_tap.TOPICS.get(wish):
        return reading.open_topic(case, slug)
    if show := _SHOWN.get(wish):
        return show(case)
    return _GRANTS[wish](request) if wish in _GRANTS else tapped(case, None)


def _asked(request: Request) -> Answer | None:
    button = one_tap.button(request.case, request.wish)
    return request.asks(request.case.words("wish-likely"), button.label, button.action) if button else None


def _own(request: Request) -> Answer:
    case = request.case
    return own_list.every_own(case) if case.store.own.every(case.person.id) else own_list.make(case)


def _programme(request: Request) -> Answer:
    case = request.case
    programme = programmes.offered(case)
    return (
        programmes.open_programme(case, programme.slug) if programme else ready_routines.every_routine(case)
    )


_GRANTS: dict[Wish, Grant] = {
    **moving.GRANTS,
    **about_reminders.GRANTS,
    **about_limits.GRANTS,
    **about_oneself.GRANTS,
    **about_moves.GRANTS,
    **about_own.GRANTS,
    **about_pain.GRANTS,
    **talk.GRANTS,
    Wish.MAKE_OWN: _own,
    Wish.PROGRAMME: _programme,
}
