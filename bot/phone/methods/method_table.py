"""The table of the Bot API's methods by name."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.phone.given.parameters import Parameters
from bot.phone.methods import about_chat, answering, file_paths
from bot.phone.methods.messages import albums, deleting, editing, locations, pinning, sending
from bot.phone.methods.of_the_bot import about_bot, menu_buttons, polling, portraits, webhook_methods
from bot.phone.state.telegram import Telegram

Method = Callable[[Telegram, Parameters], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": about_bot.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": webhook_methods.set_webhook,
    "deleteWebhook": webhook_methods.delete_webhook,
    "getWebhookInfo": webhook_methods.get_webhook_info,
    "setMyCommands": about_bot.set_my_commands,
    "getMyCommands": about_bot.get_my_commands,
    "deleteMyCommands": about_bot.delete_my_commands,
    "setMyName": about_bot.set_my_name,
    "getMyName": about_bot.get_my_name,
    "setMyDescription": about_bot.set_my_description,
    "getMyDescription": about_bot.get_my_description,
    "setMyShortDescription": about_bot.set_my_short_description,
    "getMyShortDescription": about_bot.get_my_short_description,
    "setChatMenuButton": menu_buttons.set_chat_menu_button,
    "getChatMenuButton": menu_buttons.get_chat_menu_button,
    "setMyProfilePhoto": portraits.set_my_profile_photo,
    "removeMyProfilePhoto": portraits.remove_my_profile_photo,
    "getUserProfilePhotos": portraits.get_user_profile_photos,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendAnimation": sending.send_animation,
    "sendVideo": sending.send_video,
    "sendAudio": sending.send_audio,
    "sendVoice": sending.send_voice,
    "sendDocument": sending.send_document,
    "sendMediaGroup": albums.send_media_group,
    "sendLocation": locations.send_location,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": deleting.delete_message,
    "deleteMessages": deleting.delete_messages,
    "pinChatMessage": pinning.pin_chat_message,
    "unpinChatMessage": pinning.unpin_chat_message,
    "unpinAllChatMessages": pinning.unpin_all_chat_messages,
    "getChat": about_chat.get_chat,
    "answerCallbackQuery": answering.answer_callback_query,
    "setMessageReaction": answering.set_message_reaction,
    "getFile": file_paths.get_file,
}

NAMES = {name.lower(): name for name in METHODS}
"""Telegram ignores the case of a method's name."""
