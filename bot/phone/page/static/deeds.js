// Passes a person's deeds on to the server: each tap, word, place and link.

import { askPlace } from "./places.js";

export class Deeds {
  constructor(phone) {
    this.phone = phone;
    this.taps = new Map(); // query id → the button it came from
    this.early = new Set(); // query ids whose answer was here before the tap was confirmed
    this.listen();
  }

  do(what, about) {
    return this.phone.attempt(this.phone.act(what, about));
  }

  say(text) {
    const { what, message } = this.phone.writing.end();
    if (what === "edit") this.do("edit", { text, message_id: message.message_id });
    else this.do("say", { text, reply_to: message?.message_id });
  }

  async tap(id, data) {
    if (this.phone.log.isWaiting(id, data)) return;
    this.phone.log.wait(id, data);
    try {
      const { query } = await this.phone.act("tap", { message_id: id, data });
      if (this.early.delete(query)) this.phone.log.rest(id, data);
      else this.taps.set(query, [id, data]);
    } catch (error) {
      this.phone.log.rest(id, data);
      this.phone.toast(error.message);
    }
  }

  answered(query) {
    if (this.taps.has(query)) this.phone.log.rest(...this.taps.get(query));
    else this.early.add(query);
    this.taps.delete(query);
  }

  async copy(words) {
    const copied = navigator.clipboard.writeText(words);
    await this.phone.attempt(copied.then(() => this.phone.toast(this.phone.app.say("copied"))));
  }

  async press({ text, request_location: wanted }) {
    const place = wanted ? await askPlace(this.phone.at("places")) : {};
    return place && this.do("press", { label: text, ...place });
  }

  async send(what) {
    if (what !== "location") return this.do("send", { what });
    const place = await askPlace(this.phone.at("places"));
    return place && this.do("send", { what, ...place });
  }

  // ?start=routine_morning on the page works as behind t.me/bot: it shows Start until that is tapped.
  start() {
    const { payload } = this.phone;
    this.phone.payload = null;
    if (payload) this.open(`https://t.me/${this.phone.bot.username}?start=${encodeURIComponent(payload)}`);
    else this.say("/start");
    this.phone.at("log").focus();
    this.phone.drawFooter();
    this.phone.dispatchEvent(new Event("started"));
  }

  open(link) {
    this.do("open", { link });
  }

  leadsHere(link) {
    return link.hostname === "t.me" && link.pathname.toLowerCase() === `/${this.phone.bot.username}`.toLowerCase();
  }

  openLink() {
    const dialog = this.phone.at("link");
    const field = dialog.querySelector("input");
    dialog.returnValue = "";
    dialog.querySelector("[data-cancel]").onclick = () => dialog.close("");
    dialog.onclose = () => dialog.returnValue && field.value.trim() && this.open(field.value.trim());
    dialog.showModal();
  }

  listen() {
    this.phone.at("messages").addEventListener("click", (event) => this.clicked(event));
    this.on("start", () => this.start());
    this.on("unblock", () => this.do("unblock"));
    this.on("block", () => this.do(this.phone.blocked ? "unblock" : "block"));
    this.on("close", () => (this.phone.setClosed(true), this.phone.at("open").focus()));
    this.on("open", () => (this.phone.setClosed(false), this.phone.at("log").focus()));
    this.on("pinned", () => this.phone.log.point(this.phone.pinned.at(-1)));
    this.on("settings-open", () => this.phone.dialog.show({ ...this.phone.settings, language: this.phone.language }));
    this.on("link-open", () => this.openLink());
    this.on("leave", () => this.phone.dispatchEvent(new Event("leave")));
    this.phone.at("more-menu").addEventListener("click", () => this.phone.at("more-menu").hidePopover());
    this.phone.at("attach-menu").addEventListener("click", ({ target }) => {
      if (!target.dataset.send) return;
      this.phone.at("attach-menu").hidePopover();
      this.send(target.dataset.send);
    });
  }

  on(id, deed) {
    this.phone.at(id).addEventListener("click", deed);
  }

  clicked(event) {
    const key = event.target.closest("[data-tap], [data-say], [data-copies], [data-goes], a[href]");
    if (!key) return;
    const { tap, say, copies, goes } = key.dataset;
    if (tap) this.tap(Number(key.closest(".message").dataset.id), tap);
    else if (say) this.say(say);
    else if (copies) this.copy(copies);
    else if (goes) this.phone.log.point(Number(goes));
    else if (this.leadsHere(key)) {
      event.preventDefault();
      this.open(key.href);
    }
  }
}
