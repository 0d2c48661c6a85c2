"""Reads the keyboards that stand in place of the letters: their buttons, their requests, and their removal."""

from bot.phone.given.parameters import Json
from bot.phone.given.refused import RefusedError

MOST_IN_A_ROW = 12
MOST_BUTTONS = 300

STYLES = {"default", "primary", "danger", "success"}
# The order in which the first of several requests wins, and what Telegram says of each outside a private chat.
REQUESTS = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
}
_YES_OR_NO = ("request_contact", "request_location")
_SHAPE = ("is_persistent", "resize_keyboard", "one_time_keyboard")


def reply_rows(content: Json) -> list[list[Json]]:
    rows = content.get("keyboard", [])
    if not isinstance(rows, list):
        raise RefusedError('Field "keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise RefusedError('Field "keyboard" must be an Array of Arrays')
    return [[_button(button) for button in row] for row in rows]


def _button(button: object) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise _bad_button("KeyboardButton must be a String or an Object")
    if "text" not in button:
        raise _bad_button('Can\'t find field "text"')
    if not isinstance(button["text"], (str, int, float)) or isinstance(button["text"], bool):
        raise _bad_button('Field "text" must be of type String')
    return {"text": str(button["text"]), **_style(button), **_request(button)}


def _style(button: Json) -> Json:
    style = button.get("style", "default")
    if not isinstance(style, str) or style not in STYLES:
        raise _bad_button("invalid button style specified")
    return {} if style == "default" else {"style": style}


def _request(button: Json) -> Json:
    for name in REQUESTS:
        if name not in button:
            continue
        value, kind = button[name], bool if name in _YES_OR_NO else dict
        if not isinstance(value, kind):
            raise _bad_button(f'Field "{name}" must be of type {"Boolean" if kind is bool else "Object"}')
        if value is not False:
            return {name: value}
    return {}


def _bad_button(reason: str) -> RefusedError:
    return RefusedError(f"Can't parse keyboard button: {reason}")


def reply_keyboard(content: Json, rows: list[list[Json]]) -> tuple[Json | None, int]:
    """The keyboard, None if all its rows are empty; and how many buttons Telegram ignored."""
    shape = {name: True for name in _SHAPE if flag(content, name)}
    kept: list[list[Json]] = []
    room = MOST_BUTTONS
    for row in rows:
        buttons = [button for button in row if button["text"]][: min(MOST_IN_A_ROW, room)]
        room -= len(buttons)
        if buttons:
            kept.append(buttons)
    dropped = sum(map(len, rows)) - sum(map(len, kept))
    return ({"keyboard": kept, **shape, **_extras(content)} if kept else None), dropped


def other_reply(content: Json) -> Json | None:
    removes = flag(content, "remove_keyboard")
    asks = flag(content, "force_reply")
    extras = _extras(content)
    if removes:
        return {"remove_keyboard": True}
    return {"force_reply": True, **extras} if asks else None


def _extras(content: Json) -> Json:
    placeholder = content.get("input_field_placeholder", "")
    if not isinstance(placeholder, str):
        raise RefusedError('Field "input_field_placeholder" must be of type String')
    selective = {"selective": True} if flag(content, "selective") else {}
    return selective | ({"input_field_placeholder": placeholder} if placeholder else {})


def flag(content: Json, name: str) -> bool:
    value = content.get(name, False)
    if not isinstance(value, bool):
        raise RefusedError(f'Field "{name}" must be of type Boolean')
    return value


def settle_requests(markup: Json | None, *, is_private: bool) -> None:
    """Comes after the chat was found: contact, place and the like can be asked for only in a private chat."""
    if is_private or markup is None:
        return
    for row in markup.get("keyboard", ()):
        for button in row:
            for name, refusal in REQUESTS.items():
                if name in button:
                    raise RefusedError(refusal)
