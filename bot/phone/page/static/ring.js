// The sound of a message that rings. Browsers play it only after the first touch of the page.

const TONES = [[880, 0], [1174.7, 0.12]]; // hertz, seconds from the start
const LASTS = 0.35; // seconds
const APART = 500; // milliseconds: a burst of messages rings once

let context = null;
let last = -Infinity;

export function allowSound() {
  for (const touch of ["pointerdown", "keydown"]) {
    addEventListener(touch, () => (context ??= new AudioContext()), { once: true });
  }
}

export function ring() {
  if (!context || performance.now() - last < APART) return;
  last = performance.now();
  for (const [pitch, after] of TONES) sound(pitch, context.currentTime + after);
}

function sound(pitch, from) {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0.2, from);
  volume.gain.exponentialRampToValueAtTime(0.001, from + LASTS);
  tone.connect(volume).connect(context.destination);
  tone.start(from);
  tone.stop(from + LASTS);
}
