/* The findings of a form in, the way from one to the next and to its cell and back out. */

import { byId, usable, isUsable } from "./element.js";
import { say } from "./say.js";

export function newSteps(place) {
  let findings = [];
  let at = -1;
  let atCell = false;

  byId("finding-before").addEventListener("click", (event) => step(event.currentTarget, -1));
  byId("finding-after").addEventListener("click", (event) => step(event.currentTarget, 1));
  byId("to-cell").addEventListener("click", cross);
  place.addEventListener("click", follow);
  window.addEventListener("hashchange", () => arrived(window.location.hash.slice(1)));

  function start(first = -1) {
    findings = Array.from(place.querySelectorAll(".finding"));
    at = Math.min(first, findings.length - 1);
    atCell = false;
    tell();
  }

  function step(button, way) {
    if (!isUsable(button)) { return; }
    at = Math.max(0, Math.min(findings.length - 1, at + way));
    if (atCell && cellLink(findings[at])) { toCell(); } else { toFinding(); }
    say(`问题 ${at + 1}，共 ${findings.length} 处：${findings[at].querySelector("h5, h6").textContent.trim()}`);
  }

  function cross() {
    if (!isUsable(byId("to-cell"))) { return; }
    if (at < 0) { at = 0; }
    if (atCell) { toFinding(); } else { toCell(); }
  }

  function toFinding() {
    atCell = false;
    window.location.replace(`#${findings[at].id}`);
    findings[at].focus({ preventScroll: true });
    tell();
  }

  function toCell() {
    const link = cellLink(findings[at]);
    if (link) { link.click(); } else { say("这个问题的位置不在表里，请看问题的说明"); }
  }

  /* A click on a place goes there by itself; here it is only noted, and told beside the cell. */
  function follow(event) {
    const link = event.target.closest("a");
    const finding = event.target.closest(".finding");
    if (link?.matches(".go") && finding) {
      noteCell(finding, link);
    } else if (!link && finding && !event.target.closest("button") && window.getSelection().isCollapsed) {
      cellLink(finding)?.click();
    }
  }

  function noteCell(finding, link) {
    at = findings.indexOf(finding);
    atCell = true;
    tell();
    const cell = byId(link.hash.slice(1));
    const badge = cell?.querySelector(`a[href="#${CSS.escape(finding.id)}"]`);
    window.setTimeout(() => badge?.focus({ preventScroll: true }), 30);
  }

  function arrived(id) {
    const index = findings.findIndex((each) => each.id === id);
    if (index < 0) { return; }
    at = index;
    atCell = false;
    tell();
  }

  function tell() {
    const number = findings.length;
    byId("finding-number").textContent = number ? `问题 ${at < 0 ? "—" : at + 1} / ${number}` : "没有问题";
    usable(byId("finding-before"), at > 0);
    usable(byId("finding-after"), at < number - 1);
    usable(byId("to-cell"), number > 0);
    byId("to-cell").textContent = atCell ? "回到问题" : wordsFor(number ? cellLink(findings[Math.max(at, 0)]) : null);
  }

  return { start, at: () => at };
}

export function wordsFor(link) {
  return link && /-p\d+$/.test(link.hash) ? "看原文" : "看单元格";
}

export function cellLink(finding) {
  return finding.querySelector(":scope > dl .go");
}
