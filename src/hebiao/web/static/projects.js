/* The projects of a desk in, the list of them out: narrowed, in order, each a way to its form. */

import { byId, make } from "./element.js";
import { newPages } from "./more.js";
import { newNarrowing } from "./narrow.js";
import { newOrder } from "./order.js";
import { newRows } from "./rows.js";

const NUMBERS = ["errors", "warnings", "notes"];

export function newProjects(changed) {
  const rows = newRows(byId("projects"), drawn);
  const pages = newPages(rows, byId("more"));
  const heads = Array.from(document.querySelectorAll(".sort"));
  const narrowing = newNarrowing(() => draw(true));
  const order = newOrder(heads, () => draw(true));
  let projects = [];
  let visible = [];
  function show(state) {
    const names = new Map(state.files.map((file) => [file.id, file.name]));
    projects = state.projects.map((each) => ({ ...each, file_name: names.get(each.file) ?? "" }));
    narrowing.offer(projects);
    draw();
  }

  function draw(fromStart = false) {
    visible = order.sort(projects.filter(narrowing.fits()));
    pages.show(visible, fromStart);
    byId("none").hidden = visible.length > 0;
    byId("shown").textContent = `显示 ${visible.length} / ${projects.length} 个项目`;
    changed();
  }

  function focus(id) {
    pages.showTo(visible.findIndex((each) => each.id === id) + 1);
    const link = rows.at(id)?.querySelector("a");
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "center" });
  }

  return {
    show, focus,
    clear: narrowing.clear,
    all: () => projects, visible: () => visible, find: (id) => projects.find((each) => each.id === id),
  };
}

export function nameOf(project) {
  return project.project || "（没有填写项目名称）";
}

export function lamp(light) {
  return byId(`lamp-${light}`).content.cloneNode(true);
}

function drawn(each) {
  return make(
    "tr", { "data-form": each.id },
    make("td", { class: "nowrap" }, lamp(each.light)),
    make(
      "th", { scope: "row" },
      make("a", { href: `#form-${each.id}` }, nameOf(each)),
      each.left ? make("small", {}, `${each.left} 处未核对或未识别`) : null,
      each.waived ? make("small", {}, `豁免 ${each.waived} 处`) : null,
    ),
    make("td", {}, each.unit || "没有填写"),
    ...[each.year, each.stated, each.recomputed].map((value) => make("td", { class: "n" }, String(value ?? "—"))),
    ...NUMBERS.map((name) => make("td", { class: each[name] ? "n" : "n nil" }, String(each[name]))),
    make("td", { class: "file" }, each.file_name, " ", make("span", { class: "nowrap" }, `表${each.table}`)),
  );
}
