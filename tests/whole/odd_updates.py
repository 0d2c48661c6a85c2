"""Updates that are nearly right, and such as are not right at all: every kind of Bot API 10, and kinds to come."""

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

Json = dict[str, Any]

PEOPLE = (7, 8, 9, 10, 11, 12)
GROUPS = (-100, -200)
NOBODIES = (66, 99)
"""Who is named where no private person is: business between others, bots."""

KINDS = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "widget_query",
    "community_message",
    "a_kind_to_come",
]

MESSAGE_FIELDS = [
    "message_id",
    "message_thread_id",
    "direct_messages_topic",
    "from",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "sender_tag",
    "date",
    "guest_query_id",
    "business_connection_id",
    "chat",
    "forward_origin",
    "is_topic_message",
    "is_automatic_forward",
    "reply_to_message",
    "external_reply",
    "quote",
    "reply_to_story",
    "reply_to_checklist_task_id",
    "reply_to_poll_option_id",
    "via_bot",
    "guest_bot_caller_user",
    "guest_bot_caller_chat",
    "edit_date",
    "has_protected_content",
    "is_from_offline",
    "is_paid_post",
    "media_group_id",
    "author_signature",
    "paid_star_count",
    "text",
    "entities",
    "link_preview_options",
    "suggested_post_info",
    "effect_id",
    "animation",
    "audio",
    "document",
    "live_photo",
    "paid_media",
    "photo",
    "sticker",
    "story",
    "video",
    "video_note",
    "voice",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "checklist",
    "contact",
    "dice",
    "game",
    "poll",
    "venue",
    "location",
    "new_chat_members",
    "left_chat_member",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "invoice",
    "successful_payment",
    "refunded_payment",
    "users_shared",
    "chat_shared",
    "gift",
    "unique_gift",
    "gift_upgrade_sent",
    "connected_website",
    "write_access_allowed",
    "passport_data",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "giveaway",
    "giveaway_winners",
    "giveaway_completed",
    "managed_bot_created",
    "paid_message_price_changed",
    "poll_option_added",
    "poll_option_deleted",
    "suggested_post_approved",
    "suggested_post_approval_failed",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "web_app_data",
    "reply_markup",
    "rich_message",
    "widget",
    "a_field_to_come",
]

_FORMS = (Path(__file__).parents[1] / "screens" / "wire_forms.txt").read_text(encoding="utf-8")
BUTTONS = tuple(line.split()[0] for line in _FORMS.splitlines() if line.strip() and not line.startswith("#"))

WORDS = (
    "/start", "/start exercise_cat-cow", "/today", "/exercise", "/exercise neck", "/routine", "/routine 5", "/remind",
    "/remind weekdays 8:30", "/progress", "/pain", "/learn", "/settings", "/help", "/stop", "/delete", "/export", "/unknown",
    "two gentle minutes", "none of these", "ready", "go on", "pause", "skip", "back", "it hurts", "swap", "5 min", "cat cow",
    "my chest hurts", "every day at 25:99", "in 0 hours", "tomorrow 9am", "Berlin", "8:30", "sonntags frei", "VoiceOver",
    "'; drop table people; --", "<b>bold</b> & <script>", "\u202eright to left\u202c", "\u200b\u200d\ufeff", "half \ud83d", "\x00",
    " ", "%s%n{0}", "../../etc/passwd", "my routine: cat cow, neck turns", "call it 'x'", "in 5 apples",
    "remind me at 8:30, 9:30, 10:30 on mondays and every second tuesday",
)  # fmt: skip

LONG_WORDS = (
    "é" * 2000,
    "🧘" * 4096,
    "a" * 4096,
    "9" * 4096,
    "a " * 2048,
    "\n" * 4096,
    "at " * 1365,
    "x" * 10**5,
)
"""Each is thought over for some hundredths of a second."""

JUNK: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 5.0, 2**31, 2**52, 2**63, 2**70, -(2**70), 1e300, float("nan"), float("inf"), "", "7", "x" * 5000,
    "\ud800", "\x00", [], [[]], [None], [7], {}, {"id": 7}, {"": None}, [{}], {"file_id": 7}, {"update_id": 5},
)  # fmt: skip


def user(id: object, **fields: object) -> Json:  # noqa: A002 - as Telegram calls it
    return {"id": id, "is_bot": False, "first_name": "Ana", "language_code": "en", **fields}


def _words(chance: Random) -> str:
    return chance.choice(WORDS if chance.random() < 0.98 else LONG_WORDS)


def _chat(chance: Random, person: int) -> Json:
    place = chance.random()
    if place < 0.85:
        return {"id": person, "type": "private", "first_name": "Ana"}
    if place < 0.95:
        return {
            "id": chance.choice(GROUPS),
            "type": chance.choice(["group", "supergroup", "channel"]),
            "title": "Backs",
        }
    return {"id": 66, "type": chance.choice(["private", "sender", "secret", ""]), "first_name": "A customer"}


def _sender(chance: Random, person: int) -> Json:
    return user(person) if chance.random() < 0.95 else user(99, is_bot=True)


def _message(chance: Random) -> Json:
    person = chance.choice(PEOPLE)
    said: Json = {
        "message_id": chance.randrange(1, 10**6),
        "date": 1_767_000_000,
        "from": _sender(chance, person),
        "chat": _chat(chance, person),
    }
    kind = chance.random()
    if kind < 0.7:
        said["text"] = _words(chance)
    elif kind < 0.8:
        said |= {
            "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}],
            "caption": _words(chance),
        }
    elif kind < 0.9:
        said["location"] = {"latitude": chance.uniform(-90, 90), "longitude": chance.uniform(-180, 180)}
    else:
        said[chance.choice(MESSAGE_FIELDS)] = chance.choice(JUNK)
    return said


def _tap(chance: Random) -> Json:
    person = chance.choice(PEOPLE)
    data = chance.choice(BUTTONS)
    tap: Json = {
        "id": str(chance.getrandbits(60)),
        "from": _sender(chance, person),
        "chat_instance": "1",
        "data": data
        if chance.random() < 0.9
        else data + chance.choice(["", ".", ".9", ".-1", "x", "\ud800", "0" * 60]),
    }
    if chance.random() < 0.9:
        tap["message"] = {"message_id": chance.randrange(1, 99), "date": 0, "chat": _chat(chance, person)}
    else:
        tap["inline_message_id"] = "i"
    return tap


def _membership(chance: Random) -> Json:
    person = chance.choice(PEOPLE)
    bot = {"id": 4242, "is_bot": True, "first_name": "Unhunch"}
    status = chance.choice(["member", "kicked", "left", "administrator", "restricted", "a status to come"])
    return {
        "chat": _chat(chance, person),
        "from": _sender(chance, person),
        "date": 1,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": status, "until_date": 0},
    }


def _body(chance: Random, kind: str) -> object:
    if chance.random() < 0.05:
        return chance.choice(JUNK)
    if kind == "callback_query":
        return _tap(chance)
    return _membership(chance) if "member" in kind else _message(chance)


def _places(value: object) -> list[tuple[Any, Any]]:
    """Every place in it where something stands: what holds it, and by which key."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: list[tuple[Any, Any]] = []
    for key, held in inner:
        found += [(value, key), *_places(held)]
    return found


def _mutated(chance: Random, update: Json) -> Json:
    update = copy.deepcopy(update)
    for _ in range(chance.choice([1, 1, 2, 5])):
        holder, key = chance.choice(_places(update))
        change = chance.random()
        if change < 0.6:
            holder[key] = copy.deepcopy(chance.choice(JUNK))
        elif change < 0.8 and isinstance(holder, dict):
            del holder[key]
        elif isinstance(holder, dict):
            holder[chance.choice(MESSAGE_FIELDS)] = _message(chance)
        if not update:
            return update
    return update


def odd_update(chance: Random, number: int) -> object:
    """Half of them as Telegram sends them, or could; the id is right in nearly all, so that a batch can be confirmed."""
    frequent = ("message", "callback_query", "my_chat_member", "edited_message")
    kind = chance.choice(frequent if chance.random() < 0.8 else KINDS)
    update: Json = {kind: _body(chance, kind)}
    if chance.random() < 0.5:
        update = _mutated(chance, update)
    if chance.random() < 0.02:
        return chance.choice([*JUNK, {**update, "update_id": chance.choice(JUNK)}])
    return {"update_id": number, **update}


def as_bytes(chance: Random, batch: Sequence[object]) -> bytes:
    """An answer with them; now and then damaged on the way."""
    body = bytearray(json.dumps({"ok": True, "result": batch}).encode())
    damage = chance.random()
    if damage < 0.03:
        for _ in range(chance.randrange(1, 20)):
            body[chance.randrange(len(body))] = chance.randrange(256)
    elif damage < 0.05:
        del body[chance.randrange(len(body)) :]
    elif damage < 0.06:
        return chance.randbytes(chance.randrange(2000))
    return bytes(body)
