// Draws one message: its picture, words, time and keyboard.

import { clockTime } from "./moments.js";
import { wordNodes } from "./words.js";

const OTHERS = { voice: "Voice message", location: "Location", contact: "Contact", document: "File", video: "Video" };

function made(tag, name = "", ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

// `isWaiting(data)` says whether a tap on that button is not answered yet.
export function bubbleNode(message, isWaiting) {
  const mine = !message.from?.is_bot;
  const node = made("article", `message ${mine ? "mine" : "theirs"}`);
  node.dataset.id = message.message_id;
  const bubble = made("div", "bubble");
  const picture = pictureNode(message);
  const words = wordsNode(message);
  node.classList.toggle("pictured", picture?.className === "picture");
  if (mine) bubble.append(made("span", "spoken", "You:"));
  bubble.append(...[picture, words].filter(Boolean), metaNode(message));
  node.append(bubble);
  if (message.reply_markup?.inline_keyboard) node.append(keyboardNode(message, isWaiting));
  return node;
}

function wordsNode(message) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const node = made("div", "words", wordNodes(text, message.entities ?? message.caption_entities));
  node.dir = "auto";
  return node;
}

function metaNode(message) {
  const node = made("div", "meta");
  if (message.reaction) {
    const pill = made("span", "reaction", message.reaction);
    pill.ariaLabel = `Reaction: ${message.reaction}`;
    pill.role = "img";
    node.append(pill);
  }
  // Bots edit all the time: Telegram's apps mark only what people have changed.
  const edited = message.edit_date && !message.from?.is_bot ? "edited " : "";
  node.append(made("span", "at", `${edited}${clockTime(message.date)}`));
  return node;
}

function pictureNode(message) {
  if (message.sticker) return made("div", "sticker", message.sticker.emoji ?? "Sticker");
  const size = message.animation ?? message.photo?.at(-1);
  if (!size) return otherNode(message);
  const shown = message.file ? seen(message.file, Boolean(message.animation)) : made("span", "lost", "Picture");
  if (size.width && size.height) Object.assign(shown, { width: size.width, height: size.height });
  return made("div", "picture", shown);
}

function seen(file, loops) {
  const isFilm = file.mime.startsWith("video/");
  const node = made(isFilm ? "video" : "img");
  if (isFilm) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    Object.assign(node, { loop: true, muted: true, playsInline: true, autoplay: !still, controls: still });
    node.ariaLabel = "Looping picture";
  } else {
    node.alt = loops ? "Looping picture" : "Picture";
  }
  node.src = file.url;
  return node;
}

function otherNode(message) {
  const kind = Object.keys(OTHERS).find((name) => message[name]);
  return kind ? made("div", "other", OTHERS[kind]) : null;
}

function keyboardNode(message, isWaiting) {
  const node = made("div", "keyboard");
  node.role = "group";
  node.ariaLabel = "Buttons of this message";
  for (const row of message.reply_markup.inline_keyboard) {
    node.append(made("div", "row", ...row.map((button) => keyNode(button, isWaiting))));
  }
  return node;
}

function keyNode(button, isWaiting) {
  const node = made(button.url ? "a" : "button", `key ${button.style ?? ""}`, made("span", "label", button.text));
  node.title = button.text;
  node.dir = "auto";
  if (button.url) {
    Object.assign(node, { href: button.url, target: "_blank", rel: "noopener noreferrer" });
  } else if (button.callback_data) {
    node.dataset.tap = button.callback_data;
    setWaiting(node, isWaiting(button.callback_data));
  } else if (button.copy_text) {
    node.onclick = () => navigator.clipboard.writeText(button.copy_text.text);
  } else {
    node.disabled = true; // web apps, payments and games are not on this phone
  }
  return node;
}

export function setWaiting(key, waiting) {
  key.ariaBusy = String(waiting);
}
