// The line one types in: Enter sends, "/" offers the bot's commands; above it what is answered, below it the bot's keys.

import { preview } from "./bubbles.js";
import { made } from "./dom.js";
import { replyRows } from "./keys.js";

const NO_SUBJECT = { what: null, message: null };

export class Writing {
  // `say(words)` sends them; `unasked()`: the person closed the reply that the bot wants.
  constructor(phone, { say, unasked }) {
    const at = (id) => phone.at(id);
    Object.assign(this, { form: at("writing"), text: at("text"), list: at("commands"), say, subject: NO_SUBJECT });
    Object.assign(this, { bar: at("about-writing"), title: at("about-title"), words: at("about-text") });
    Object.assign(this, { keys: at("keys"), toggle: at("keys-toggle"), shownKeys: null });
    this.root = phone.shadowRoot;
    this.commands = [];
    this.active = -1;
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => this.offer());
    this.text.addEventListener("blur", () => this.close());
    this.slashKey = at("slash");
    this.slashKey.addEventListener("click", () => this.slash());
    at("about-end").addEventListener("click", () => {
      if (this.end().what === "asked") unasked();
      this.text.focus();
    });
    this.toggle.addEventListener("click", () => this.unfold(this.keys.hidden));
    // Keeps the focus in the text: its blur would close the list before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("li")));
  }

  know(commands) {
    this.commands = commands;
    if (this.root.activeElement === this.text) this.offer();
  }

  // A bot may have an app of its own in place of its commands; apps are not on this phone.
  showMenu(app) {
    this.slashKey.textContent = app ?? "/";
    this.slashKey.disabled = app !== null;
    this.slashKey.ariaLabel = app ?? this.list.ariaLabel;
  }

  slash() {
    if (this.list.hidden) this.text.value = "/";
    else this.text.value = "";
    this.text.focus();
    this.offer();
  }

  send(words = this.text.value) {
    this.text.value = "";
    this.close();
    if (words.trim()) this.say(words);
  }

  // ---- what is answered or changed

  about(what, message, app) {
    this.subject = { what, message };
    this.title.textContent = what === "edit" ? app.say("edit") : (message.from?.first_name ?? "");
    this.words.textContent = preview(message, app.say);
    this.bar.hidden = false;
    if (what === "edit") this.text.value = message.text;
    this.text.focus();
  }

  end() {
    const { subject } = this;
    if (subject.what === "edit") this.text.value = "";
    this.subject = NO_SUBJECT;
    this.bar.hidden = true;
    return subject;
  }

  // ---- the bot's keys in place of the letters

  // `keyboard`: the bot's keys in place of the letters, if any. `hidden`: they were used, and may be used only once.
  showKeys(keyboard, press) {
    const told = JSON.stringify(keyboard ?? null);
    if (told === this.shownKeys) return;
    this.shownKeys = told;
    const rows = keyboard?.keyboard;
    this.toggle.hidden = !rows;
    this.text.placeholder = keyboard?.input_field_placeholder ?? this.text.ariaLabel;
    this.keys.replaceChildren(...(rows ? replyRows(rows, press) : []));
    this.keys.classList.toggle("tall", Boolean(rows) && !keyboard.resize_keyboard);
    this.unfold(Boolean(rows) && !keyboard.hidden);
  }

  unfold(open) {
    this.keys.hidden = !open;
    this.toggle.ariaExpanded = String(open);
  }

  // ---- the bot's commands

  offer() {
    const typed = this.text.value;
    const fits = /^\/\w*$/.test(typed)
      ? this.commands.filter(({ command }) => command.startsWith(typed.slice(1).toLowerCase()))
      : [];
    this.list.replaceChildren(...fits.map(optionNode));
    this.list.hidden = !fits.length;
    this.text.ariaExpanded = String(!this.list.hidden);
    this.move(-1);
  }

  close() {
    this.list.hidden = true;
    this.text.ariaExpanded = "false";
    this.move(-1);
  }

  move(to) {
    const options = [...this.list.children];
    this.active = to;
    options.forEach((option, place) => (option.ariaSelected = String(place === to)));
    options[to]?.scrollIntoView({ block: "nearest" });
    if (options[to]) this.text.setAttribute("aria-activedescendant", options[to].id);
    else this.text.removeAttribute("aria-activedescendant");
  }

  pick(option) {
    if (option) this.send(option.dataset.command);
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send(this.list.children[this.active]?.dataset.command);
    } else if (!this.list.hidden) {
      this.choose(event);
    } else if (event.key === "Escape" && !this.bar.hidden) {
      this.end();
    }
  }

  choose(event) {
    const count = this.list.children.length;
    if (event.key === "ArrowDown") this.move((this.active + 1) % count);
    else if (event.key === "ArrowUp") this.move(this.active <= 0 ? count - 1 : this.active - 1);
    else if (event.key === "Tab") this.text.value = `${this.list.children[Math.max(this.active, 0)].dataset.command} `;
    else if (event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Tab" || event.key === "Escape") this.close();
  }
}

function optionNode({ command, description }, place) {
  const words = made("span", "", description);
  words.dir = "auto";
  const node = made("li", "", made("b", "", `/${command}`), words);
  node.id = `command-${place}`;
  node.role = "option";
  node.dataset.command = `/${command}`;
  return node;
}
