/* Whether the program answers in, a clear sentence at the head of the page out. */

import { byId, make } from "./element.js";
import { say } from "./say.js";

const LOST = "核表程序没有回应，可能已经关闭，或者电脑刚从睡眠中醒来。已经显示的内容还在；请看核表的窗口是否还开着，"
  + "关了的话重新打开，这一页会自己接上。如果打开的是另一页，就用那一页，这一页可以关掉。";
const GONE = "核表程序重新启动过，原来放入的文件和结果已经不在了（豁免也要重写）。请重新放入文件";

let lost = false;

export function reached(yes) {
  if (yes && lost) { lost = false; hide(); say("核表程序已经接上"); }
  if (!yes && !lost) { lost = true; show("lost", LOST); }
}

export function isLost() {
  return lost;
}

/* The page still holds what was given to it, so that one button sends it all again. */
export function desksGone(number, again) {
  lost = false;
  if (!number) { show("gone", `${GONE}。`); return; }
  const button = make("button", { type: "button" }, `重新核查刚才的 ${number} 个文件`);
  button.addEventListener("click", again);
  show("gone", `${GONE}，或者按右边的按钮。`, button);
}

export function hide() {
  byId("trouble").hidden = true;
}

export function failed(sentence) {
  const button = make("button", { type: "button" }, "知道了");
  button.addEventListener("click", hide);
  show("failed", sentence, button);
}

function show(kind, sentence, ...buttons) {
  const place = byId("trouble");
  place.dataset.kind = kind;
  place.replaceChildren(make("p", {}, sentence), ...buttons);
  place.hidden = false;
}
