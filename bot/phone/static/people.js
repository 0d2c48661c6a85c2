// The people of this phone, as small avatars to switch between; and the one who is new.

export function initials(name) {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u) ?? []);
  return letters.slice(0, 2).join("").toUpperCase() || "?";
}

export function hue(id) {
  return `hue-${Math.abs(Number(id)) % 7}`;
}

export function avatarNode(person) {
  const node = document.createElement("span");
  node.className = `avatar ${hue(person.id)}`;
  node.ariaHidden = "true";
  node.textContent = initials(person.first_name);
  return node;
}

function personNode(person, isMe, isUnread, choose) {
  const node = document.createElement("button");
  const name = document.createElement("span");
  name.className = "name";
  name.dir = "auto";
  name.textContent = person.first_name;
  node.append(avatarNode(person), name);
  node.title = person.first_name;
  if (isMe) node.setAttribute("aria-current", "true");
  if (isUnread) node.append(unreadMark());
  node.addEventListener("click", () => choose(person.id));
  return node;
}

function unreadMark() {
  const node = document.createElement("span");
  node.className = "unread";
  node.role = "img";
  node.ariaLabel = "New message";
  return node;
}

function newNode(add) {
  const node = document.createElement("button");
  node.className = "new";
  node.title = "A new person";
  node.ariaLabel = "A new person";
  const plus = document.createElement("span");
  plus.className = "avatar plus";
  node.append(plus);
  node.addEventListener("click", add);
  return node;
}

export function showPeople(bar, { people, me, unread }, choose, add) {
  const held = [...bar.children].indexOf(document.activeElement);
  bar.replaceChildren(
    ...people.map((person) => personNode(person, person.id === me, unread.has(person.id), choose)),
    newNode(add),
  );
  bar.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (held >= 0) bar.children[held]?.focus({ preventScroll: true });
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
