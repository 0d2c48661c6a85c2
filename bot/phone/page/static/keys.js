// Draws buttons: those under a message, and those in place of the letters.

import { made } from "./dom.js";

// Requests that Telegram's buttons can make and this phone cannot fulfil.
const BEYOND = ["request_users", "request_chat", "request_poll", "request_managed_bot", "web_app"];

export function keyboardNode(message, app, isWaiting) {
  const node = made("div", "keyboard");
  node.role = "group";
  node.ariaLabel = app.say("buttons");
  for (const row of message.reply_markup.inline_keyboard) {
    node.append(made("div", "row", ...row.map((key) => keyNode(key, app, isWaiting))));
  }
  return node;
}

function keyNode(key, app, isWaiting) {
  const node = framed(key, key.url ? "a" : "button");
  if (key.url) {
    Object.assign(node, { href: key.url, target: "_blank", rel: "noopener noreferrer" });
  } else if (key.callback_data) {
    node.dataset.tap = key.callback_data;
    setWaiting(node, isWaiting(key.callback_data));
  } else if (key.copy_text) {
    node.dataset.copies = key.copy_text.text;
  } else {
    node.disabled = true; // web apps, payments and games are not on this phone
  }
  return node;
}

function framed(key, tag) {
  const node = made(tag, `key ${key.style ?? ""}`.trim(), made("span", "label", key.text));
  node.title = key.text;
  node.dir = "auto";
  return node;
}

export function setWaiting(node, waiting) {
  node.ariaBusy = String(waiting);
}

// The rows in place of the letters; `press(button)` is called on a tap.
export function replyRows(rows, press) {
  return rows.map((row) => made("div", "row", ...row.map((key) => pressed(key, press))));
}

function pressed(key, press) {
  const node = framed(key, "button");
  node.type = "button";
  node.disabled = BEYOND.some((name) => name in key);
  node.onclick = () => press(key);
  return node;
}
