// The screen of a phone whose chat is closed: notifications, and answers from there.

import { preview } from "./bubbles.js";
import { button, made } from "./dom.js";
import { clockTime } from "./moments.js";

const MOST = 5;

export class Notices {
  // `answer(text)` sends it; `open(id)` goes to the message.
  constructor(list, app, { answer, open }) {
    Object.assign(this, { list, app, answer, open });
  }

  put(message, name, rings) {
    const old = this.node(message.message_id);
    if (old) return void (old.querySelector(".text").textContent = preview(message, this.app.say));
    this.list.prepend(this.drawn(message, name, rings));
    return [...this.list.children].slice(MOST).forEach((node) => node.remove());
  }

  update(message) {
    if (this.node(message.message_id)) this.put(message);
  }

  remove(id) {
    this.node(id)?.remove();
  }

  clear() {
    this.list.replaceChildren();
  }

  node(id) {
    return this.list.querySelector(`[data-id="${Number(id)}"]`);
  }

  drawn(message, name, rings) {
    const node = made("li", rings ? "notice" : "notice silent");
    node.dataset.id = message.message_id;
    const top = made("div", "top", made("b", "", name), made("span", "", clockTime(message.date, this.app.language)));
    if (rings) top.prepend(bell());
    const text = made("p", "text", preview(message, this.app.say));
    text.dir = top.querySelector("b").dir = "auto";
    const open = button("plain", "Open");
    open.onclick = () => this.open(message.message_id);
    const reply = button("plain", this.app.say("reply"));
    reply.onclick = () => (reply.parentElement.replaceWith(this.field(node)), node.querySelector("input").focus());
    node.append(top, text, made("div", "answers", reply, open));
    return node;
  }

  // In a private chat, Telegram sends these words as a plain message, not as a reply.
  field(node) {
    const form = made("form", "quick");
    const text = made("input");
    Object.assign(text, { ariaLabel: this.app.say("message"), placeholder: this.app.say("message"), maxLength: 4096, autocomplete: "off" });
    text.dir = "auto";
    const send = made("button", "round", made("span", "arrow"));
    send.ariaLabel = this.app.say("send");
    form.append(text, send);
    form.onsubmit = (event) => {
      event.preventDefault();
      if (!text.value.trim()) return;
      this.answer(text.value);
      node.remove();
    };
    return form;
  }
}

function bell() {
  const node = made("span", "rang");
  return Object.assign(node, { role: "img", ariaLabel: "Rang" });
}
