"""Records a chat as one file of HTML with everything that it shows: words, buttons, pictures, sounds."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from bot.phone.given.parameters import Json
from bot.phone.page.recorded_message import hidden_words, media_html, words_html
from bot.phone.state.chats import Chat, Message
from bot.phone.world import World

_STATIC = Path(__file__).parent / "static"
_STYLES = ("colours.css", "common.css", "messages.css", "players.css", "record.css")
_BLOCK_BREAKS = re.compile(r"\n(?=<(?:blockquote|pre)\b)|(?<=</blockquote>)\n|(?<=</pre>)\n")


def recorded_chat(world: World, chat: Chat) -> str:
    """Links to nothing outside, except the links that people were sent."""
    now, bot_name = world.telegram.clock(), world.describe(chat.language)["name"]
    style = "".join((_STATIC / name).read_text() for name in _STYLES)
    script = (_STATIC / "record.js").read_text()
    title = escape(f"{chat.brief.get('first_name') or chat.brief.get('title')} · {bot_name}")
    policy = f"default-src 'none'; img-src data:; media-src data:; style-src {_hash(style)}; script-src {_hash(script)}"
    files = json.dumps(dict(_distinct_files(chat))).replace("<", "\\u003c")
    return f"""<!doctype html>
<html lang="{escape(chat.language or "en")}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
<header><h1>{title}</h1><p>Recorded {now:%Y-%m-%d %H:%M} UTC</p></header>
<main>{"".join(_blocks(chat))}</main>
<script type="application/json" id="files">{files}</script>
<script type="module">{script}</script>
</html>
"""


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _distinct_files(chat: Chat) -> Iterable[tuple[int, str]]:
    for message in chat.messages.values():
        if message.media is not None:
            for file in filter(None, (message.media.file, message.media.poster)):
                yield file.serial, f"data:{file.mime};base64,{b64encode(file.content).decode()}"


def _blocks(chat: Chat) -> Iterable[str]:
    for (album, _), messages in groupby(
        chat.messages.values(), key=lambda message: (message.album, 0 if message.album else message.id)
    ):
        block = "".join(map(_message, messages))
        yield f'<div class="album theirs" role="group">{block}</div>' if album else block


def _message(message: Message) -> str:
    who = "theirs" if message.by_bot else "mine"
    media, shape = media_html(message)
    inside = [media, _words(message)]
    if message.media is not None and message.media.wire.get("show_caption_above_media"):
        inside.reverse()
    bubble = "".join([_quoted(message), *inside, _meta(message)])
    marks = ("" if message.content.text else "wordless", "keyed" if message.keyboard else "")
    classes = " ".join(filter(None, ["message", who, shape, *marks]))
    return f'<article class="{classes}"><div class="bubble">{bubble}</div>{_keyboard(message)}</article>'


def _words(message: Message) -> str:
    if not message.content.text:
        return ""
    return f'<div class="words" dir="auto">{_BLOCK_BREAKS.sub("", words_html(message.content))}</div>'


def _quoted(message: Message) -> str:
    answered = message.reply_to
    if answered is None:
        return ""
    name = escape(str((answered.sender or {}).get("first_name", "")))
    words = (message.extras or {}).get("quote", {}).get("text") or hidden_words(answered.content)
    kind = answered.media.kind if answered.media and not words else ""
    return (
        f'<div class="quoted"><b dir="auto">{name}</b><span dir="auto">{escape(words or kind)}</span></div>'
    )


def _meta(message: Message) -> str:
    reaction = f'<span class="reaction">{escape(message.reaction)}</span>' if message.reaction else ""
    edited = "edited " if message.edited_at and not message.by_bot else ""
    time = f'<time class="at" datetime="{message.at:%Y-%m-%dT%H:%M:%SZ}">{message.at:%H:%M}</time>'
    return f'<div class="meta{" reacted" if reaction else ""}">{reaction}{edited}{time}</div>'


def _keyboard(message: Message) -> str:
    rows = "".join(f'<div class="row">{"".join(map(_key, row))}</div>' for row in message.keyboard or ())
    return f'<div class="keyboard">{rows}</div>' if rows else ""


def _key(button: Json) -> str:
    style = escape(button.get("style", ""))
    label = f'<span class="label">{escape(button["text"])}</span>'
    if "url" in button:
        return f'<a class="key {style}" dir="auto" rel="noopener noreferrer" href="{escape(button["url"])}">{label}</a>'
    return f'<span class="key {style}" dir="auto">{label}</span>'
