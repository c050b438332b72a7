/* A sentence in, read out by a screen reader; the same sentence twice is read twice. */

import { byId } from "./element.js";

export function say(sentence) {
  const place = byId("said");
  place.textContent = "";
  window.setTimeout(() => { place.textContent = sentence; }, 50);
}
