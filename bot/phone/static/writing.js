// The line one types in: Enter sends, "/" offers the bot's commands.

export class Writing {
  constructor(form, text, list, slash, say) {
    Object.assign(this, { form, text, list, say });
    this.commands = [];
    this.active = -1;
    form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    text.addEventListener("keydown", (event) => this.key(event));
    text.addEventListener("input", () => this.offer());
    text.addEventListener("blur", () => this.close());
    slash.addEventListener("click", () => this.slash());
    // Before the blur of the text closes the list.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.pick(event.target.closest("li")));
  }

  know(commands) {
    this.commands = commands;
    if (document.activeElement === this.text) this.offer();
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
  const node = document.createElement("li");
  node.id = `command-${place}`;
  node.role = "option";
  node.dataset.command = `/${command}`;
  const name = document.createElement("b");
  name.textContent = `/${command}`;
  const words = document.createElement("span");
  words.textContent = description;
  words.dir = "auto";
  node.append(name, words);
  return node;
}
