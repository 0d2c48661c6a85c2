// Sounds and films that play on a tap: sounds with our own bar, films with the browser's; never two at a time.

import { button, made } from "./dom.js";

let playing = null;

function alone({ target }) {
  if (playing !== target) playing?.pause();
  playing = target;
}

export function length(seconds = 0) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// ---- sounds

export function soundPlayer(about, file, say) {
  return new Sound(about, file, say).node;
}

class Sound {
  constructor(about, file, say) {
    this.about = about;
    this.say = say;
    this.title = about.title ?? about.file_name ?? say("voice");
    this.heard = Object.assign(made("audio"), { preload: "metadata", src: file?.url ?? "" });
    this.toggle = button("toggle", ...(file?.poster ? [front(file.poster)] : []));
    this.bar = Object.assign(made("input", "seek"), { type: "range", min: 0, step: "any", ariaLabel: say("position") });
    this.times = made("span", "times");
    const words = made("span", "facts", made("b", "", this.title), made("span", "", about.performer ?? ""));
    for (const part of words.children) part.dir = "auto";
    this.node = made("div", "sound", this.toggle, words, this.bar, this.times, this.heard);
    this.listen(file);
    this.rest();
  }

  listen(file) {
    const { heard, bar } = this;
    this.toggle.onclick = () => (heard.paused ? heard.play().catch(() => {}) : heard.pause());
    bar.oninput = () => ((this.held = true), this.tell(Number(bar.value)));
    bar.onchange = () => ((this.held = false), (heard.currentTime = Number(bar.value)));
    heard.addEventListener("play", alone);
    heard.addEventListener("play", () => announce(this.title, this.about.performer, file?.poster));
    for (const change of ["play", "pause", "timeupdate", "durationchange"]) heard.addEventListener(change, () => this.draw());
    heard.addEventListener("ended", () => (heard.currentTime = 0));
    heard.addEventListener("error", () => this.fail(), { once: true });
  }

  get lasts() {
    return Number.isFinite(this.heard.duration) ? this.heard.duration : (this.about.duration ?? 0);
  }

  rest() {
    this.bar.value = 0;
    this.draw();
  }

  draw() {
    const { heard, bar, toggle, say } = this;
    const on = !heard.paused && !heard.ended;
    toggle.classList.toggle("on", on);
    toggle.ariaLabel = `${say(on ? "pause" : "play")}: ${this.title}`;
    bar.max = this.lasts || 1;
    if (this.held) return;
    bar.value = heard.currentTime;
    this.tell(heard.currentTime);
  }

  // Before it begins, only its length is shown.
  tell(seconds) {
    const whole = length(this.lasts);
    this.times.textContent = seconds ? `${length(seconds)} / ${whole}` : whole;
    this.bar.setAttribute("aria-valuetext", `${length(seconds)} / ${whole}`);
  }

  // A file without sound keeps its name and has no button to play.
  fail() {
    this.toggle.disabled = true;
    this.heard.remove();
    this.bar.remove();
  }
}

function front(url) {
  return Object.assign(made("img"), { src: url, alt: "", decoding: "async" });
}

// Media keys, and the screen of a locked phone, show and play it.
function announce(title, artist = "", poster) {
  if (!navigator.mediaSession) return;
  const artwork = poster ? [{ src: new URL(poster, location).href }] : [];
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist, artwork });
}

// ---- films

export function filmPlayer(file, words) {
  const node = made("video");
  Object.assign(node, { playsInline: true, preload: "metadata", src: file?.url ?? "" });
  if (file?.poster) node.poster = file.poster;
  node.ariaLabel = words;
  node.addEventListener("play", alone);
  return node;
}

// Its picture stands there with a sign to play and how long it lasts, and comes back at the end.
export function waitForTap(frame, film, seconds, say) {
  const play = button("play");
  play.ariaLabel = `${say("play")}: ${film.ariaLabel}${seconds ? `, ${length(seconds)}` : ""}`;
  const lasts = made("span", "lasts", length(seconds));
  lasts.ariaHidden = "true";
  const rest = () => ((film.controls = false), frame.append(play, ...(seconds ? [lasts] : [])));
  const clear = () => (play.remove(), lasts.remove());
  play.onclick = () => {
    clear();
    film.controls = true;
    film.focus();
    film.play().catch(() => {});
  };
  film.addEventListener("ended", () => {
    if (!document.fullscreenElement) film.load(), rest();
  });
  film.addEventListener("error", clear, { once: true });
  rest();
  return frame;
}
