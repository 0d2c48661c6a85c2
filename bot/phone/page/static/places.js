// Asks for the place to send: one of a few around the world, or any.

export function askPlace(dialog) {
  const [place, latitude, longitude] = ["place", "latitude", "longitude"].map((name) => dialog.querySelector(`[name=${name}]`));
  const fill = () => ([latitude.value, longitude.value] = place.value.split(","));
  place.onchange = fill;
  for (const field of [latitude, longitude]) field.oninput = () => (place.value = "");
  if (!latitude.value) fill();
  dialog.returnValue = "";
  dialog.querySelector("[data-cancel]").onclick = () => dialog.close("");
  dialog.showModal();
  return new Promise((resolve) => {
    const told = () => ({ latitude: latitude.valueAsNumber, longitude: longitude.valueAsNumber });
    dialog.addEventListener("close", () => resolve(dialog.returnValue ? told() : null), { once: true });
  });
}
