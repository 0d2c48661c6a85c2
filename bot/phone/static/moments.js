// Times in messages: drawn by the phone itself, in its own language, and ticking while they are near.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });

// The server's clock may be another one than the browser's: milliseconds to add to the browser's.
let ahead = 0;

export function setClock(unixSeconds) {
  ahead = unixSeconds * 1000 - Date.now();
}

function seconds() {
  return (Date.now() + ahead) / 1000;
}

function distance(unix) {
  const left = Math.round(unix - seconds());
  const size = Math.abs(left);
  if (size < MINUTE) return relative.format(left, "second");
  if (size < HOUR) return relative.format(Math.trunc(left / MINUTE), "minute");
  if (size < DAY) return relative.format(Math.trunc(left / HOUR), "hour");
  return relative.format(Math.trunc(left / DAY), "day");
}

// `format` is Telegram's: r, or any of w (weekday), d or D (short or long date), t or T (short or long time).
function put(unix, format) {
  const shape = {};
  if (format.includes("w")) shape.weekday = "long";
  if (format.includes("d")) Object.assign(shape, { day: "numeric", month: "numeric", year: "2-digit" });
  if (format.includes("D")) Object.assign(shape, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(format)) Object.assign(shape, { hour: "numeric", minute: "2-digit" });
  if (format.includes("T")) shape.second = "2-digit";
  return new Intl.DateTimeFormat(undefined, shape).format(new Date(unix * 1000));
}

// An entity without a format leaves the words of the bot as they are.
export function momentNode(entity, words) {
  const node = document.createElement("time");
  node.dateTime = new Date(entity.unix_time * 1000).toISOString();
  node.title = new Date(entity.unix_time * 1000).toLocaleString();
  node.setAttribute("aria-live", "off");
  const format = entity.date_time_format;
  if (format === "r") node.dataset.until = entity.unix_time;
  node.append(format === "r" ? distance(entity.unix_time) : format ? put(entity.unix_time, format) : words);
  return node;
}

function tick() {
  for (const node of document.querySelectorAll("time[data-until]")) {
    const now = distance(Number(node.dataset.until));
    if (node.firstChild.data !== now) node.firstChild.data = now;
  }
}

export function startTicking() {
  setInterval(tick, 200);
}

export function clockTime(unix) {
  return new Date(unix * 1000).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

export function dayOf(unix) {
  const day = new Date(unix * 1000);
  const today = new Date(Date.now() + ahead);
  if (day.toDateString() === today.toDateString()) return "Today";
  const shape = { day: "numeric", month: "long" };
  if (day.getFullYear() !== today.getFullYear()) shape.year = "numeric";
  return day.toLocaleDateString(undefined, shape);
}
