// Makes elements.

export function made(tag, name = "", ...inside) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...inside);
  return node;
}

export function button(name, ...inside) {
  return Object.assign(made("button", name, ...inside), { type: "button" });
}
