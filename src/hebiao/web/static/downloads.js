/* A button of a report in, the report saved out; a failure is said beside the buttons. */

import { byId, isUsable, usable } from "./element.js";
import { say } from "./say.js";

export async function save(answer, otherwise) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameIn(answer.headers.get("Content-Disposition")) || otherwise;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(`已下载 ${link.download}`);
}

function nameIn(disposition) {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "");
  return found ? decodeURIComponent(found[1]) : "";
}

/* While it is made, the button says so and cannot be pressed twice. */
export async function download(button, place, ask, otherwise) {
  if (!isUsable(button) || button.getAttribute("aria-busy") === "true") { return; }
  place.hidden = true;
  button.setAttribute("aria-busy", "true");
  say("正在生成，请稍候");
  try {
    await save(await ask(), otherwise);
  } catch (error) {
    place.textContent = `没有下载成：${error.message}`;
    place.hidden = false;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

export function newDownloads({ ask, projects }) {
  const buttons = Array.from(document.querySelectorAll("[data-kind]"));
  const reason = byId("downloads-reason");
  const only = byId("only-shown");

  buttons.forEach((button) => button.addEventListener("click", () => {
    if (!isUsable(button)) { say(reason.textContent); return; }
    const kind = button.dataset.kind;
    download(button, byId("downloads-failed"), () => ask(`/reports/${kind}${narrowed()}`, { patience: 0 }), `核查.${kind}`);
  }));

  function narrowed() {
    const shown = projects.visible();
    const wanted = only.checked && !byId("downloads-only").hidden;
    return wanted ? `?forms=${shown.map((each) => encodeURIComponent(each.id)).join(",")}` : "";
  }

  function show(why) {
    buttons.forEach((button) => usable(button, !why));
    reason.textContent = why;
    reason.hidden = !why;
    const shown = projects.visible().length;
    byId("downloads-only").hidden = Boolean(why) || !shown || shown === projects.all().length;
    byId("only-number").textContent = shown;
  }

  return { show };
}
