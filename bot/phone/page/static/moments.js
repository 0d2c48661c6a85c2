// Times in messages: drawn by the phone itself, in its own language and zone, and ticking while they are near.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// For each unit, the longest distance that it is used for, and its size, as in Telegram Desktop.
const UNITS = [
  [MINUTE, 1, "second"],
  [HOUR, MINUTE, "minute"],
  [DAY, HOUR, "hour"],
  [30 * DAY, DAY, "day"],
  [365 * DAY, 30 * DAY, "month"],
  [Infinity, 365 * DAY, "year"],
];
const NEAR_MONTHS = 3; // a date that is not further off than this needs no year

// Milliseconds to add to the browser's clock for the server's time.
let ahead = 0;
const ticking = new Set();

export function setClock(unixSeconds) {
  ahead = unixSeconds * 1000 - Date.now();
  for (const moment of ticking) moment.next = -Infinity;
  tick();
}

function now() {
  return new Date(Date.now() + ahead);
}

function seconds() {
  return Math.floor(now() / 1000);
}

// Kept, since making one costs more than using it a hundred times.
const formats = new Map();
function dates(language, shape) {
  const key = `${language} ${JSON.stringify(shape)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(plain(language), shape));
  return formats.get(key);
}

function distances(language, numeric) {
  const key = `${language} ${numeric}`;
  if (!formats.has(key)) formats.set(key, new Intl.RelativeTimeFormat(plain(language), { numeric }));
  return formats.get(key);
}

// The words, and the second at which they change next. Telegram counts whole units.
export function distance(unix, at, language) {
  const left = unix - at;
  const size = Math.abs(left);
  const [, length, unit] = UNITS.find(([end]) => size < end);
  const count = Math.floor(size / length);
  const words = distances(language, size < 1 ? "auto" : "always").format(left < 0 ? -count : count, unit);
  return { words, next: length === 1 ? at + 1 : change(unix, left > 0, count, length) };
}

function change(unix, isAhead, count, length) {
  if (!isAhead) return unix + (count + 1) * length;
  return count > 1 ? unix - (count - 1) * length : unix - length + 1;
}

// Telegram's apps count in these digits in every language.
function plain(language) {
  return `${language}-u-nu-latn`;
}

// `format` is Telegram's: r, or any of w (weekday), d or D (short or long date), t or T (short or long time).
export function put(unix, format, language, today = now()) {
  const day = new Date(unix * 1000);
  const parts = [];
  if (format.includes("w")) parts.push({ weekday: format.includes("D") ? "long" : "short" });
  if (/d/i.test(format)) parts.push(dateShape(day, today, format.includes("D")));
  if (/t/i.test(format)) parts.push({ timeStyle: format.includes("T") ? "medium" : "short" });
  return parts.map((shape) => dates(language, shape).format(day)).join(" ");
}

function dateShape(day, today, long) {
  const years = day.getFullYear() - today.getFullYear();
  const months = Math.abs(years * 12 + day.getMonth() - today.getMonth());
  const shape = { day: "numeric", month: long ? "long" : "short" };
  return years && months > NEAR_MONTHS ? { ...shape, year: "numeric" } : shape;
}

// Without a format, or in an app that does not know such times, the bot's words stay.
export function momentNode(entity, words, { language, plainTimes }) {
  const node = document.createElement("time");
  const format = entity.date_time_format;
  node.setAttribute("aria-live", "off");
  if (plainTimes) return node.append(words), node;
  node.dateTime = new Date(entity.unix_time * 1000).toISOString();
  node.title = new Date(entity.unix_time * 1000).toLocaleString(plain(language));
  if (format === "r") follow(node, entity.unix_time, language);
  else node.append(format ? put(entity.unix_time, format, language) : words);
  return node;
}

function follow(node, unix, language) {
  const moment = { node, unix, language, next: -Infinity, shown: false };
  ticking.add(moment);
  draw(moment, seconds());
}

function draw(moment, at) {
  const { words, next } = distance(moment.unix, at, moment.language);
  moment.next = next;
  if (moment.node.textContent !== words) moment.node.textContent = words;
}

function tick() {
  const at = seconds();
  for (const moment of ticking) {
    moment.shown ||= moment.node.isConnected;
    if (moment.shown && !moment.node.isConnected) ticking.delete(moment);
    else if (moment.next <= at) draw(moment, at);
  }
}

export function startTicking() {
  setInterval(tick, 200);
}

export function clockTime(unix, language) {
  return dates(language, { hour: "2-digit", minute: "2-digit" }).format(new Date(unix * 1000));
}

export function timeNow(language) {
  return clockTime(seconds(), language);
}

export function sameDay(one, other) {
  return new Date(one * 1000).toDateString() === new Date(other * 1000).toDateString();
}

export function dayOf(unix, { language, say }) {
  if (sameDay(unix, seconds())) return say("today");
  const day = new Date(unix * 1000);
  const shape = { day: "numeric", month: "long" };
  if (day.getFullYear() !== now().getFullYear()) shape.year = "numeric";
  return dates(language, shape).format(day);
}
