// The time of this phone, and the hands that move it: with the time goes the bot, and all that falls due on the way.

import { ask, tell } from "./talk.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MORNING = 8; // o'clock
const SOON = 200; // milliseconds: several changes at once are looked at once

const at = (id) => document.getElementById(id);

function tomorrowMorning(unix) {
  const day = new Date(unix * 1000);
  day.setDate(day.getDate() + 1);
  day.setHours(MORNING, 0, 0, 0);
  return day.getTime() / 1000;
}

function dayAndTime(unix) {
  const shape = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Date(unix * 1000).toLocaleString(undefined, shape);
}

function dueWords(due, now) {
  return due === null ? "Nothing is due" : `To what is due next: ${whenDue(due - now, due)}`;
}

function whenDue(left, unix) {
  if (left <= 0) return "now";
  if (left < MINUTE) return `in ${Math.ceil(left)} s`;
  if (left < HOUR) return `in ${Math.round(left / MINUTE)} min`;
  return left < DAY ? dayAndTime(unix) : new Date(unix * 1000).toLocaleDateString();
}

export class Clock {
  constructor() {
    Object.assign(this, { ahead: 0, due: null, asking: 0, moving: false });
    const moves = {
      minute: () => ({ seconds: MINUTE }),
      hour: () => ({ seconds: HOUR }),
      due: () => ({ due: true }),
      morning: () => ({ moment: tomorrowMorning(this.now()) }),
    };
    for (const [name, told] of Object.entries(moves)) {
      at(`to-${name}`).addEventListener("click", () => this.move(told()));
    }
    at("time").addEventListener("click", () => this.open(at("hands").hidden));
    setInterval(() => this.draw(), 250);
    this.open(matchMedia("(min-width: 800px)").matches);
  }

  now() {
    return Date.now() / 1000 + this.ahead;
  }

  open(wide) {
    at("hands").hidden = !wide;
    at("time").ariaExpanded = String(wide);
    if (wide) this.look();
  }

  stand(unix) {
    this.ahead = unix - Date.now() / 1000;
    this.draw();
  }

  // Events in a chat change the next due time. Nobody tells the page, so it asks.
  look() {
    if (at("hands").hidden) return;
    clearTimeout(this.asking);
    this.asking = setTimeout(() => ask("/phone/clock").then((told) => this.know(told), () => {}), SOON);
  }

  know({ now, due }) {
    this.due = due;
    this.stand(now);
  }

  async move(told) {
    if (this.moving) return;
    const idle = told.due && this.due === null;
    at("clock-fault").textContent = idle ? "The bot waits for somebody to do something." : "";
    if (idle) return;
    this.moving = true;
    this.draw();
    try {
      this.know(await tell("/phone/clock", told));
    } catch (error) {
      at("clock-fault").textContent = error.message;
    }
    this.moving = false;
    this.draw();
  }

  draw() {
    put(at("time-now"), dayAndTime(this.now()));
    put(at("to-due"), dueWords(this.due, this.now()));
    at("hands").ariaBusy = String(this.moving);
    at("to-due").ariaDisabled = String(this.due === null);
  }
}

function put(node, words) {
  if (node.textContent !== words) node.textContent = words;
}
