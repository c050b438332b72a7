/* A question in, the answer out; the focus is kept inside and given back to where it was. */

import { byId } from "./element.js";

/* `accept` may refuse by returning a sentence, which the dialog has to show itself. */
export function asked(dialog, accept = () => true) {
  const form = dialog.querySelector("form");
  const cancel = dialog.querySelector(".cancel");
  const before = document.activeElement;
  return new Promise((answer) => {
    let result = null;
    const submit = (event) => {
      event.preventDefault();
      result = accept() || null;
      if (result !== null) { dialog.close(); }
    };
    const leave = () => dialog.close();
    const closed = () => {
      form.removeEventListener("submit", submit);
      cancel.removeEventListener("click", leave);
      if (before?.isConnected) { before.focus(); }
      answer(result);
    };
    form.addEventListener("submit", submit);
    cancel.addEventListener("click", leave);
    dialog.addEventListener("close", closed, { once: true });
    dialog.showModal();
  });
}

export async function areYouSure(title, what, yes) {
  byId("sure-title").textContent = title;
  byId("sure-what").textContent = what;
  byId("sure").querySelector(".main").textContent = yes;
  return Boolean(await asked(byId("sure")));
}
