"""Grants what somebody wishes for in their own words: each kind of wish in the file of its subject."""

from collections.abc import Callable

from bot.coach.case import Answer, Case
from bot.coach.choose import narrowing, reading, ready_routines
from bot.coach.in_view import card_in_view
from bot.coach.own import own_list
from bot.coach.person import answers, main_menu, pain_noting, privacy_answers
from bot.coach.progress import physio, programmes, summary
from bot.coach.reminders import reminder_answers
from bot.coach.talk_of_violence import remove_or_delete
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import about_moves, about_oneself, about_reminders, during_session, moving, talk
from bot.coach.typed.wishes.request import Request
from bot.domain.reminders.reminder import Nod
from bot.domain.typed.wish import Wish
from bot.screens.buttons.actions import AskPage, Go, OpenTopic, Place
from bot.screens.person import home

Grant = Callable[[Request], Answer]

TOPICS = {
    Wish.Q_HOW_LONG: "how-long-it-takes",
    Wish.Q_HOW_OFTEN: "little-and-often",
    Wish.Q_WHY: "why-stiff",
    Wish.Q_RUNNING: "running",
    Wish.Q_GYM: "gym",
    Wish.Q_PILLOW: "sleep-and-pillow",
    Wish.Q_HEAT_ICE: "warmth",
    Wish.Q_WORSE: "worse-after",
    Wish.Q_CRACKING: "cracking",
    Wish.Q_POSTURE: "one-position",
    Wish.Q_DESK: "desk-setup",
    Wish.Q_PHONE: "phones",
    Wish.Q_DRIVING: "driving",
    Wish.Q_STRESS: "stress",
    Wish.Q_WHEN_DOCTOR: "see-a-doctor",
    Wish.Q_HURT_NORMAL: "soreness",
    Wish.Q_PAINKILLERS: "painkillers",
    Wish.Q_MASSAGE: "massage",
    Wish.Q_BAGS: "bags-and-straps",
    Wish.Q_BABY: "baby",
    Wish.COST: "what-it-costs",
}
"""The topic that answers each question."""


def _stop(case: Case) -> Answer:
    asked = reminder_answers.in_view(case, card_in_view(case), Nod.STOP)
    return asked or Answer(home.nothing_running(case.words))


_SHOWN: dict[Wish, Callable[[Case], Answer]] = {
    Wish.EXERCISES: narrowing.every_exercise,
    Wish.ROUTINES: ready_routines.every_routine,
    Wish.LEARN: reading.every_group,
    Wish.PROGRESS: summary.progress,
    Wish.PAIN: pain_noting.ask,
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
    Wish.Q_LANGUAGES: lambda case: answers.ask(case, Place.ASK_LANGUAGE),
}
"""Shown the same whatever words it was asked for in."""


def grant(request: Request) -> Answer:
    case, wish = request.case, request.wish
    if during := during_session.granted(request):
        return during
    if after := about_reminders.answer_to_reminder(request):
        return after
    if not request.meant.is_sure and (asked := _asked(request)):
        return asked
    if slug := TOPICS.get(wish):
        return reading.open_topic(case, slug)
    if show := _SHOWN.get(wish):
        return show(case)
    return _GRANTS[wish](request) if wish in _GRANTS else tapped(case, None)


def _asked(request: Request) -> Answer | None:
    case, wish = request.case, request.wish
    topic = case.library.topics.get(TOPICS.get(wish, ""))
    if topic:
        return request.asks(case.words("wish-likely"), topic.title, OpenTopic(topic.slug))
    if wish in _PLACES:
        label, place = _PLACES[wish]
        return request.asks(case.words("wish-likely"), case.words(label), Go(place))
    return None


def _own(request: Request) -> Answer:
    case = request.case
    return own_list.every_own(case) if case.store.own.every(case.person.id) else own_list.make(case)


def _programme(request: Request) -> Answer:
    case = request.case
    programme = programmes.offered(case)
    return (
        programmes.open_programme(case, programme.slug) if programme else ready_routines.every_routine(case)
    )


_PLACES = {
    Wish.EXERCISES: ("button-exercises", Place.EXERCISES),
    Wish.ROUTINES: ("button-routines", Place.ROUTINES),
    Wish.LEARN: ("button-learn", Place.LEARN),
    Wish.PROGRESS: ("button-progress", Place.PROGRESS),
    Wish.SETTINGS: ("button-settings", Place.SETTINGS),
    Wish.REMINDERS: ("button-reminders", Place.REMINDERS),
    Wish.MAKE_OWN: ("button-my-routines", Place.OWN_ROUTINES),
    Wish.IN_WORDS: ("button-settings-pictures", Place.ASK_PICTURES),
    Wish.PICTURES: ("button-settings-pictures", Place.ASK_PICTURES),
    Wish.DELETE: ("button-delete", Place.DELETE),
    Wish.PRIVACY: ("button-privacy", Place.PRIVACY),
    Wish.Q_LANGUAGES: ("button-settings-language", Place.ASK_LANGUAGE),
}
"""The button that leads to it: its label, and its place."""

_GRANTS: dict[Wish, Grant] = {
    **moving.GRANTS,
    **about_reminders.GRANTS,
    **about_oneself.GRANTS,
    **about_moves.GRANTS,
    **talk.GRANTS,
    Wish.MAKE_OWN: _own,
    Wish.PROGRAMME: _programme,
}
