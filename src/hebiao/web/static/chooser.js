/* Two buttons in, the files chosen by them out: some files, or a folder. */

import { byId } from "./element.js";
import { chosen } from "./taken.js";

let take = () => {};

["files-input", "folder-input"].forEach((id) => {
  const input = byId(id);
  input.addEventListener("change", () => take(chosen(input)));
});

export function onChoice(files, folder, taken) {
  [[files, "files-input"], [folder, "folder-input"]].forEach(([button, input]) => {
    byId(button).addEventListener("click", () => { take = taken; byId(input).click(); });
  });
}
