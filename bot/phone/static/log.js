// Keeps the messages of the open chat on the page: adds, edits in place, removes, and stays at the newest.

import { bubbleNode, setWaiting } from "./bubbles.js";
import { dayOf } from "./moments.js";
import { setFolded, settleQuotes } from "./words.js";

const NEAR = 80; // pixels from the end that still count as reading the newest
const PATIENCE = 30_000; // milliseconds after which a button stops showing that it works, as on Telegram

export class Log {
  constructor(scroller, list, down) {
    Object.assign(this, { scroller, list, down });
    this.waiting = new Map();
    this.follows = true;
    this.top = 0;
    scroller.addEventListener("scroll", () => this.look());
    down.addEventListener("click", () => this.toEnd("smooth"));
    // Pictures that arrive and a keyboard that slides in move the end: a reader of the newest goes with it.
    const moved = new ResizeObserver(() => this.follows && this.toEnd());
    moved.observe(list);
    moved.observe(scroller);
  }

  // Only scrolling back leaves the newest: a chat that grows or a phone that shrinks does not.
  look() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.follows = true;
    else if (scrollTop < this.top) this.follows = false;
    this.top = scrollTop;
    this.down.hidden = this.follows;
  }

  toEnd(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  get isEmpty() {
    return !this.list.querySelector(".message");
  }

  fill(messages) {
    this.scroller.ariaBusy = "true"; // a whole chat at once is not read aloud
    this.list.replaceChildren(...messages.map((message) => this.drawn(message)));
    this.settle();
    this.follows = true;
    this.toEnd();
    this.scroller.ariaBusy = "false";
  }

  put(message) {
    const old = this.node(message.message_id);
    const fresh = this.drawn(message);
    if (!old) this.list.append(fresh);
    else this.replace(old, fresh);
    this.settle();
    if (!old && !message.from?.is_bot) this.toEnd();
  }

  replace(old, fresh) {
    const keys = [...old.querySelectorAll(".key")];
    const held = keys.indexOf(document.activeElement);
    const open = [...old.querySelectorAll("blockquote.open .folded")].map((words) => words.textContent);
    old.replaceChildren(...fresh.childNodes);
    old.className = fresh.className;
    for (const quote of old.querySelectorAll("blockquote.expandable")) {
      if (open.includes(quote.querySelector(".folded").textContent)) setFolded(quote, false);
    }
    if (held >= 0) this.hold(old, held);
  }

  // Who taps with the keyboard stays on the keyboard when the message changes under the finger.
  hold(message, place) {
    const keys = [...message.querySelectorAll(".key")];
    (keys[Math.min(place, keys.length - 1)] ?? this.scroller).focus({ preventScroll: true });
  }

  remove(id) {
    const node = this.node(id);
    const held = node?.contains(document.activeElement);
    node?.remove();
    this.settle();
    if (held) ([...this.list.querySelectorAll(".keyboard")].at(-1)?.querySelector(".key") ?? this.scroller).focus();
  }

  // The days between the messages, and the quotes that need no button.
  settle() {
    for (const mark of this.list.querySelectorAll(".day")) mark.remove();
    let day = null;
    for (const node of this.list.querySelectorAll(".message")) {
      const its = dayOf(Number(node.dataset.at));
      if (its !== day) node.before(dayMark(its));
      day = its;
    }
    settleQuotes(this.list);
    if (this.follows) this.toEnd();
    this.look();
  }

  node(id) {
    return this.list.querySelector(`.message[data-id="${Number(id)}"]`);
  }

  drawn(message) {
    const node = bubbleNode(message, (data) => this.isWaiting(message.message_id, data));
    node.dataset.at = message.date;
    return node;
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
    for (const key of this.node(id)?.querySelectorAll("[data-tap]") ?? []) {
      if (key.dataset.tap === data) setWaiting(key, waiting);
    }
  }
}

function dayMark(words) {
  const node = document.createElement("div");
  node.className = "day";
  node.ariaHidden = "true";
  node.append(words);
  return node;
}
