/* Files dragged anywhere over the page in, those that were let go of out. */

import { byId } from "./element.js";
import { dropped } from "./taken.js";

export function onDrop({ words, take }) {
  const veil = byId("dropping");

  function cover(event) {
    if (!hasFiles(event)) { return; }
    event.preventDefault();
    const free = !document.querySelector("dialog[open]");
    event.dataTransfer.dropEffect = free ? "copy" : "none";
    if (free && veil.hidden) {
      veil.firstElementChild.textContent = words();
      veil.hidden = false;
    }
  }

  document.addEventListener("dragenter", cover);
  document.addEventListener("dragover", cover);
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) { veil.hidden = true; }
  });
  /* Without this the browser would leave the page for the file. */
  document.addEventListener("drop", async (event) => {
    if (!hasFiles(event)) { return; }
    event.preventDefault();
    veil.hidden = true;
    if (!document.querySelector("dialog[open]")) { take(await dropped(event.dataTransfer)); }
  });
}

function hasFiles(event) {
  return Array.from(event.dataTransfer?.types ?? []).includes("Files");
}
