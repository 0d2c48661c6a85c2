// Keeps the messages of the open chat on the page: adds, edits in place, removes, and stays at the newest.

import { bubbleNode } from "./bubbles.js";
import { made } from "./dom.js";
import { setWaiting } from "./keys.js";
import { dayOf, sameDay } from "./moments.js";
import { setFolded } from "./words.js";

const NEAR = 80; // pixels from the end that still count as reading the newest
const PATIENCE = 30_000; // milliseconds after which a button stops showing that it works, as on Telegram

export class Log {
  constructor(scroller, list, down, app) {
    Object.assign(this, { scroller, list, down, app });
    this.messages = new Map();
    this.nodes = new Map();
    this.newest = null;
    this.waiting = new Map();
    this.follows = true;
    this.top = this.height = 0;
    scroller.addEventListener("scroll", () => this.look());
    down.addEventListener("click", () => this.toEnd("smooth"));
    // Messages, pictures and keyboards that appear move the end. A reader at the end stays there.
    const moved = new ResizeObserver(() => {
      this.height = scroller.scrollHeight;
      if (this.follows) this.toEnd();
    });
    moved.observe(list);
    moved.observe(scroller);
  }

  // Only scrolling back leaves the end. A growing chat or a shrinking phone does not; nor does a tall message that
  // is removed, although it moves the place up.
  look() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.follows = true;
    else if (scrollTop < this.top && scrollHeight === this.height) this.follows = false;
    this.top = scrollTop;
    this.down.hidden = this.follows;
  }

  toEnd(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  get isEmpty() {
    return !this.nodes.size;
  }

  fill(messages) {
    const place = this.follows ? null : this.place();
    this.scroller.ariaBusy = "true"; // a whole chat at once is not read aloud
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.nodes.clear();
    this.newest = null;
    const whole = document.createDocumentFragment();
    for (const message of messages) this.append(message, whole);
    this.list.replaceChildren(whole);
    if (place) this.goBack(place);
    else this.toEnd();
    this.look();
    this.scroller.ariaBusy = "false";
  }

  // The place of somebody who has scrolled back: the message at the top, and its distance from the edge.
  place() {
    const { left, top, width } = this.scroller.getBoundingClientRect();
    const under = [20, 80, 140].map((down) => this.list.getRootNode().elementFromPoint(left + width / 2, top + down));
    const node = under.map((each) => each?.closest(".message")).find(Boolean);
    return node && { id: Number(node.dataset.id), down: node.getBoundingClientRect().top - top };
  }

  goBack({ id, down }) {
    const node = this.nodes.get(id);
    if (!node) return;
    node.scrollIntoView();
    this.scroller.scrollTop -= down;
  }

  // After a break, unchanged messages stay untouched, and so does the place where somebody reads.
  merge(messages) {
    const told = new Set(messages.map((message) => message.message_id));
    for (const id of [...this.nodes.keys()]) if (!told.has(id)) this.remove(id);
    for (const message of messages) {
      const known = this.messages.get(message.message_id);
      if (JSON.stringify(known) !== JSON.stringify(message)) this.put(message);
    }
  }

  // The phone has another language, or another setting for playing.
  redraw() {
    this.fill([...this.messages.values()]);
  }

  put(message) {
    const old = this.nodes.get(message.message_id);
    this.messages.set(message.message_id, message);
    if (old) this.replace(old, this.drawn(message));
    else this.append(message, this.list);
  }

  follow() {
    this.follows = true;
    this.toEnd();
  }

  append(message, list) {
    const node = this.drawn(message);
    const last = this.newest;
    this.nodes.set(message.message_id, node);
    this.newest = node;
    const album = node.dataset.album;
    if (album && last?.dataset.album === album) return last.parentElement.append(node);
    if (!last || !sameDay(Number(last.dataset.at), message.date)) {
      list.append(dayMark(dayOf(message.date, this.app), message.date));
    }
    return list.append(album ? this.albumNode(node) : node);
  }

  albumNode(node) {
    const papers = node.querySelector(".paper, .sound") ? "papers" : "";
    const whole = made("div", `album ${node.classList.contains("mine") ? "mine" : "theirs"} ${papers}`.trim(), node);
    whole.role = "group";
    whole.ariaLabel = this.app.say("album");
    return whole;
  }

  replace(old, fresh) {
    const keys = [...old.querySelectorAll(".key")];
    const held = keys.indexOf(this.active);
    const open = [...old.querySelectorAll("blockquote.open .folded")].map((words) => words.textContent);
    const at = this.active;
    keepMedia(old, fresh);
    old.replaceChildren(...fresh.childNodes);
    if (old.contains(at)) at.focus({ preventScroll: true }); // the file moved with the words, and the focus left it
    old.className = fresh.className;
    for (const quote of old.querySelectorAll("blockquote.expandable")) {
      if (open.includes(quote.querySelector(".folded").textContent)) setFolded(quote, false);
    }
    if (held >= 0) this.hold(old, held);
  }

  get active() {
    return this.list.getRootNode().activeElement;
  }

  // If a message changes under the focus, the focus stays on its keyboard.
  hold(message, place) {
    const keys = [...message.querySelectorAll(".key")];
    (keys[Math.min(place, keys.length - 1)] ?? this.scroller).focus({ preventScroll: true });
  }

  remove(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    const held = node.contains(this.active);
    this.nodes.delete(id);
    this.messages.delete(id);
    takeAway(node);
    if (node === this.newest) this.newest = [...this.nodes.values()].at(-1) ?? null;
    if (held) ([...this.list.querySelectorAll(".keyboard")].at(-1)?.querySelector(".key") ?? this.scroller).focus();
  }

  // Another day has begun for the phone: yesterday's "Today" is a date now.
  nameDays() {
    for (const mark of this.list.querySelectorAll(".day")) mark.textContent = dayOf(Number(mark.dataset.at), this.app);
  }

  point(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    this.follows = false; // else a picture that arrives just now takes the reader back to the newest
    node.scrollIntoView({ block: "center" });
    this.focus(node);
    node.classList.remove("pointed");
    requestAnimationFrame(() => node.classList.add("pointed"));
  }

  // Moves the focus from message to message.
  step(from, by) {
    const nodes = [...this.nodes.values()];
    const at = nodes.indexOf(from);
    const next = at < 0 ? nodes.at(-1) : nodes[Math.min(Math.max(at + by, 0), nodes.length - 1)];
    if (next) this.focus(next);
  }

  // Lets a screen reader read the whole message, and not only say that it is one.
  focus(node) {
    node.ariaLabel = node.querySelector(".bubble, .service").innerText;
    node.addEventListener("blur", () => node.removeAttribute("aria-label"), { once: true });
    node.focus();
  }

  drawn(message) {
    return bubbleNode(message, this.app, (data) => this.isWaiting(message.message_id, data));
  }

  isWaiting(id, data) {
    return this.waiting.has(`${id}:${data}`);
  }

  wait(id, data) {
    const key = `${id}:${data}`;
    this.waiting.set(key, setTimeout(() => this.rest(id, data), PATIENCE));
    this.showWaiting(id, data, true);
  }

  rest(id, data) {
    clearTimeout(this.waiting.get(`${id}:${data}`));
    this.waiting.delete(`${id}:${data}`);
    this.showWaiting(id, data, false);
  }

  showWaiting(id, data, waiting) {
    for (const key of this.nodes.get(id)?.querySelectorAll("[data-tap]") ?? []) {
      if (key.dataset.tap === data) setWaiting(key, waiting);
    }
  }
}

// A loop goes on when only the words beside it change.
function keepMedia(old, fresh) {
  const before = old.querySelector("[data-file]");
  const after = fresh.querySelector("[data-file]");
  if (before && after?.dataset.file === before.dataset.file) after.replaceWith(before);
}

// An album goes with its last message, and a day's heading with the last one of the day.
function takeAway(node) {
  const album = node.closest(".album");
  const block = album?.children.length === 1 ? album : node;
  const day = block.previousElementSibling;
  const isLast = !block.nextElementSibling || block.nextElementSibling.matches(".day");
  block.remove();
  if (isLast && day?.matches(".day")) day.remove();
}

function dayMark(words, at) {
  const node = made("div", "day", words);
  node.dataset.at = at;
  node.ariaHidden = "true";
  return node;
}
