/* Everything on the page put together: one desk, what it says, and what is done with it. */

import { onReach, takeToken } from "./call.js";
import { onChoice } from "./chooser.js";
import { newComparison } from "./compare.js";
import { newDesk } from "./desk.js";
import { areYouSure } from "./dialog.js";
import { download, newDownloads } from "./downloads.js";
import { onDrop } from "./drop.js";
import { byId } from "./element.js";
import { newFileList } from "./files.js";
import { newFormView } from "./form.js";
import { newOverview } from "./overview.js";
import { newProjects } from "./projects.js";
import { say } from "./say.js";
import { newSending } from "./sending.js";
import { sorted } from "./taken.js";
import { showTogether } from "./together.js";
import { desksGone, failed, hide, reached } from "./trouble.js";
import { newViews } from "./views.js";
import { newWaivers, reasonFor } from "./waive.js";

const EMPTY = { revision: -1, files: [], projects: [], waivers: [], across: [], remarks: [], counts: null };
let state = EMPTY;
let work = begin();

const ask = (path, request) => work.desk.ask(path, request);
const lines = () => [...work.sending.lines(), ...state.files];
const projects = newProjects(showList);
const files = newFileList("files", removeFile);
const overview = newOverview();
const downloads = newDownloads({ ask, projects });
const waivers = newWaivers(takeBack);
const form = newFormView({ ask, projects, waive, takeBack, waivers: () => state.waivers });
const comparison = newComparison({ desk: () => work.desk, ours: () => ({ ...state, files: lines() }) });
const views = newViews({ formAt: form.formAt, shown });

function begin() {
  const desk = newDesk({ told, gone });
  return { desk, sending: newSending({ desk, changed: () => showFiles() }) };
}

function told(news) {
  state = { ...EMPTY, ...news };
  projects.show(state);
  waivers.show(state.waivers);
  showTogether(state.across);
  showFiles();
  form.refresh();
}

function showFiles() {
  files.show(lines());
  overview.show(state, lines());
  showList();
  comparison.show();
}

function showList() {
  downloads.show(overview.whyNoDownload(state, lines()));
}

/* The program was started anew: what is on the page is kept to be read, until files are given again. */
function gone() {
  const given = work.sending.given();
  desksGone(given.length, () => { startOver(); work.sending.add(given, []); });
  work.lost = true;
}

function startOver() {
  work.desk.close();
  work = begin();
  state = EMPTY;
  hide();
  told(EMPTY);
  window.location.hash = "#overview";
}

function take(found) {
  if (views.now().view === "comparison") { comparison.take(found); return; }
  if (work.lost) { startOver(); }
  window.location.hash = "#overview";
  const { fit, unfit, passed } = sorted(found);
  const others = passed ? `，文件夹里另有 ${passed} 个不是 Word 的文件没有放入` : "";
  if (fit.length + unfit.length || passed) { say(`放入 ${fit.length} 个文件${others}`); }
  overview.passedOver(passed);
  work.sending.add(fit, unfit).catch((error) => failed(error.message));
}

async function removeFile(file) {
  work.sending.forget(file);
  if (!file.id.startsWith("unsent-")) { await changed(() => ask(`/files/${file.id}`, { method: "DELETE" })); }
  say(`已移走 ${file.name}`);
  byId(lines().length ? "files-title" : "choose-files").focus();
}

async function waive(id, finding) {
  const reason = await reasonFor(finding);
  if (!reason) { return; }
  const body = { form: id, finding: Number(finding.dataset.finding), reason };
  if (await changed(() => ask("/waivers", { method: "POST", json: body }))) {
    say("已豁免，不再计入问题");
    byId("form-view-title").focus({ preventScroll: true });
  }
}

async function takeBack(waiver) {
  if (await changed(() => ask(`/waivers/${waiver.n}`, { method: "DELETE" }))) {
    say("已撤销豁免，重新计入问题");
    byId(views.now().view === "overview" ? "list-title" : "form-view-title").focus({ preventScroll: true });
  }
}

async function changed(request) {
  try {
    await request();
    await work.desk.look();
    return true;
  } catch (error) {
    failed(error.message);
    return false;
  }
}

function shown(now, before) {
  document.title = "核表　绩效自评表核查";
  if (now.view === "form-view") {
    document.title = `${projects.find(now.form)?.project || "项目"}　核表`;
    form.show(now.form);
  } else if (now.view === "overview") {
    if (before.form) { projects.focus(before.form); } else { byId("overview").focus(); }
  } else {
    byId("comparison").focus();
  }
}

byId("start-over").addEventListener("click", async () => {
  const what = "这一页里的文件、结果和豁免都会移走；原文件不受影响。还没有下载的请先下载。";
  if (await areYouSure("全部移走？", what, "全部移走")) { startOver(); work.desk.open(); byId("choose-files").focus(); }
});
byId("waivers-file").addEventListener("click", (event) => {
  download(event.currentTarget, byId("downloads-failed"), () => ask("/waivers.toml"), "waivers.toml");
});
onChoice("choose-files", "choose-folder", take);
onChoice("other-files", "other-folder", (found) => comparison.take(found));
onDrop({ words: () => (views.now().view === "comparison" ? `放开鼠标，作为${comparison.other()}的文件` : "放开鼠标，开始核查"), take });
onReach(reached);
/* Whoever comes back by the browser's own way finds an empty page: the files are gone by then. */
window.addEventListener("pagehide", () => { work.desk.close(); comparison.close(); });
window.addEventListener("pageshow", (event) => { if (event.persisted) { window.location.reload(); } });

takeToken();
told(EMPTY);
views.route();
byId("starting").hidden = true;
work.desk.open().catch((error) => failed(error.message));
