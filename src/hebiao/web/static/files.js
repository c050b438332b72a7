/* The files of a desk and those on their way in, the list of them with its progress out. */

import { byId, make } from "./element.js";
import { newPages } from "./more.js";
import { newRows } from "./rows.js";

const STATUS = {
  queued: ["…", "等待送入"], sending: ["…", "正在送入"], waiting: ["…", "等待核查"],
  checking: ["…", "正在核查"], checked: ["√", "已核查"], no_form: ["—", "没有自评表"],
  unreadable: ["×", "无法读取"], refused: ["×", "没有送入"],
};
const UNDER_WAY = new Set(["queued", "sending", "waiting", "checking"]);
const TROUBLED = new Set(["no_form", "unreadable", "refused"]);

/* Troubled files stand first; they are few and need a look. */
export function newFileList(name, remove) {
  const rows = newRows(byId(`${name}-rows`), (file) => drawn(file, remove));
  const pages = newPages(rows, byId(`${name}-more`));
  return {
    show(files) {
      pages.show([...files.filter(isTroubled), ...files.filter((file) => !isTroubled(file))].map(bare));
      const bar = byId(`${name}-bar`);
      bar.max = Math.max(1, files.length);
      bar.value = files.length - files.filter(isUnderWay).length;
      byId(`${name}-count`).textContent = counted(files);
    },
  };
}

export function isUnderWay(file) {
  return UNDER_WAY.has(file.status);
}

export function isTroubled(file) {
  return TROUBLED.has(file.status);
}

export function counted(files) {
  const left = files.filter(isUnderWay).length;
  const troubled = files.filter(isTroubled).length;
  const apart = troubled ? `，${troubled} 个没有核查（原因见清单）` : "";
  const done = files.length - left - troubled;
  if (left) { return `${files.length} 个文件：核查完 ${done} 个${apart}，还有 ${left} 个`; }
  return `${files.length} 个文件：${apart ? `${done} 个已核查${apart}` : "全部已核查"}`;
}

function bare({ id, name, status, problem, forms }) {
  return { id, name, status, problem, forms };
}

function drawn(file, remove) {
  const [sign, word] = STATUS[file.status] ?? ["…", file.status];
  const button = make("button", { type: "button", class: "small", "aria-label": `移走 ${file.name}` }, "移走");
  button.addEventListener("click", () => remove(file));
  return make(
    "tr", { class: `status ${file.status}${isTroubled(file) ? " troubled" : ""}` },
    make("td", { class: "nowrap" }, make("span", { class: "sign", "aria-hidden": "true" }, sign), word),
    make("td", { class: "name" }, file.name),
    make("td", {}, file.problem ? file.problem.message : told(file)),
    make("td", { class: "n" }, button),
  );
}

function told(file) {
  return file.status === "checked" ? `${file.forms} 张自评表` : "";
}
