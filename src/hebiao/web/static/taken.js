/* What was dropped or chosen in, the files to be sent out: those of folders, with their paths. */

const LIMITS = document.body.dataset;
const ENDINGS = LIMITS.endings.split(" ");
const LOCK = /^(~\$|\.~|\._|\.)/;

/* Entries must be asked for at once: after the first wait the browser has let go of them. */
export async function dropped(transfer) {
  const items = Array.from(transfer.items || []).filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries.filter(Boolean)) {
    if (entry instanceof File) { found.push({ file: entry, path: entry.name, folder: false }); }
    else { await walk(entry, "", found); }
  }
  return found;
}

export function chosen(input) {
  const found = Array.from(input.files, (file) => ({
    file, path: file.webkitRelativePath || file.name, folder: Boolean(file.webkitRelativePath),
  }));
  input.value = "";
  return found;
}

async function walk(entry, folder, found) {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise((done) => { entry.file(done, () => done(null)); });
    if (file) { found.push({ file, path, folder: folder !== "" }); }
    return;
  }
  for (const inner of await contents(entry)) { await walk(inner, `${path}/`, found); }
}

async function contents(folder) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done) => { reader.readEntries(done, () => done([])); });
    if (!some.length) { return found; }
    found.push(...some);
  }
}

/* Of a folder everything else is passed over; what was named itself is told why it cannot be sent. */
export function sorted(found) {
  const fit = [];
  const unfit = [];
  let passed = 0;
  for (const each of found) {
    const name = each.file.name;
    const wrong = LOCK.test(name) || !ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
    if (wrong && each.folder) { passed += 1; continue; }
    const problem = problemOf(each.file, wrong);
    if (problem) { unfit.push({ ...each, problem }); } else { fit.push(each); }
  }
  return { fit, unfit, passed };
}

function problemOf(file, wrong) {
  if (LOCK.test(file.name)) { return "这是 Word 打开文件时的临时文件，不是自评表；请放入原文件。"; }
  if (wrong) { return `不是 Word 文件，没有送去核查。可以放 ${ENDINGS.join("、")}。`; }
  if (file.size > Number(LIMITS.mostBytes)) {
    return `文件有 ${Math.ceil(file.size / 1048576)} MB，超过了每个文件 ${Number(LIMITS.mostBytes) / 1048576} MB 的上限；去掉里面的图片后再放入。`;
  }
  return file.size === 0 ? "文件是空的（0 字节），请核对是不是没有下载完。" : "";
}
