// The bar above the messages while a sound plays: it is stopped, gone on with or gone to from there, wherever one has scrolled.

export class PlayingBar {
  // `go` is told the node of the message that is played.
  constructor(at, list, app, go) {
    Object.assign(this, { bar: at("playing"), toggle: at("playing-toggle"), title: at("playing-title"), app, heard: null });
    // Such events do not rise, but are seen on their way down.
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

  // A message that is taken away stops, and its bar goes with it.
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
