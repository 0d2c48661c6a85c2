"""The deeds of a person on the page, each by its name, with the fields that the page sends."""

from collections.abc import Callable

from bot.phone.given.parameters import Json, is_utf8
from bot.phone.state.persons import PhoneUser

_FARTHEST = {"latitude": 90, "longitude": 180}


class Wrong(Exception):
    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status


def required_words(told: Json, name: str) -> str:
    words = told.get(name)
    if not isinstance(words, str) or not words:
        raise Wrong(f"{name} is missing.")
    if not is_utf8(words):
        raise Wrong(f"{name} holds half a character.")
    return words


def _message(person: PhoneUser, told: Json) -> int:
    message = told.get("message_id")
    if type(message) is not int or message not in person.chat.messages:
        raise Wrong("That message is gone.", 409)
    return message


def _tap(person: PhoneUser, told: Json) -> Json:
    return person.taps_data(required_words(told, "data"), _message(person, told))._asdict()


def _own_message(person: PhoneUser, told: Json) -> int:
    message = _message(person, told)
    if person.chat.messages[message].by_bot:
        raise Wrong("That message is not theirs.", 409)
    return message


def _edit(person: PhoneUser, told: Json) -> Json:
    return {"update": person.edits(_own_message(person, told), required_words(told, "text"))}


def _delete(person: PhoneUser, told: Json) -> Json:
    person.deletes(_message(person, told))
    return {"update": 0}


def _speak(person: PhoneUser, told: Json) -> Json:
    person.speaks(required_words(told, "language"))
    return {"update": 0}


def _reply_to(told: Json) -> int | None:
    message = told.get("reply_to")
    return message if type(message) is int else None


def _place(told: Json) -> Json:
    place: Json = {name: told[name] for name in _FARTHEST if name in told}
    if not all(_is_within(place[name], most) for name, most in _FARTHEST.items() if name in place):
        raise Wrong("A place has degrees: 90 to the north or south at most, 180 to the east or west.")
    return place


def _is_within(value: object, most: float) -> bool:
    return type(value) in {int, float} and -most <= value <= most  # type: ignore[operator]  # it is a number


DEEDS: dict[str, Callable[[PhoneUser, Json], Json]] = {
    "say": lambda person, told: {
        "update": person.says(required_words(told, "text"), reply_to=_reply_to(told))
    },
    "tap": _tap,
    "open": lambda person, told: {"update": person.opens(required_words(told, "link"))},
    "press": lambda person, told: {"update": person.presses(required_words(told, "label"), **_place(told))},
    "hide": lambda person, _: {"update": person.hides_keyboard()},
    "send": lambda person, told: {
        "update": person.sends(required_words(told, "what"), reply_to=_reply_to(told), **_place(told))
    },
    "edit": _edit,
    "delete": _delete,
    "speak": _speak,
    "block": lambda person, _: {"update": person.blocks()},
    "unblock": lambda person, _: {"update": person.unblocks()},
}
