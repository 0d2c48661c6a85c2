// The page: whose phones are shown, which of them ring, and the one stream of changes that all of them hear.

import { Clock } from "./clock.js";
import { Content } from "./content.js";
import { setClock, startTicking } from "./moments.js";
import { askName, showPeople } from "./people.js";
import { ChatPhone } from "./phone.js";
import { allowSound, ring } from "./ring.js";
import { settingsOf } from "./settings.js";
import { ask, listen, tell } from "./talk.js";

const at = (id) => document.getElementById(id);
const SHEETS = ["common", "messages", "players", "phone"];
const SETTLING = 30; // milliseconds: a bot that introduces itself changes many things at once

const state = { people: [], me: null, open: [], unread: new Set(), beside: false };
const phones = new Map();
const clock = new Clock();
const content = new Content();
const rung = new Set(); // albums that rang: their other pictures don't
let sheets = [];
let listening = false;

async function sheet(name) {
  const response = await fetch(`/static/${name}.css`);
  return new CSSStyleSheet().replace(await response.text());
}

// ---- which phones are shown

function personOf(id) {
  return state.people.find((person) => person.id === id);
}

function phoneOf(id) {
  if (!phones.has(id)) phones.set(id, newPhone(id));
  return phones.get(id);
}

function newPhone(id) {
  const phone = new ChatPhone(personOf(id), at("phone"), sheets, new URLSearchParams(location.search).get("start"));
  phone.addEventListener("started", () => history.replaceState(null, "", location.pathname + location.hash));
  phone.addEventListener("bot", drawTitle);
  phone.addEventListener("leave", () => show(state.open.filter((other) => other !== id)));
  for (const touch of ["pointerdown", "focusin"]) phone.addEventListener(touch, () => hold(id));
  if (listening) phone.attempt(phone.load());
  return phone;
}

function show(ids) {
  state.open = ids;
  if (!ids.includes(state.me)) state.me = ids.at(-1);
  for (const [id, phone] of phones) {
    if (ids.includes(id)) continue;
    phone.remove();
    phones.delete(id);
  }
  const shown = ids.map(phoneOf);
  shown.forEach((phone, place) => {
    if (at("phones").children[place] !== phone) at("phones").insertBefore(phone, at("phones").children[place] ?? null);
    phone.at("leave").hidden = ids.length === 1;
  });
  for (const id of ids) state.unread.delete(id);
  history.replaceState(null, "", `${location.search}#${ids.join(",")}`);
  draw();
}

function hold(id) {
  if (state.me === id) return;
  state.me = id;
  draw();
}

function draw() {
  for (const [id, phone] of phones) phone.classList.toggle("current", id === state.me);
  showPeople(at("people"), state, { choose, add: newcomer, beside });
  drawTitle();
}

function drawTitle() {
  const { name } = phones.get(state.me)?.bot ?? {};
  document.title = [personOf(state.me)?.first_name, name].filter(Boolean).join(" · ") || "Phone";
}

function choose(id) {
  state.me = id;
  show(!state.beside ? [id] : state.open.includes(id) ? state.open : [...state.open, id]);
}

function beside(on) {
  state.beside = on;
  show(on ? state.open : [state.me]);
}

async function newcomer() {
  const name = await askName(at("newcomer"), at("newcomer-name"));
  if (!name) return;
  try {
    const { id } = await tell("/phone/people", { name });
    await meet();
    choose(id);
  } catch (error) {
    complain(error);
  }
}

function complain(error) {
  phones.get(state.me)?.toast(error.message);
}

// ---- loading and listening

async function meet() {
  ({ people: state.people } = await ask("/phone/people"));
  for (const person of state.people) phones.get(person.id)?.meet(person);
  draw();
}

// At the start and after each break, chats are loaded anew: missed changes are never sent again.
async function load() {
  listening = true;
  clock.look();
  content.look();
  await meet();
  for (const phone of phones.values()) phone.attempt(phone.load());
}

function timeMoved({ now }) {
  setClock(now);
  clock.stand(now);
  for (const phone of phones.values()) phone.timeMoved();
}

// What concerns more than one chat.
const PAGE_WIDE = {
  clock: ({ data }) => timeMoved(data),
  content: ({ data }) => content.show(data),
  person: () => meet().catch(complain),
  about: () => soon(() => phones.forEach((phone) => phone.attempt(phone.hearAbout()))),
};

let settling = 0;
function soon(deed) {
  clearTimeout(settling);
  settling = setTimeout(deed, SETTLING);
}

function changed(change) {
  if (change.kind !== "clock") clock.look();
  if (PAGE_WIDE[change.kind]) return void PAGE_WIDE[change.kind](change);
  const phone = phones.get(change.chat);
  if (rings(change) && !phone?.isRead) heard(change, phone);
  return phone?.changed(change);
}

function rings({ kind, message }) {
  if (kind !== "message" || !message?.from?.is_bot || message.silent) return false;
  if (!message.media_group_id) return true;
  if (rung.has(message.media_group_id)) return false;
  rung.add(message.media_group_id);
  return true;
}

function heard({ chat, message }, phone) {
  phone?.rang(message);
  if (!settingsOf(chat).silent) ring();
  if (phone?.checkVisibility()) return;
  state.unread.add(chat);
  draw();
}

async function begin() {
  sheets = await Promise.all(SHEETS.map(sheet));
  ({ people: state.people } = await ask("/phone/people"));
  const wanted = location.hash.slice(1).split(",").map(Number).filter(personOf);
  state.beside = wanted.length > 1;
  show(wanted.length ? wanted : [state.people[0].id]);
  listen(() => load().catch(complain), changed);
  startTicking();
  allowSound();
}

begin();
