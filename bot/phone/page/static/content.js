// The state of the content that the bot read anew, and its faults: beside the clock, in no chat.

import { made } from "./dom.js";
import { ask } from "./talk.js";

const STAYS = 6000; // milliseconds that good news is shown

const at = (id) => document.getElementById(id);

function words({ state, faults }) {
  if (state === "reading") return "Reading what you changed…";
  const many = `${faults.length} to mend in the content`;
  if (state === "refused") return `${many}. The bot goes on with what it read before.`;
  return faults.length ? `${many}. The bot goes by it.` : "What you changed is read.";
}

function line(fault) {
  const end = fault.indexOf(": ");
  const file = made("b", "", end < 0 ? "" : fault.slice(0, end));
  return made("li", "", file, end < 0 ? fault : fault.slice(end));
}

export class Content {
  constructor() {
    this.hiding = 0;
    at("content-away").addEventListener("click", () => (at("content").hidden = true));
  }

  look() {
    ask("/phone/content").then((told) => told.faults?.length && this.show(told), () => {});
  }

  show(told) {
    clearTimeout(this.hiding);
    at("content").hidden = false;
    at("content").ariaBusy = String(told.state === "reading");
    at("content-state").textContent = words(told);
    if (told.state !== "reading") at("content-faults").replaceChildren(...told.faults.map(line));
    at("content-faults").hidden = !at("content-faults").children.length;
    const isGood = told.state === "read" && !told.faults.length;
    if (isGood) this.hiding = setTimeout(() => (at("content").hidden = true), STAYS);
  }
}
