"""Reads reply_markup as Telegram does: refuses, ignores or keeps each part."""

import json
from dataclasses import dataclass

from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.text.links import checked_link
from bot.phone.text.reply_keyboards import STYLES, other_reply, reply_keyboard, reply_rows

MOST_IN_A_ROW = 12
MOST_SHOWN_IN_A_ROW = 8
MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
LONGEST_MARKUP_BYTES = 10_240
LONGEST_COPY_TEXT = 256

Rows = list[list[Json]]

# The order in which the first of several actions wins.
_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip

# Buttons that open a page inside Telegram, and the beginning of the refusals about them.
_SAFE_LINKS = {"web_app": "Web App ", "login_url": "login "}


@dataclass(frozen=True, slots=True)
class Markup:
    """`inline`: rows of buttons in wire form. `reply`: a keyboard in place of the letters, or its removal."""

    inline: Rows | None = None
    reply: Json | None = None
    dropped: int = 0

    @property
    def is_reply_markup(self) -> bool:
        return self.reply is not None


NO_MARKUP = Markup()


def parsed_markup(given: Parameters) -> Markup:
    text = given.text("reply_markup")
    if not text:
        return NO_MARKUP
    try:
        content = json.loads(text)
    except ValueError:
        raise RefusedError("Can't parse reply keyboard markup JSON object") from None
    if not isinstance(content, dict):
        raise RefusedError("Object expected as reply markup")
    return _markup(content)


def _markup(content: Json) -> Markup:
    """Everything is read and checked, then one kind counts: a reply keyboard, an inline one, or neither."""
    reply, inline = reply_rows(content), _inline(content.get("inline_keyboard", []))
    other = other_reply(content)
    if reply:
        keyboard, dropped = reply_keyboard(content, reply)
        return Markup(reply=keyboard, dropped=dropped)
    return inline if content.get("inline_keyboard") else Markup(reply=other)


def _expect_rows(rows: object) -> None:
    if not isinstance(rows, list):
        raise RefusedError('Field "inline_keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise RefusedError('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')


def _inline(rows: Rows) -> Markup:
    _expect_rows(rows)
    kept: Rows = []
    given = 0
    for row in rows:
        given += len(row)
        buttons = [button for button in map(_button, row[:MOST_IN_A_ROW]) if button]
        if buttons:
            kept.append(buttons[:MOST_SHOWN_IN_A_ROW])
    return Markup(kept or None, dropped=given - sum(map(len, kept)))


def _button(button: object) -> Json | None:
    if not isinstance(button, dict):
        raise _bad_button("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _bad_button('Can\'t find field "text"')
    text = _string(button, "text")
    if not text:
        return None
    kept = {"text": text, **_style(button)}
    for action in _ACTIONS:
        if action in button and (value := _action(button, action)):
            return {**kept, action: value}
    raise _bad_button("Text buttons are unallowed in the inline keyboard")


def _style(button: Json) -> Json:
    style = button.get("style", "default")
    if not isinstance(style, str) or style not in STYLES:
        raise _bad_button("invalid button style specified")
    return {} if style == "default" else {"style": style}


def _string(button: Json, name: str) -> str:
    """Telegram accepts a number as a string, and no other type."""
    value = button[name]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    if not isinstance(value, str):
        raise _bad_button(f'Field "{name}" must be of type String')
    return value


def _action(button: Json, name: str) -> object:
    value = button[name]
    match name:
        case "url" | "callback_data":
            return _string(button, name)
        case "web_app" | "login_url":
            with fields.parsing("inline keyboard button"):
                inner = fields.inner_object(button, name)
                return {**inner, "url": fields.string(inner, "url")}
        case "copy_text":
            return {"text": _copy_text(value)}
        case _:
            return value


def _copy_text(value: object) -> str:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_COPY_TEXT:
        raise _bad_button("text to copy must be 1-256 characters long")
    return text


def _bad_button(reason: str) -> RefusedError:
    return RefusedError(f"Can't parse inline keyboard button: {reason}")


def settle_links(markup: Markup) -> None:
    for button in _buttons(markup, "url"):
        button["url"] = _settled_link(button["url"], "")
    for name, what in _SAFE_LINKS.items():
        for button in _buttons(markup, name):
            button[name]["url"] = _settled_link(button[name]["url"], what)


def _settled_link(url: str, what: str) -> str:
    link = checked_link(url)
    if link is None or (what and not link.startswith("https://")):
        reason = "Wrong HTTP URL" if link is None else "Only HTTPS links are allowed"
        raise RefusedError(f"Inline keyboard button {what}URL '{url}' is invalid: {reason}")
    return link


def settle_data(markup: Markup) -> None:
    """Comes last, in Telegram's inner servers: data of at most 64 bytes, and a markup that is not too long."""
    rows = markup.inline or (markup.reply or {}).get("keyboard")
    if rows is None:
        return
    for button in _buttons(markup, "callback_data"):
        if len(button["callback_data"].encode("utf-8", "surrogatepass")) > MOST_DATA_BYTES:
            raise RefusedError("BUTTON_DATA_INVALID")
    too_many = markup.inline is not None and sum(map(len, rows)) > MOST_BUTTONS
    if (
        too_many
        or len(json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")) > LONGEST_MARKUP_BYTES
    ):
        raise RefusedError("Reply markup is too long")


def _buttons(markup: Markup, action: str) -> list[Json]:
    return [button for row in markup.inline or () for button in row if action in button]
