/* A finding in, a waiver of it with its reason out; and the waivers there are, each to be taken back. */

import { asked } from "./dialog.js";
import { byId, make } from "./element.js";
import { newRows } from "./rows.js";
import { ruleTitle } from "./narrow.js";
import { cellLink } from "./steps.js";

/* A waiver is of one rule at one place: what else it lets pass there is said before. */
export async function reasonFor(finding) {
  const code = codeOf(finding);
  const alike = Array.from(finding.closest("article").querySelectorAll(".finding"))
    .filter((each) => codeOf(each) === code && placeOf(each) === placeOf(finding)).length;
  const field = byId("waive-reason");
  const wrong = byId("waive-wrong");
  byId("waive-what").textContent = `${ruleTitle(code)}：${finding.querySelector(".message").textContent}`;
  byId("waive-how-many").textContent = [
    "只豁免这一处，同一条规则在别处的问题照常列出。",
    alike > 1 ? `这一处有 ${alike} 个 ${code} 的问题，会一起豁免。` : "",
    "豁免的问题不计入错误、警告和提示，另外列出。",
  ].join("");
  field.value = "";
  wrong.textContent = "";
  field.removeAttribute("aria-invalid");
  return asked(byId("waive"), () => {
    const reason = field.value.trim();
    if (!reason) {
      wrong.textContent = "请写明理由，例如：三年项目，目标为三年合计。";
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
    return reason;
  });
}

function codeOf(finding) {
  return finding.querySelector(".code").textContent;
}

function placeOf(finding) {
  return cellLink(finding)?.hash ?? finding.querySelector(":scope > dl > dd").textContent;
}

export function newWaivers(takeBack) {
  const rows = newRows(byId("waivers-rows"), (waiver) => drawn(waiver, takeBack));
  return {
    show(waivers) {
      byId("waivers").hidden = waivers.length === 0;
      byId("waivers-title").textContent = `豁免（${waivers.length} 条，不计入问题）`;
      rows.show(waivers.map((each) => ({ ...each, id: `${each.n}-${each.form}` })));
    },
  };
}

function drawn(waiver, takeBack) {
  return make(
    "tr", {},
    make("th", { scope: "row" }, make("a", { href: `#form-${waiver.form}` }, waiver.project || "（没有填写项目名称）")),
    make("td", {}, make("span", { class: "code" }, waiver.code), " ", waiver.title),
    make("td", {}, waiver.where ? `${waiver.where}，${waiver.message}` : waiver.message),
    make("td", {}, waiver.reason),
    make("td", { class: "n" }, waiver.fixed ? "单位设置" : backButton(waiver, takeBack)),
  );
}

export function backButton(waiver, takeBack) {
  const label = `撤销豁免：${waiver.code} ${waiver.project}`;
  const button = make("button", { type: "button", class: "small", "aria-label": label }, "撤销豁免");
  button.addEventListener("click", () => takeBack(waiver));
  return button;
}
