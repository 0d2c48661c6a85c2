// Draws the media of a message: pictures, loops, films, sounds, documents, places.

import { button, made } from "./dom.js";
import { filmPlayer, soundPlayer, waitForTap } from "./players.js";

const KINDS = [
  ["sticker", sticker],
  ["animation", loop],
  ["photo", photo],
  ["video", film],
  ["video_note", roundFilm],
  ["audio", sound],
  ["voice", sound],
  ["document", paper],
  ["venue", place],
  ["location", place],
  ["contact", contact],
  ["dice", dice],
];
const NAMES = { animation: "gif", audio: "sound", video_note: "film", venue: "location" };

export function kindOf(message) {
  return KINDS.find(([kind]) => message[kind])?.[0];
}

// The media in one line of text: for a notification, or above a reply.
export function mediaName(message, say) {
  const kind = kindOf(message);
  if (kind === "sticker") return `${message.sticker.emoji ?? ""} ${say("sticker")}`.trim();
  if (kind === "dice") return message.dice.emoji;
  return kind ? say(NAMES[kind] ?? kind) : "";
}

export function mediaNode(message, app) {
  const known = KINDS.find(([kind]) => message[kind]);
  if (!known) return null;
  const [kind, draw] = known;
  const node = draw(message[kind], message, app);
  if (message.file) node.dataset.file = message.file.url;
  if (message.has_media_spoiler && node.classList.contains("picture")) cover(node, app.say);
  return node;
}

function cover(node, say) {
  const over = button("uncover", say("uncover"));
  over.onclick = () => (node.classList.remove("covered"), over.remove());
  node.classList.add("covered");
  node.append(over);
}

// ---- pictures

function photo(sizes, message, app) {
  const picture = image(message.file, app.say("picture"));
  return framed(picture, sizes.at(-1), app.say("photo"));
}

function image(file, words) {
  const node = made("img");
  return Object.assign(node, { alt: words, decoding: "async", src: file?.url ?? "" });
}

// The size is set before the picture is loaded, so nothing jumps.
function framed(node, { width, height }, words) {
  if (width && height) Object.assign(node, { width, height });
  node.addEventListener("error", () => node.replaceWith(made("span", "lost", words)), { once: true });
  return made("div", "picture", node);
}

function loop(size, message, app) {
  const isFilm = message.file?.mime.startsWith("video/");
  const words = app.say("loop");
  const moving = isFilm ? silentFilm(message.file, words) : image(message.file, words);
  const node = framed(moving, size, app.say("gif"));
  if (app.still) hold(node, moving, app.say("play"));
  else if (isFilm) playInSight(moving);
  return node;
}

function silentFilm(file, words) {
  const node = made("video");
  Object.assign(node, { loop: true, muted: true, playsInline: true, preload: "metadata", src: file.url });
  node.ariaLabel = words;
  return node;
}

const inSight = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) target.play().catch(() => {}); // a browser that forbids it shows the first frame
      else target.pause();
    }
  },
  { rootMargin: "100px" },
);

function playInSight(node) {
  inSight.observe(node);
}

// Nothing moves by itself: the first frame is shown with a sign to play.
function hold(node, moving, words) {
  const play = button("play");
  play.ariaLabel = words;
  if (moving.tagName === "IMG") moving.addEventListener("load", () => freeze(moving), { once: true });
  play.onclick = () => {
    node.querySelector("canvas")?.replaceWith(moving);
    if (moving.tagName === "VIDEO") playInSight(moving);
    play.remove();
  };
  node.append(play);
}

function freeze(moving) {
  if (!moving.isConnected) return;
  const frame = made("canvas");
  Object.assign(frame, { width: moving.naturalWidth, height: moving.naturalHeight, role: "img", ariaLabel: moving.alt });
  frame.getContext("2d").drawImage(moving, 0, 0);
  moving.replaceWith(frame);
}

function film(about, message, app) {
  const shown = filmPlayer(message.file, app.say("video"));
  return waitForTap(framed(shown, about, app.say("video")), shown, about.duration, app.say);
}

function roundFilm({ length, duration }, message, app) {
  const shown = filmPlayer(message.file, app.say("film"));
  const node = framed(shown, { width: length, height: length }, app.say("film"));
  node.classList.add("round-film");
  return waitForTap(node, shown, duration, app.say);
}

function sticker(size, message, app) {
  const words = size.emoji ?? app.say("sticker");
  const node = made("div", "sticker");
  if (message.file?.mime !== "image/webp") return node.append(words), node;
  const picture = image(message.file, words);
  picture.addEventListener("error", () => picture.replaceWith(words), { once: true });
  return node.append(picture), node;
}

// ---- sounds, documents, places

function facts(title, about) {
  const node = made("span", "facts", made("b", "", title), made("span", "", about));
  node.firstChild.dir = "auto";
  return node;
}

function sound(about, message, app) {
  return soundPlayer(about, message.file, app.say);
}

function paper(about, message, app) {
  const title = about.file_name ?? app.say("document");
  const ending = title.includes(".") ? title.split(".").at(-1).slice(0, 4) : "";
  const node = made("a", "paper", made("span", "badge", ending), facts(title, size(about.file_size)));
  node.firstChild.ariaHidden = "true";
  return Object.assign(node, { href: message.file?.url ?? "", download: title });
}

function size(bytes = 0) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// No map is loaded from outside: there is a sign for a place, with its coordinates.
function place(about, message, app) {
  const { latitude, longitude } = about.location ?? about;
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const sign = made("span", "map");
  sign.ariaHidden = "true";
  const words = about.title ? [about.title, `${about.address} · ${where}`] : [app.say("location"), where];
  return made("div", "place", sign, facts(...words));
}

function contact(about, message, app) {
  const name = [about.first_name, about.last_name].filter(Boolean).join(" ");
  const sign = made("span", "badge", name.slice(0, 1));
  sign.ariaHidden = "true";
  return made("div", "place", sign, facts(name || app.say("contact"), about.phone_number));
}

function dice(about) {
  return made("div", "sticker", `${about.emoji} ${about.value}`);
}
