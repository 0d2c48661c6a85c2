"""Answers small talk kindly, in a sentence or two: thanks, goodbyes, good news, bad days, what the bot is and is not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.coach.case import Answer
from bot.coach.person import complaints, export
from bot.coach.person.answers import ask, language_if_several
from bot.coach.session import play
from bot.coach.tapping import tapped
from bot.coach.typed.wishes.request import Request
from bot.domain.library.exercise import Tag
from bot.domain.progress.days_off import OffKind, now_off
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import DoRoutine, Go, OpenExercise, OpenTopic, Place, TakeOff
from bot.screens.person import wish_screens
from bot.screens.person.welcome import FIRST_ROUTINE
from bot.screens.screen import Button

Ways = tuple[tuple[str, Place], ...]

_ON: dict[Wish, Ways] = {
    Wish.THANKS: (),
    Wish.OK: (),
    Wish.BYE: (),
    Wish.NO_UNDO: (("button-progress", Place.PROGRESS), ("button-delete", Place.DELETE)),
    Wish.DONE_ALONE: (("button-progress", Place.PROGRESS), ("button-reminders", Place.REMINDERS)),
    Wish.BETTER: (("button-progress", Place.PROGRESS),),
    Wish.OFF_TOPIC: (("button-something-hurts", Place.COMPLAINT),),
    Wish.COMPLAINT_ABOUT_BOT: (("button-help", Place.HELP), ("button-settings", Place.SETTINGS)),
    Wish.FEEDBACK: (("button-help", Place.HELP),),
    Wish.ABOUT: (("button-what-is-this", Place.WHAT),),
    Wish.SHARED: (("button-my-data", Place.MY_DATA),),
    Wish.DEVICES: (("button-my-data", Place.MY_DATA),),
    Wish.ERRAND: (("button-reminders", Place.REMINDERS),),
    Wish.AS_IT_IS: (("button-settings", Place.SETTINGS),),
    Wish.LONG_ENOUGH: (("button-settings-level", Place.ASK_LEVEL),),
    Wish.EACH_LENGTH: (
        ("button-my-routines", Place.OWN_ROUTINES),
        ("button-settings-level", Place.ASK_LEVEL),
    ),
}


def says(request: Request) -> Answer:
    words = request.case.words
    wish = Wish.THANKS if request.wish is Wish.OK else request.wish
    ways = [Button(words(label), Go(place)) for label, place in _ON[wish]]
    return _told(request, words(f"wish-{wish.value.partition('-about-bot')[0]}"), ways)


def languages(request: Request) -> Answer:
    """If there is only one language, a menu of it would help nobody."""
    case = request.case
    if language_if_several(case):
        return ask(case, Place.ASK_LANGUAGE)
    said = case.words("only-language", language=case.language.name)
    return play.beside(case, said, waits=False) or _told(request, said, [])


def no_doctor(request: Request) -> Answer:
    words = request.case.words
    topic = request.case.library.topics.get("see-a-doctor")
    ways = [Button(topic.title, OpenTopic(topic.slug))] if topic else []
    return _told(
        request,
        words("wish-doctor-question"),
        [*ways, Button(words("button-warning-signs"), Go(Place.SIGNS))],
    )


def hurts(request: Request) -> Answer:
    return complaints.told(request.case, Heard(Tier.COMPLAINT, request.case.language.tag))


def better(request: Request) -> Answer:
    case = request.case
    if case.who.waits_to_be_clear:
        return tapped(case, Go(Place.SIGNS))
    off = now_off(case.store.time_off.of(case.person.id), case.today)
    if request.meant.is_sure and off is not None and off.kind is OffKind.ILL:
        return replace(tapped(case, TakeOff(OffKind.ILL, 0)), toast=None)
    return says(request)


def unwell(request: Request) -> Answer:
    if not request.meant.is_sure:
        label = request.case.words("choice-off-ill", days=1)
        return request.asks(request.case.words("wish-likely"), label, TakeOff(OffKind.ILL, 1))
    return complaints.told(request.case, Heard(Tier.ILL, request.case.language.tag))


def recovering(request: Request) -> Answer:
    """Light moves if a doctor has said yes; otherwise rest, as with any illness."""
    case, words = request.case, request.case.words
    if "doctor-agrees" not in request.ideas:
        return complaints.told(case, Heard(Tier.ILL, case.language.tag))
    play.pause_for(case)
    topic = case.library.topics.get("when-to-stop")
    ways = [Button(topic.title, OpenTopic(topic.slug))] if topic else []
    gentle = Button(words("choice-first-minutes"), DoRoutine(FIRST_ROUTINE))
    return _told(request, words("wish-recovering"), [gentle, *ways])


def hurt_before(request: Request) -> Answer:
    """In a session too, the present move did not cause it, so the signs are asked about and no move rests."""
    play.pause_for(request.case)
    return hurts(request)


def hand_hurts(request: Request) -> Answer:
    play.pause_for(request.case)
    case = request.case
    return complaints.told(case, Heard(Tier.WORK_AROUND, case.language.tag, frozenset({Tag.WRISTS})))


def breathing(request: Request) -> Answer:
    """While nothing runs; in a session the steps tell it of the move that is on."""
    case = request.case
    move = case.library.exercises.get("rib-breathing")
    ways = [Button(move.title, OpenExercise(move.slug))] if move else []
    return _told(request, case.words("wish-breathing"), ways)


def _told(request: Request, text: str, ways: Sequence[Button]) -> Answer:
    return Answer(wish_screens.told(text, ways, request.case.words))


GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    **dict.fromkeys(_ON, says),
    Wish.DOCTOR_QUESTION: no_doctor,
    Wish.HURTS: hurts,
    Wish.RECOVERING: recovering,
    Wish.HURT_BEFORE: hurt_before,
    Wish.HAND_HURTS: hand_hurts,
    Wish.BETTER: better,
    Wish.UNWELL: unwell,
    Wish.Q_LANGUAGES: languages,
    Wish.BREATHING: breathing,
    Wish.SAD: lambda request: Answer(wish_screens.sad(request.case.words)),
    Wish.MOTIVATION: lambda request: Answer(wish_screens.motivation(request.case.words)),
    Wish.EXPORT: lambda request: export.export(request.case),
}
