/* A request in, the answer out; what goes wrong is thrown as a sentence that can be shown. */

const KEY = "hebiao-token";
const PATIENCE = 30_000;
let listener = () => {};

export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

export class OutOfReach extends Error {}

/* Tell whether the program answers, each time it turns out. */
export function onReach(told) {
  listener = told;
}

/* The token of a page that is opened from another machine comes in the address, and is kept out of it. */
export function takeToken() {
  const found = /^#token=(.+)$/.exec(window.location.hash);
  if (!found) { return; }
  window.sessionStorage.setItem(KEY, decodeURIComponent(found[1]));
  window.history.replaceState(null, "", window.location.pathname);
}

export async function call(path, { method = "GET", body, json, patience = PATIENCE, signal } = {}) {
  const headers = { Accept: "application/json, */*" };
  const token = window.sessionStorage.getItem(KEY);
  if (token) { headers.Authorization = `Bearer ${token}`; }
  if (method !== "GET") { headers["X-Hebiao"] = "1"; }
  if (json !== undefined) { headers["Content-Type"] = "application/json"; }
  const content = json === undefined ? body : JSON.stringify(json);
  const answer = await asked(path, { method, headers, body: content }, patience, signal);
  if (!answer.ok) { throw new Refused(answer.status, await reasonOf(answer)); }
  return answer;
}

async function asked(path, request, patience, signal) {
  const giveUp = new AbortController();
  signal?.addEventListener("abort", () => giveUp.abort());
  const clock = patience ? window.setTimeout(() => giveUp.abort(), patience) : 0;
  try {
    const answer = await fetch(path, { ...request, signal: giveUp.signal, cache: "no-store" });
    listener(true);
    return answer;
  } catch {
    if (!signal?.aborted) { listener(false); }
    throw new OutOfReach("核表程序没有回应，可能已经关闭。重新打开核表程序后再试一次。");
  } finally {
    window.clearTimeout(clock);
  }
}

async function reasonOf(answer) {
  if (answer.status === 401 || answer.status === 403) {
    return "核表程序没有接受这个请求。请用程序给出的完整网址重新打开这一页。";
  }
  try {
    const problem = await answer.json();
    return [problem.title, problem.detail].filter(Boolean).join("：") || unexplained(answer.status);
  } catch {
    return unexplained(answer.status);
  }
}

function unexplained(status) {
  return `核表程序没有完成这个请求（${status}）。请再试一次；仍不行的，请告知核表的维护人员。`;
}
