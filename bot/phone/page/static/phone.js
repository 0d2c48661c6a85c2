// One person's phone: shows their chat with the bot, and passes on what they do.

import { direction, regional, speech, spell, SPOKEN } from "./appwords.js";
import { preview } from "./bubbles.js";
import { Deeds } from "./deeds.js";
import { Log } from "./log.js";
import { MessageMenu } from "./messagemenu.js";
import { setClock, timeNow } from "./moments.js";
import { Notices } from "./notices.js";
import { hue, initials } from "./people.js";
import { PlayingBar } from "./playingbar.js";
import { keepSettings, SettingsDialog, settingsOf } from "./settings.js";
import { ask, tell } from "./talk.js";
import { Writing } from "./writing.js";

const TOAST = 4000; // milliseconds
const TYPING = 5000; // milliseconds, as long as Telegram shows it
const DOING = { typing: "typing", choose: "choosing", record: "recording", upload: "sending" };

export class ChatPhone extends HTMLElement {
  // `payload`: the word of a link for /start, null for none.
  constructor(person, template, sheets, payload) {
    super();
    this.payload = payload;
    this.attachShadow({ mode: "open" }).append(template.content.cloneNode(true));
    this.shadowRoot.adoptedStyleSheets = sheets;
    this.person = person;
    this.settings = settingsOf(person.id);
    this.bot = {};
    this.blocked = false;
    this.loading = 0;
    this.seen = 0; // the number of the last change this phone knows of
    this.held = null; // changes that arrive while the chat is being loaded
    this.rung = new Set();
    this.app = { rang: (id) => this.rung.has(id) };
    this.log = new Log(this.at("log"), this.at("messages"), this.at("down"), this.app);
    new PlayingBar((id) => this.at(id), this.at("messages"), this.app, (node) => this.log.point(Number(node.dataset.id)));
    this.writing = new Writing(this, { say: (words) => this.deeds.say(words), unasked: () => this.attempt(this.act("hide")) });
    this.notices = new Notices(this.at("notices"), this.app, {
      answer: (text) => this.attempt(this.act("say", { text })),
      open: (id) => (this.setClosed(false), this.log.point(id)),
    });
    this.menu = new MessageMenu(this.at("message-menu"), this.log, {
      reply: (message) => this.writing.about("reply", message, this.app),
      edit: (message) => this.writing.about("edit", message, this.app),
      copy: (message) => this.deeds.copy(message.text ?? message.caption),
      remove: (message) => this.attempt(this.act("delete", { message_id: message.message_id })),
    });
    this.dialog = new SettingsDialog(this.at("settings"), (name, value) => this.set(name, value));
    for (const [value, name] of Object.entries(SPOKEN)) this.dialog.fields[0].add(new Option(name, value));
    this.deeds = new Deeds(this);
    this.apply();
  }

  get me() {
    return this.person.id;
  }

  get language() {
    return this.person.language ?? "en";
  }

  at(id) {
    return this.shadowRoot.getElementById(id);
  }

  attempt(work) {
    return work.catch((error) => this.toast(error.message));
  }

  act(what, about) {
    return tell(`/phone/chats/${this.me}/${what}`, about);
  }

  // ---- settings

  set(name, value) {
    if (name === "language") return this.attempt(this.act("speak", { language: value }));
    this.settings[name] = value;
    keepSettings(this.me, this.settings);
    this.apply();
    return this.log.redraw();
  }

  // The person has another name, or their app another language.
  meet(person) {
    const spoke = this.language;
    this.person = person;
    if (spoke === this.language) return;
    this.apply();
    this.log.redraw();
    this.attempt(this.hearAbout()); // the bot may have other words in it
  }

  apply() {
    const { still, plainTimes, look } = this.settings;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const say = speech(this.language);
    Object.assign(this.app, { say, language: regional(this.language), plainTimes, still: still || calm });
    this.lang = this.language;
    this.dir = direction(this.language);
    this.style.colorScheme = look;
    spell(this.shadowRoot, say);
    this.typing(false);
    this.drawClosed();
  }

  setClosed(closed) {
    this.settings.closed = closed;
    keepSettings(this.me, this.settings);
    this.drawClosed();
    this.log.follow();
  }

  drawClosed() {
    const { closed } = this.settings;
    this.at("home").hidden = !closed;
    for (const part of this.shadowRoot.querySelectorAll("header, #top, #log, footer")) part.hidden = closed;
    if (!closed) this.notices.clear();
    this.tickHome();
  }

  timeMoved() {
    this.log.nameDays();
    this.tickHome();
  }

  tickHome() {
    this.at("time").textContent = timeNow(this.app.language);
  }

  // If the person reads new messages as they come, they do not ring.
  get isRead() {
    return !this.settings.closed && !document.hidden && this.checkVisibility();
  }

  rang(message) {
    if (message.message_id) this.rung.add(message.message_id);
  }

  // ---- the screen

  toast(words) {
    this.at("toast").textContent = words;
    clearTimeout(this.toastEnds);
    this.toastEnds = setTimeout(() => (this.at("toast").textContent = ""), TOAST);
  }

  alert(words) {
    this.at("alert-text").textContent = words;
    if (!this.at("alert").open) this.at("alert").showModal();
  }

  typing(action) {
    clearTimeout(this.typingEnds);
    const known = action && action !== "cancel";
    this.at("doing").textContent = this.app.say(known ? (DOING[action.split("_")[0]] ?? "typing") : "bot");
    if (known) this.typingEnds = setTimeout(() => this.typing(false), TYPING);
  }

  drawBot() {
    const { name = "Bot", description = "", id = 0, photo, menu_button: menu } = this.bot;
    this.at("bot-name").textContent = name;
    this.at("bot-avatar").replaceChildren(photo ? portrait(photo) : initials(name));
    this.at("bot-avatar").className = `avatar ${hue(id)}`;
    this.writing.showMenu(menu?.type === "web_app" ? menu.text : null);
    this.at("description").textContent = description;
    Object.assign(this, { role: "region", ariaLabel: this.person.first_name });
    this.at("record").href = `/phone/chats/${this.me}/record`;
    this.dispatchEvent(new Event("bot"));
  }

  // The newest pin stands above the messages.
  drawPinned() {
    const message = this.log.messages.get(this.pinned?.at(-1));
    this.at("pinned").hidden = !message;
    if (message) this.at("pinned-text").textContent = preview(message, this.app.say);
  }

  draw() {
    this.drawPinned();
    this.drawFooter();
  }

  drawFooter() {
    const empty = this.log.isEmpty;
    const starts = empty || this.payload !== null;
    this.at("about").hidden = !empty || !this.bot.description;
    this.at("unblock").hidden = !this.blocked;
    this.at("start").hidden = this.blocked || !starts;
    this.at("writing").hidden = this.blocked || starts;
    this.at("block").textContent = this.app.say(this.blocked ? "unblock" : "block");
    this.writing.showKeys(this.blocked || starts ? null : this.keyboard, (key) => this.deeds.press(key));
  }

  // A bot that forces a reply opens one, as if the person had chosen Reply on that message.
  ask() {
    const asked = this.keyboard?.force_reply && !this.keyboard.hidden && this.log.messages.get(this.keyboard.message_id);
    if (asked) this.writing.about("asked", asked, this.app);
    else if (this.writing.subject.what === "asked") this.writing.end();
  }

  // ---- loading and listening

  async load() {
    const mine = ++this.loading;
    this.held ??= [];
    const chat = await ask(`/phone/chats/${this.me}`);
    if (mine !== this.loading) return;
    Object.assign(this, { blocked: chat.blocked, seen: chat.seen, keyboard: chat.keyboard, pinned: chat.pinned });
    setClock(chat.now);
    if (this.log.isEmpty) this.log.fill(chat.messages);
    else this.log.merge(chat.messages);
    this.ask();
    this.introduce(chat);
    const later = this.held;
    this.held = null;
    later.forEach((change) => this.changed(change));
  }

  // The bot has another name or other commands.
  async hearAbout() {
    this.introduce(await ask(`/phone/chats/${this.me}/about`));
  }

  introduce({ bot, commands }) {
    this.bot = bot;
    this.writing.know(commands);
    this.drawBot();
    this.draw();
  }

  changed(change) {
    if (this.held) return void this.held.push(change);
    if (change.number <= this.seen) return;
    this.seen = change.number;
    this.show(change);
    this.draw();
  }

  show({ kind, data, message }) {
    if (message) {
      if (kind === "message" && message.from?.is_bot) this.typing(false);
      this.log.put(message);
      if (kind === "message" && !message.from?.is_bot) this.log.follow();
      if (this.settings.closed) this.notice(kind, message);
    } else if (kind === "deleted") {
      this.log.remove(data.message_id);
      this.notices.remove(data.message_id);
    } else if (kind === "answered") {
      this.deeds.answered(data.query);
    } else if (kind === "toast") {
      if (data.alert) this.alert(data.text);
      else this.toast(data.text);
    } else if (kind === "typing") {
      this.typing(data.action);
    } else if (kind === "membership") {
      this.blocked = data.status === "kicked";
    } else if (kind === "keyboard") {
      this.keyboard = data.keyboard;
      this.ask();
    } else if (kind === "pinned") {
      this.pinned = data.pinned;
    }
  }

  notice(kind, message) {
    this.tickHome();
    if (kind !== "message") this.notices.update(message);
    else if (message.from?.is_bot) this.notices.put(message, this.bot.name, this.rung.has(message.message_id));
  }
}

function portrait({ url, mime }) {
  const node = document.createElement(mime.startsWith("video/") ? "video" : "img");
  return Object.assign(node, { src: url, alt: "", muted: true, loop: true, autoplay: true });
}

customElements.define("chat-phone", ChatPhone);
