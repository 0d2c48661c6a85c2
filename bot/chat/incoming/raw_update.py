"""Checks what is read of an update before the library sees it, which takes anything."""

from collections.abc import Callable, Mapping

Check = Callable[[object], bool]

LARGEST_NUMBER = 2**31 - 2
"""Update ids are positive numbers of 32 bits. The next one, by which they are confirmed, has to be one too."""

LARGEST_ID = 2**52
"""Ids of people and chats have "at most 52 significant bits"."""


def number_of(raw: object) -> int | None:
    """None if there is no id that can be counted and confirmed."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 < number <= LARGEST_NUMBER else None


def is_sound(raw: Mapping[str, object]) -> bool:
    return len(raw) > 1 and all(check(raw[kind]) for kind, check in _KINDS.items() if kind in raw)


def is_wanted(raw: Mapping[str, object]) -> bool:
    return not _KINDS.keys().isdisjoint(raw)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) < LARGEST_ID


def _is_person_id(value: object) -> bool:
    return type(value) is int and 0 < value < LARGEST_ID


def _degrees(most: float) -> Check:
    def check(value: object) -> bool:
        return type(value) in {int, float} and -most <= value <= most  # type: ignore[operator]  # narrowed by hand

    return check


def _object(needed: Mapping[str, Check], known: Mapping[str, Check] | None = None) -> Check:
    must, may = tuple(needed.items()), tuple((known or {}).items())

    def check(value: object) -> bool:
        if not isinstance(value, dict):
            return False
        # Every update goes through here, and generators would take twice as long.
        for name, is_right in must:
            if not is_right(value.get(name)):
                return False
        for name, is_right in may:
            if (there := value.get(name)) is not None and not is_right(there):
                return False
        return True

    return check


_USER = _object(
    {"id": _is_person_id, "is_bot": _is_flag, "first_name": _is_text}, {"language_code": _is_text}
)
_CHAT = _object({"id": _is_whole, "type": _is_text})
_FILE = _object(
    {"file_id": _is_text, "file_unique_id": _is_text}, {"file_size": _is_whole, "mime_type": _is_text}
)


def _are_sizes(value: object) -> bool:
    return isinstance(value, list) and all(map(_FILE, value))


_LOCATION = _object({"latitude": _degrees(90), "longitude": _degrees(180)})
_MESSAGE = _object(
    {"message_id": _is_whole, "chat": _CHAT},
    {
        "from": _USER,
        "text": _is_text,
        "caption": _is_text,
        "location": _LOCATION,
        "photo": _are_sizes,
        "video": _FILE,
        "animation": _FILE,
        "document": _FILE,
        "media_group_id": _is_text,
    },
)
_TAP = _object(
    {"id": _is_text, "from": _USER},
    {"message": _object({"message_id": _is_whole, "chat": _CHAT}), "data": _is_text},
)
_MEMBERSHIP = _object({"chat": _CHAT, "from": _USER, "new_chat_member": _object({"status": _is_text})})

_KINDS: Mapping[str, Check] = {
    "message": _MESSAGE,
    "edited_message": _MESSAGE,
    "callback_query": _TAP,
    "my_chat_member": _MEMBERSHIP,
    "channel_post": _MESSAGE,
}

WANTED = tuple(_KINDS)
"""The kinds of update that Telegram is asked for."""
