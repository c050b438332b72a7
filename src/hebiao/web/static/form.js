/* A project chosen in, its form as the report has it out, with what can be done about a finding. */

import { byId, make, parsed, usable, isUsable } from "./element.js";
import { newSteps, cellLink, wordsFor } from "./steps.js";
import { backButton } from "./waive.js";

const WAIVED = /（豁免第 (\d+) 条）\s*$/;

export function newFormView({ ask, projects, waive, takeBack, waivers }) {
  const place = byId("form-place");
  const steps = newSteps(place);
  const anchors = new Map();
  let shown = null;
  let written = "";

  byId("form-before").addEventListener("click", (event) => go(event.currentTarget, -1));
  byId("form-after").addEventListener("click", (event) => go(event.currentTarget, 1));
  byId("print-form").addEventListener("click", () => window.print());
  document.addEventListener("keydown", pressed);

  async function show(id) {
    shown = id;
    place.replaceChildren(make("p", { class: "lead" }, "正在打开……"));
    window.scrollTo(0, 0);
    if (await load() && !byId(window.location.hash.slice(1))) { byId("form-view-title").focus({ preventScroll: true }); }
  }

  /* A place that was linked to is only there once the form is. */
  async function load(first = -1) {
    const id = shown;
    written = signature();
    tell();
    place.setAttribute("aria-busy", "true");
    try {
      const html = await (await ask(`/forms/${encodeURIComponent(id)}`)).text();
      if (id !== shown) { return false; }
      put(html, first);
    } catch (error) {
      place.replaceChildren(make("p", { class: "failed", role: "alert" }, `没有打开这个项目：${error.message}`));
      return false;
    } finally {
      place.removeAttribute("aria-busy");
    }
    return true;
  }

  function put(html, first) {
    place.replaceChildren(parsed(html));
    const article = place.querySelector("article");
    anchors.set(article.id, shown);
    article.querySelectorAll(".finding").forEach(addActs);
    addBacks(article);
    steps.start(first);
    if (window.location.hash.startsWith(`#${article.id}`)) { window.location.replace(window.location.hash); }
  }

  function addActs(finding) {
    const acts = make("p", { class: "acts" });
    const link = cellLink(finding);
    if (link) { acts.append(make("a", { class: "go button small", href: link.getAttribute("href") }, wordsFor(link))); }
    if (finding.dataset.finding) {
      const button = make("button", { type: "button", class: "small" }, "豁免……");
      button.addEventListener("click", () => waive(shown, finding));
      acts.append(button);
    }
    finding.querySelector(":scope > dl").after(acts);
  }

  function addBacks(article) {
    article.querySelectorAll(".apart li").forEach((item) => {
      const number = Number(WAIVED.exec(item.textContent)?.[1]);
      const waiver = waivers().find((each) => each.n === number && each.form === shown && !each.fixed);
      if (waiver) { item.append(" ", backButton(waiver, takeBack)); }
    });
  }

  /* When a waiver was added or taken back, the form is judged again, and drawn where one was. */
  async function refresh() {
    if (!shown || byId("form-view").hidden) { return; }
    if (!projects.find(shown)) { window.location.hash = "#overview"; return; }
    tell();
    if (signature() === written) { return; }
    const top = window.scrollY;
    if (await load(steps.at())) { window.scrollTo(0, top); }
  }

  function signature() {
    return JSON.stringify([projects.find(shown), waivers().filter((each) => each.form === shown)]);
  }

  function around() {
    const visible = projects.visible();
    return visible.some((each) => each.id === shown) ? visible : projects.all();
  }

  function go(button, way) {
    const some = around();
    const next = some[some.findIndex((each) => each.id === shown) + way];
    if (isUsable(button) && next) { window.location.hash = `#form-${next.id}`; }
  }

  function tell() {
    const some = around();
    const index = some.findIndex((each) => each.id === shown);
    byId("form-number").textContent = `项目 ${index + 1} / ${some.length}`;
    usable(byId("form-before"), index > 0);
    usable(byId("form-after"), index >= 0 && index < some.length - 1);
  }

  return { show, refresh, formAt: (anchor) => anchors.get(anchor) };
}

const KEYS = {
  ArrowDown: "finding-after", ArrowUp: "finding-before", Enter: "to-cell",
  PageDown: "form-after", PageUp: "form-before",
};

function pressed(event) {
  const plain = event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey;
  const open = document.querySelector("dialog[open]") || byId("form-view").hidden;
  if (!plain || open || !KEYS[event.key]) { return; }
  event.preventDefault();
  byId(KEYS[event.key]).click();
}
