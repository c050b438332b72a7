/* The files of the list and another submission of them in, what became of each finding out. */

import { call } from "./call.js";
import { newDesk } from "./desk.js";
import { download } from "./downloads.js";
import { byId, parsed, usable, isUsable } from "./element.js";
import { counted, isUnderWay, newFileList } from "./files.js";
import { say } from "./say.js";
import { newSending } from "./sending.js";
import { sorted } from "./taken.js";

const NAMES = { before: "整改前", after: "整改后" };

export function newComparison({ desk, ours }) {
  let other = begin();
  let state = null;
  let compared = null;
  const list = newFileList("other", remove);
  const radios = Array.from(document.querySelectorAll("[name=side]"));

  radios.forEach((radio) => radio.addEventListener("change", show));
  byId("compare").addEventListener("click", compare);
  byId("compare-xlsx").addEventListener("click", saveTable);
  byId("print-comparison").addEventListener("click", () => window.print());
  byId("other-clear").addEventListener("click", clear);

  function begin(lost = false) {
    const made = newDesk({ told: (news) => { state = news; show(); }, gone: () => { forgotten(); } });
    const sending = newSending({ desk: made, changed: () => show() });
    return { desk: made, sending, lost };
  }

  function clear() {
    other.desk.close();
    other = begin();
    state = null;
    show();
    byId("other-files").focus();
  }

  function forgotten() {
    other = begin(true);
    state = null;
    show();
  }

  function side() {
    return radios.find((radio) => radio.checked).value;
  }

  function take(found) {
    const { fit, unfit } = sorted(found);
    other.lost = false;
    say(`放入 ${fit.length} 个文件，作为${NAMES[side() === "after" ? "before" : "after"]}的文件`);
    return other.sending.add(fit, unfit);
  }

  async function remove(file) {
    other.sending.forget(file);
    if (file.id.startsWith("unsent-")) { return; }
    await other.desk.ask(`/files/${file.id}`, { method: "DELETE" }).catch(failed);
    await other.desk.look().catch(() => {});
  }

  function theirs() {
    return [...other.sending.lines(), ...(state?.files ?? [])];
  }

  function show() {
    const [mine, more] = [NAMES[side()], NAMES[side() === "after" ? "before" : "after"]];
    const files = theirs();
    byId("ours-title").textContent = `${mine}：核查清单里的文件`;
    byId("theirs-title").textContent = `${more}：另一批文件`;
    byId("ours-count").textContent = ours().files.length ? counted(ours().files) : "核查清单里还没有文件。";
    byId("other-count").textContent = files.length ? counted(files) : "";
    for (const id of ["other-box", "other-bar", "other-clear"]) { byId(id).hidden = !files.length; }
    list.show(files);
    tell(why(files, more));
  }

  function why(files, name) {
    if (other.lost) { return `核表程序重新启动过，请重新放入${name}的文件。`; }
    if (!ours().projects.length) { return "核查清单里还没有核查完的自评表，请先放入。"; }
    if (!files.length) { return `请放入${name}的文件。`; }
    if ([...files, ...ours().files].some(isUnderWay)) { return "等两边的文件都核查完，就可以对比。"; }
    return state?.projects.length ? "" : `${name}的文件里没有一张自评表，原因见清单。`;
  }

  function tell(reason) {
    const stale = compared && compared.of !== current();
    usable(byId("compare"), !reason);
    usable(byId("compare-xlsx"), Boolean(compared));
    byId("print-comparison").hidden = !compared;
    byId("compare-reason").textContent = reason || (stale ? "文件有变动，请重新对比；下面还是上一次的结果。" : "");
  }

  function current() {
    return JSON.stringify([side(), ours().projects, state?.projects]);
  }

  async function compare() {
    const button = byId("compare");
    if (!isUsable(button) || button.getAttribute("aria-busy") === "true") { say(byId("compare-reason").textContent); return; }
    byId("compare-failed").hidden = true;
    button.setAttribute("aria-busy", "true");
    try {
      await put(current());
    } catch (error) {
      failed(error);
    } finally {
      button.removeAttribute("aria-busy");
      show();
    }
  }

  async function put(of) {
    const [mine, more] = [await desk().open(), await other.desk.open()];
    const [before, after] = side() === "after" ? [more, mine] : [mine, more];
    const answer = await call(`/desks/${after}/comparison`, { method: "POST", json: { before }, patience: 0 });
    byId("compared").replaceChildren(parsed((await answer.json()).html));
    compared = { of, after };
    byId("compared-title").focus();
  }

  function saveTable(event) {
    const ask = () => call(`/desks/${compared.after}/comparison.xlsx`, { patience: 0 });
    download(event.currentTarget, byId("compare-failed"), ask, "整改对比.xlsx");
  }

  function failed(error) {
    byId("compare-failed").textContent = error.message;
    byId("compare-failed").hidden = false;
  }

  return { take, show, close: () => other.desk.close(), other: () => NAMES[side() === "after" ? "before" : "after"] };
}
