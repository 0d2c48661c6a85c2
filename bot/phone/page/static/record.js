// In a recorded chat: puts each file, stored once, in all its places, and writes times in the reader's way.

const files = JSON.parse(document.getElementById("files").textContent);
for (const node of document.querySelectorAll("[data-file]")) {
  node[node.tagName === "A" ? "href" : "src"] = files[node.dataset.file];
  if (node.dataset.poster) node.poster = files[node.dataset.poster];
}
let day = "";
for (const node of document.querySelectorAll("main > *")) {
  const time = node.querySelector("time.at");
  const at = new Date(time.dateTime);
  for (const each of node.querySelectorAll("time.at")) {
    each.textContent = new Date(each.dateTime).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  }
  const its = at.toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });
  if (its === day) continue;
  day = its;
  const mark = document.createElement("div");
  mark.className = "day";
  mark.textContent = its;
  node.before(mark);
}
