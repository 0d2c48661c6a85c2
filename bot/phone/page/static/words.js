// Turns a text and its entities into nodes. Words of people and bots only ever become text nodes.

import { momentNode } from "./moments.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
  hashtag: "span", cashtag: "span", text_mention: "span", phone_number: "span",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tg:"]);

// Offsets and lengths are UTF-16 units, which is how JavaScript counts as well.
export function wordNodes(text, entities, app) {
  const whole = document.createDocumentFragment();
  append(whole, text, 0, text.length, entities ?? [], app);
  return whole;
}

function append(parent, text, start, end, entities, app) {
  let at = start;
  for (let next = 0; next < entities.length; ) {
    const entity = entities[next];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    next += 1;
    const inside = [];
    while (next < entities.length && entities[next].offset < to) inside.push(entities[next++]);
    if (from >= to) continue;
    // A block stands on lines of its own, so the line break beside it adds no empty line.
    const block = BLOCKS.has(entity.type);
    appendText(parent, text.slice(at, block && text[from - 1] === "\n" ? from - 1 : from));
    parent.append(entityNode(entity, text, from, to, inside, app));
    at = block && text[to] === "\n" ? to + 1 : to;
  }
  appendText(parent, text.slice(Math.min(at, end), end));
}

function appendText(parent, words) {
  if (words) parent.append(words);
}

function entityNode(entity, text, from, to, inside, app) {
  const words = text.slice(from, to);
  if (entity.type === "date_time") return momentNode(entity, words, app);
  const node = bareNode(entity, words, app);
  const room = node.querySelector?.(".folded") ?? node;
  append(room, text, from, to, inside, app);
  return node;
}

function bareNode(entity, words, app) {
  switch (entity.type) {
    case "expandable_blockquote":
      return foldedQuote(app.say);
    case "spoiler":
      return spoiler();
    case "bot_command":
      return command(words);
    case "text_link":
      return link(entity.url);
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`);
    case "email":
      return link(`mailto:${words}`);
    case "mention":
      return link(`https://t.me/${words.slice(1)}`);
    default:
      return made(TAGS[entity.type] ?? "span", entity.type);
  }
}

function made(tag, name) {
  const node = document.createElement(tag);
  node.className = name;
  return node;
}

function link(target) {
  const url = URL.parse(target);
  if (!url || !SAFE.has(url.protocol)) return made("span", "link");
  const node = made("a", "link");
  Object.assign(node, { href: url.href, target: "_blank", rel: "noopener noreferrer" });
  return node;
}

function command(words) {
  const node = made("button", "link");
  node.type = "button";
  node.dataset.say = words;
  return node;
}

function spoiler() {
  const node = made("button", "spoiler");
  node.type = "button";
  node.ariaExpanded = "false";
  node.onclick = () => (node.ariaExpanded = "true");
  return node;
}

// A quote of three lines or fewer needs no button. Its lines can only be counted once it is drawn; until then it has
// none, since a button that vanishes at once could be seen, and hit.
const measured = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    const quote = target.closest("blockquote");
    if (!target.isConnected) measured.unobserve(target);
    else if (!quote.classList.contains("open")) {
      quote.querySelector(".unfold").hidden = target.scrollHeight <= target.clientHeight + 1;
    }
  }
});

function foldedQuote(say) {
  const node = made("blockquote", "expandable");
  const button = made("button", "unfold");
  button.type = "button";
  button.hidden = true;
  button.dataset.more = say("show more");
  button.dataset.less = say("show less");
  node.append(made("div", "folded"), button);
  measured.observe(node.firstChild);
  setFolded(node, true);
  button.onclick = () => setFolded(node, node.classList.contains("open"));
  return node;
}

export function setFolded(quote, folded) {
  const button = quote.querySelector(".unfold");
  quote.classList.toggle("open", !folded);
  if (!folded) button.hidden = false;
  button.ariaExpanded = String(!folded);
  button.textContent = folded ? button.dataset.more : button.dataset.less;
}
