// The phone in the browser: shows one person's chat with the bot, and passes on what the person does.

import { Clock } from "./clock.js";
import { Log } from "./log.js";
import { setClock, startTicking } from "./moments.js";
import { askName, hue, initials, showPeople } from "./people.js";
import { ask, listen, tell } from "./talk.js";
import { Writing } from "./writing.js";

const at = (id) => document.getElementById(id);
const TOAST = 4000; // milliseconds
const TYPING = 5000; // milliseconds, as long as Telegram shows it

const state = { me: null, people: [], unread: new Set(), bot: {}, blocked: false, loading: 0 };
const taps = new Map(); // query id → the button it came from
const early = new Set(); // query ids whose answer was here before the tap was confirmed
let seen = 0; // the number of the last change the page knows of
let held = null; // changes that arrive while the chat is being loaded

const log = new Log(at("log"), at("messages"), at("down"));
const clock = new Clock();
const writing = new Writing(at("writing"), at("text"), at("commands"), at("slash"), say);

function attempt(work) {
  return work.catch((error) => toast(error.message));
}

function act(what, about) {
  return tell(`/phone/chats/${state.me}/${what}`, about);
}

function say(text) {
  attempt(act("say", { text }));
}

async function tap(id, data) {
  if (log.isWaiting(id, data)) return;
  log.wait(id, data);
  try {
    const { query } = await act("tap", { message_id: id, data });
    if (early.delete(query)) log.rest(id, data);
    else taps.set(query, [id, data]);
  } catch (error) {
    log.rest(id, data);
    toast(error.message);
  }
}

function answered(query) {
  if (taps.has(query)) log.rest(...taps.get(query));
  else early.add(query);
  taps.delete(query);
}

// ---- what is shown

let toastEnds = 0;
function toast(words) {
  at("toast").textContent = words;
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => (at("toast").textContent = ""), TOAST);
}

function alertOf(words) {
  at("alert-text").textContent = words;
  if (!at("alert").open) at("alert").showModal();
}

let typingEnds = 0;
function typing(on) {
  clearTimeout(typingEnds);
  at("doing").textContent = on ? "typing…" : "bot";
  if (on) typingEnds = setTimeout(() => typing(false), TYPING);
}

function drawPeople() {
  showPeople(at("people"), state, (id) => choose(id), newcomer);
}

function drawBot() {
  const { name = "Bot", description = "", id = 0 } = state.bot;
  at("bot-name").textContent = name;
  at("bot-avatar").textContent = initials(name);
  at("bot-avatar").className = `avatar ${hue(id)}`;
  at("description").textContent = description;
  const me = state.people.find((person) => person.id === state.me);
  document.title = me ? `${me.first_name} · ${name}` : name;
}

function drawFooter() {
  const empty = log.isEmpty;
  at("about").hidden = !empty || !state.bot.description;
  at("unblock").hidden = !state.blocked;
  at("start").hidden = state.blocked || !empty;
  at("writing").hidden = state.blocked || empty;
  at("block").textContent = state.blocked ? "Unblock the bot" : "Block the bot";
}

// ---- loading and listening

async function load() {
  const mine = ++state.loading;
  held = [];
  const [{ people }, chat] = await Promise.all([ask("/phone/people"), ask(`/phone/chats/${state.me}`)]);
  if (mine !== state.loading) return;
  Object.assign(state, { people, bot: chat.bot, blocked: chat.blocked });
  writing.know(chat.commands);
  setClock(chat.now);
  clock.look();
  seen = chat.seen;
  log.fill(chat.messages);
  drawPeople();
  drawBot();
  drawFooter();
  const later = held;
  held = null;
  later.forEach(changed);
}

function timeMoved({ now }) {
  setClock(now);
  clock.stand(now);
  log.settle(); // what was today may be yesterday
}

function changed(change) {
  if (change.kind === "clock") return timeMoved(change.data);
  clock.look();
  if (change.kind === "about" || change.kind === "person") return attempt(load());
  if (change.chat !== state.me) return elsewhere(change);
  if (held) return held.push(change);
  if (change.number <= seen) return undefined;
  seen = change.number;
  show(change);
  return drawFooter();
}

function elsewhere({ chat, kind, message }) {
  if (kind !== "message" || !message?.from?.is_bot || state.unread.has(chat)) return;
  state.unread.add(chat);
  drawPeople();
}

function show({ kind, data, message }) {
  if (message) {
    if (kind === "message" && message.from?.is_bot) typing(false);
    log.put(message);
  } else if (kind === "deleted") {
    log.remove(data.message_id);
  } else if (kind === "answered") {
    answered(data.query);
  } else if (kind === "toast") {
    (data.alert ? alertOf : toast)(data.text);
  } else if (kind === "typing") {
    typing(true);
  } else if (kind === "membership") {
    state.blocked = data.status === "kicked";
  }
}

async function choose(id) {
  state.me = id;
  state.unread.delete(id);
  history.replaceState(null, "", `${location.search}#${id}`);
  typing(false);
  at("toast").textContent = "";
  await attempt(load());
}

async function newcomer() {
  const name = await askName(at("newcomer"), at("newcomer-name"));
  if (name) await attempt(tell("/phone/people", { name }).then(({ id }) => choose(id)));
}

// ---- what the person does

// A link like ?start=routine_morning on the page does what it does behind t.me/bot.
function startWith(payload) {
  say(payload ? `/start ${payload}` : "/start");
}

function deepLink(link) {
  if (link.hostname !== "t.me" || link.pathname !== `/${state.bot.username}`) return false;
  startWith(new URLSearchParams(link.search).get("start"));
  return true;
}

at("messages").addEventListener("click", (event) => {
  const key = event.target.closest("[data-tap]");
  const command = event.target.closest("[data-say]");
  const link = event.target.closest("a[href]");
  if (key) tap(Number(key.closest(".message").dataset.id), key.dataset.tap);
  else if (command) say(command.dataset.say);
  else if (link && deepLink(link)) event.preventDefault();
});
at("start").addEventListener("click", () => {
  startWith(new URLSearchParams(location.search).get("start"));
  at("log").focus();
});
at("unblock").addEventListener("click", () => attempt(act("unblock")));
at("block").addEventListener("click", () => {
  at("more-menu").hidePopover();
  attempt(act(state.blocked ? "unblock" : "block"));
});
at("attach-menu").addEventListener("click", (event) => {
  const what = event.target.dataset.send;
  if (!what) return;
  at("attach-menu").hidePopover();
  attempt(act("send", { what }));
});

async function begin() {
  const { people } = await ask("/phone/people");
  const wanted = Number(location.hash.slice(1));
  state.me = (people.find((person) => person.id === wanted) ?? people[0]).id;
  listen(() => attempt(load()), changed);
  startTicking();
}

attempt(begin());
