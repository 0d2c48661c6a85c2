// Draws one message: the message it replies to, its media, words, time and keyboard.

import { button, made } from "./dom.js";
import { keyboardNode } from "./keys.js";
import { kindOf, mediaName, mediaNode } from "./media.js";
import { clockTime } from "./moments.js";
import { wordNodes } from "./words.js";

// `app`: language and settings of this phone. `isWaiting(data)`: a tap on that button is not answered yet.
export function bubbleNode(message, app, isWaiting) {
  if (message.pinned_message) return serviceNode(message, app);
  const mine = !message.from?.is_bot;
  const node = made("article", `message ${mine ? "mine" : "theirs"}`);
  Object.assign(node.dataset, { id: message.message_id, at: message.date });
  if (message.media_group_id) node.dataset.album = message.media_group_id;
  node.tabIndex = -1;
  const bubble = made("div", "bubble");
  if (mine) bubble.append(made("span", "spoken", app.say("you")));
  bubble.append(...inside(message, app), metaNode(message, app));
  const media = bubble.querySelector(":scope > :is(.picture, .sound, .paper, .place)");
  if (media) node.classList.add(media.classList.contains("picture") ? "pictured" : "wide");
  if (!message.caption) node.classList.add("wordless");
  node.append(bubble);
  if (message.reply_markup?.inline_keyboard) {
    node.classList.add("keyed");
    node.append(keyboardNode(message, app, isWaiting));
  }
  return node;
}

// A service line of Telegram, in the middle.
function serviceNode(message, app) {
  const words = `${message.from?.first_name ?? ""}: ${app.say("pinned")}, ${preview(message.pinned_message, app.say)}`;
  const line = button("service", words);
  line.dir = "auto";
  line.dataset.goes = message.pinned_message.message_id;
  const node = made("article", "message told", line);
  Object.assign(node.dataset, { id: message.message_id, at: message.date });
  node.tabIndex = -1;
  return node;
}

function inside(message, app) {
  const media = mediaNode(message, app);
  const words = wordsNode(message, app);
  const both = message.show_caption_above_media ? [words, media] : [media, words];
  return [quotedNode(message, app), ...both].filter(Boolean);
}

function wordsNode(message, app) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const node = made("div", "words", wordNodes(text, message.entities ?? message.caption_entities, app));
  node.dir = "auto";
  return node;
}

function quotedNode(message, app) {
  const answered = message.reply_to_message;
  if (!answered) return null;
  const node = button("quoted", made("b", "", answered.from?.first_name ?? ""), made("span", "", message.quote?.text ?? preview(answered, app.say)));
  for (const part of node.children) part.dir = "auto";
  node.dataset.goes = answered.message_id;
  return node;
}

// A message in one line. Its times stand in the bot's words: only the chat draws them.
export function preview(message, say) {
  if (message.pinned_message) return `${say("pinned")}, ${preview(message.pinned_message, say)}`;
  const text = hidden(message.text ?? message.caption ?? "", message.entities ?? message.caption_entities ?? []);
  return [kindOf(message) && mediaName(message, say), text].filter(Boolean).join(", ");
}

function hidden(text, entities) {
  const units = [...Array(text.length).keys()].map((at) => text[at]);
  for (const { type, offset, length } of entities) {
    if (type === "spoiler") units.fill("▒", offset, offset + length);
  }
  return units.join("");
}

function metaNode(message, app) {
  const node = made("div", message.reaction ? "meta reacted" : "meta");
  if (message.reaction) {
    const pill = made("span", "reaction", message.reaction);
    pill.ariaLabel = `${app.say("reaction")}: ${message.reaction}`;
    pill.role = "img";
    node.append(pill);
  }
  if (app.rang(message.message_id)) {
    const bell = made("span", "rang");
    Object.assign(bell, { role: "img", ariaLabel: "Rang", title: "This message rang" });
    node.append(bell);
  }
  // Telegram's apps mark only messages that people edited: bots edit all the time.
  const edited = message.edit_date && !message.from?.is_bot ? `${app.say("edited")} ` : "";
  node.append(made("span", "at", `${edited}${clockTime(message.date, app.language)}`));
  return node;
}
