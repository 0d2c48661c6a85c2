// The people of this page, as small avatars that choose whose phones are shown; and the dialog for a new one.

import { made } from "./dom.js";

export function initials(name) {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u) ?? []);
  return letters.slice(0, 2).join("").toUpperCase() || "?";
}

export function hue(id) {
  return `hue-${Math.abs(Number(id)) % 7}`;
}

function avatarNode(person) {
  const node = made("span", `avatar ${hue(person.id)}`, initials(person.first_name));
  node.ariaHidden = "true";
  return node;
}

function personNode(person, { me, open, unread }, choose) {
  const node = made("button", open.includes(person.id) ? "beside" : "");
  const name = made("span", "name", person.first_name);
  name.dir = "auto";
  node.append(avatarNode(person), name);
  node.title = person.first_name;
  if (person.id === me) node.setAttribute("aria-current", "true");
  if (unread.has(person.id)) node.append(unreadMark());
  node.addEventListener("click", () => choose(person.id));
  return node;
}

function unreadMark() {
  const node = made("span", "unread");
  node.role = "img";
  node.ariaLabel = "New message";
  return node;
}

function newNode(add) {
  const node = made("button", "new", made("span", "avatar plus"));
  node.title = "A new person";
  node.ariaLabel = "A new person";
  node.addEventListener("click", add);
  return node;
}

function besideNode(beside, toggle) {
  const box = made("input");
  Object.assign(box, { type: "checkbox", checked: beside });
  box.addEventListener("change", () => toggle(box.checked));
  return made("label", "tick", box, "Side by side");
}

// `deeds`: functions that choose a person, add one, and show phones side by side.
export function showPeople(bar, state, deeds) {
  const held = [...bar.children].findIndex((node) => node.contains(document.activeElement));
  bar.replaceChildren(
    ...state.people.map((person) => personNode(person, state, deeds.choose)),
    newNode(deeds.add),
    besideNode(state.beside, deeds.beside),
  );
  bar.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const again = bar.children[held];
  (again?.querySelector("input") ?? again)?.focus({ preventScroll: true });
}

// Asks for a name; null when the person thought better of it.
export function askName(dialog, field) {
  field.value = "";
  dialog.returnValue = "";
  dialog.querySelector("[data-cancel]").onclick = () => dialog.close("");
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue ? field.value.trim() || null : null), {
      once: true,
    });
  });
}
