// The menu of one message: by a right click, a long press, or Enter on it.

const LONG = 500; // milliseconds a finger rests

export class MessageMenu {
  // `deeds` are called with the message, by the names of the menu's buttons.
  constructor(menu, log, deeds) {
    Object.assign(this, { menu, log, deeds, message: null });
    const list = log.list;
    list.addEventListener("contextmenu", (event) => this.asked(event));
    list.addEventListener("pointerdown", (event) => event.pointerType === "touch" && this.press(event));
    for (const end of ["pointerup", "pointermove", "pointercancel"]) list.addEventListener(end, () => clearTimeout(this.pressed));
    list.addEventListener("dblclick", (event) => this.messageOf(event) && deeds.reply(this.messageOf(event)));
    log.scroller.addEventListener("keydown", (event) => this.key(event));
    menu.addEventListener("click", ({ target }) => this.chosen(target.closest("button")));
    menu.addEventListener("keydown", (event) => this.move(event));
    this.outside = (event) => !event.composedPath().includes(menu) && this.hide();
  }

  nodeOf(event) {
    if (event.target.closest("a, button, input, video, audio")) return null;
    return event.target.closest(".message");
  }

  messageOf(event) {
    return this.log.messages.get(Number(this.nodeOf(event)?.dataset.id));
  }

  asked(event) {
    const node = this.nodeOf(event);
    if (!node) return;
    event.preventDefault();
    const box = node.getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    this.show(node, byKey ? box.left + 24 : event.clientX, byKey ? box.top + 24 : event.clientY);
  }

  press(event) {
    const node = this.nodeOf(event);
    clearTimeout(this.pressed);
    if (node) this.pressed = setTimeout(() => this.show(node, event.clientX, event.clientY), LONG);
  }

  hide() {
    removeEventListener("pointerdown", this.outside);
    this.menu.hidePopover();
  }

  show(node, x, y) {
    this.node = node;
    this.message = this.log.messages.get(Number(node.dataset.id));
    const mine = !this.message.from?.is_bot;
    for (const part of this.menu.querySelectorAll("[data-mine]")) part.hidden = !mine;
    this.menu.querySelector("[data-deed=edit]").hidden = !mine || this.message.text === undefined;
    this.menu.querySelector("[data-deed=copy]").hidden = !(this.message.text ?? this.message.caption);
    this.menu.showPopover();
    // The browser's own way to close a popover would count the lifting of the finger that opened it.
    addEventListener("pointerdown", this.outside);
    const { width, height } = this.menu.getBoundingClientRect();
    this.menu.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
    this.menu.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
  }

  chosen(key) {
    if (!key) return;
    this.hide();
    this.deeds[key.dataset.deed](this.message);
  }

  // Arrows go from message to message, Enter opens the menu.
  key(event) {
    const node = event.target.matches(".message") ? event.target : null;
    if (!node && event.target !== this.log.scroller) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by) this.log.step(node, by);
    else if (node && event.key === "Enter") this.showAt(node);
    else if (node && event.key === "Escape") this.log.scroller.focus();
    else return;
    event.preventDefault();
  }

  showAt(node) {
    const { left, top } = node.getBoundingClientRect();
    this.show(node, left + 24, top + 24);
  }

  leave(event) {
    event.preventDefault();
    this.hide();
    this.node.focus();
  }

  move(event) {
    const keys = [...this.menu.querySelectorAll("button:not([hidden])")];
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") return this.leave(event);
    if (!by) return;
    event.preventDefault();
    const at = keys.indexOf(this.menu.getRootNode().activeElement);
    keys[(at + by + keys.length) % keys.length].focus();
  }
}
