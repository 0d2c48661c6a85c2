// Speaks with the server: asks, tells, and listens to what changes.

export class Refused extends Error {}

async function answered(response) {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(said.error ?? `The phone answered ${response.status}.`);
  return said;
}

export async function ask(path) {
  return answered(await fetch(path));
}

export async function tell(path, what = {}) {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(path, { method: "POST", headers, body: JSON.stringify(what) }));
}

// `onOpen` is called at each new connection: changes during a break are not sent again.
export function listen(onOpen, onEvent) {
  const stream = new EventSource("/phone/events");
  stream.onopen = onOpen;
  stream.onmessage = (event) => onEvent(JSON.parse(event.data));
  // The browser reconnects by itself after a break, but not after an answer that was no stream.
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(onOpen, onEvent), 1000);
  };
}
