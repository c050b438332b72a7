/* The state of a desk in, the sentence, the lights and the progress at the head of the list out. */

import { byId, make } from "./element.js";
import { counted, isTroubled, isUnderWay } from "./files.js";
import { say } from "./say.js";

const SELDOM = 5000;

export function newOverview() {
  let busy = false;
  let last = 0;
  let passed = 0;
  let troubled = false;

  const fold = byId("files-fold");
  fold.addEventListener("click", () => { unfold(!isUnfolded()); showBox(); });
  byId("print-list").addEventListener("click", () => window.print());

  /* Folded, the list still shows the files that were not checked. */
  function unfold(open) {
    fold.setAttribute("aria-expanded", String(open));
    fold.textContent = open ? "收起文件清单" : "看全部文件";
    byId("files-box").classList.toggle("folded", !open);
  }

  function isUnfolded() {
    return fold.getAttribute("aria-expanded") === "true";
  }

  function showBox() {
    byId("files-box").hidden = !troubled && !isUnfolded();
  }

  function show(state, files) {
    const some = files.length > 0;
    byId("intake").classList.toggle("empty", !some);
    byId("first-steps").hidden = some;
    byId("start-over").hidden = !some;
    byId("files").hidden = !some;
    byId("results").hidden = !state.projects.length;
    byId("list").hidden = !state.projects.length;
    if (state.counts) { byId("lead").replaceChildren(...lead(state.counts)); }
    showRemarks(state.remarks);
    progress(files, state);
  }

  function showRemarks(remarks) {
    const all = passed ? [...remarks, `文件夹里另有 ${passed} 个不是 Word 的文件，没有放入。`] : remarks;
    byId("remarks").hidden = !all.length;
    byId("remarks").replaceChildren(...all.map((each) => make("li", {}, each)));
  }

  /* It is read out when it begins, now and then, and when it ends; not with every file. */
  function progress(files, state) {
    const now = files.some(isUnderWay);
    const time = Date.now();
    if (now && !busy) { unfold(true); last = time; }
    if (now && time - last > SELDOM) { last = time; say(counted(files)); }
    if (!now && busy) {
      say(`${counted(files)}。${state.counts ? byId("lead").textContent : ""}`);
      unfold(false);
    }
    troubled = files.some(isTroubled);
    showBox();
    busy = now;
  }

  return {
    show,
    passedOver(number) { passed = number; },
    whyNoDownload(state, files) {
      if (!files.length) { return "放入文件、核查完以后才能下载。"; }
      if (files.some(isUnderWay)) { return "还在核查，全部核查完以后才能下载。"; }
      return state.projects.length ? "" : "没有一张自评表可以核查，原因见文件清单。";
    },
  };
}

function lead({ files, forms, errors, warnings, notes, waived }) {
  const bold = (number) => make("b", {}, String(number));
  return [
    `核查了 ${files} 个文件里的 `, bold(forms), " 张自评表：错误 ", bold(errors), " 处，警告 ", bold(warnings),
    " 处，提示 ", bold(notes), " 处", waived ? `；另有豁免 ${waived} 处，不计在内。` : "。",
  ];
}
