"""The button that answers a wish, for wishes that one tap can answer."""

from collections.abc import Iterable, Mapping

from bot.coach.case import Case
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, OpenTopic, Place
from bot.screens.screen import Button

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
    Wish.Q_SAFE: "ask-first",
    Wish.Q_HURT_NORMAL: "soreness",
    Wish.Q_PAINKILLERS: "painkillers",
    Wish.Q_MASSAGE: "massage",
    Wish.Q_BAGS: "bags-and-straps",
    Wish.Q_BABY: "baby",
    Wish.COST: "what-it-costs",
}
"""The topic that answers each question."""


_PLACES: Mapping[Wish, tuple[str, Place]] = {
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
"""The button that leads to the answer: its label and its place."""

_NEAR = {
    Wish.REMINDERS: (
        *(Wish.REMIND, Wish.CHANGE_REMINDER, Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS),
        *(Wish.RESUME_REMINDERS, Wish.TOO_MANY, Wish.MUTE_TODAY, Wish.HOLIDAY),
    ),
    Wish.SETTINGS: (
        *(
            Wish.LARGE,
            Wish.SHORT,
            Wish.HANDS_FREE,
            Wish.RINGS,
            Wish.VOICE,
            Wish.VOICE_BRIEF,
            Wish.VOICE_BELLS,
        ),
        *(Wish.DISCREET, Wish.LANGUAGE, Wish.PLACE, Wish.EASIER, Wish.HARDER, Wish.GOAL),
    ),
    Wish.PICTURES: (Wish.PICTURES_MOVING, Wish.PICTURES_STILL, Wish.PICTURES_OFF),
    Wish.EXERCISES: (Wish.FIND, Wish.GENTLE, Wish.NO_FLOOR, Wish.LISTEN, Wish.WATCH),
}
"""Where a second guess leads if its wish has no button of its own."""

_LEADS_TO = {wish: place for place, wishes in _NEAR.items() for wish in wishes}


def button(case: Case, wish: Wish) -> Button | None:
    """None if more must be known first, or nothing needs a tap."""
    topic = case.library.topics.get(TOPICS.get(wish, ""))
    if topic:
        return Button(topic.title, OpenTopic(topic.slug))
    if wish in _PLACES:
        label, place = _PLACES[wish]
        return Button(case.words(label), Go(place))
    return None


def second(case: Case, others: Iterable[Wish], first: Button) -> Button | None:
    """A button for the likeliest of these wishes that leads somewhere else than the first button."""
    buttons = (button(case, _LEADS_TO.get(each, each)) for each in others)
    return next((each for each in buttons if each and each.action != first.action), None)
