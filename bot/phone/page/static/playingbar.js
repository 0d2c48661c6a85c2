// The bar above the messages while a sound plays: stops it, goes on with it, and leads to it from any place in the chat.

export class PlayingBar {
  // `go(node)` shows the message that plays.
  constructor(at, list, app, go) {
    Object.assign(this, { bar: at("playing"), toggle: at("playing-toggle"), title: at("playing-title"), app, heard: null });
    // Events of media do not bubble, but can be captured.
    list.addEventListener("play", ({ target }) => target.tagName === "AUDIO" && this.show(target), true);
    this.toggle.onclick = () => (this.heard.paused ? this.heard.play().catch(() => {}) : this.heard.pause());
    this.title.onclick = () => go(this.heard.closest(".message"));
    at("playing-end").onclick = () => (this.heard.pause(), this.hide());
  }

  show(heard) {
    if (this.heard !== heard) {
      this.heard = heard;
      const draw = () => this.heard === heard && this.draw();
      for (const change of ["play", "pause"]) heard.addEventListener(change, draw);
      heard.addEventListener("ended", () => this.heard === heard && this.hide());
    }
    this.title.textContent = heard.closest(".sound").querySelector("b").textContent;
    this.bar.hidden = false;
    this.draw();
  }

  // If a message is removed, its sound stops, and the bar goes.
  draw() {
    if (!this.heard.isConnected) return this.hide();
    this.toggle.classList.toggle("on", !this.heard.paused);
    this.toggle.ariaLabel = this.app.say(this.heard.paused ? "play" : "pause");
  }

  hide() {
    this.heard = null;
    this.bar.hidden = true;
  }
}
