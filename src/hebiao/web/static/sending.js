/*
  Files in, sent to a desk a few at a time, so that the first are checked while the last are sent.

  `lines()` are those that the server does not list: not sent yet, or not to be sent at all;
  `given()` all that were to be sent, for a server that has forgotten them.
*/

import { OutOfReach } from "./call.js";

const MANY = 20;
const AGAIN = 1500;
const LARGE = 20 * 1024 * 1024;
const UNREADABLE = "读不到这个文件，可能已被移走、改名或正被占用；请重新放入。";
let number = 0;

export function newSending({ desk, changed }) {
  let queue = [];
  let unsent = [];
  let given = [];
  let running = false;

  function add(fit, unfit) {
    given.push(...fit);
    queue.push(...fit.map((each) => line(each, "queued")));
    unsent.push(...unfit.map((each) => line(each, "refused", each.problem)));
    changed();
    return run();
  }

  /* What did not arrive because nobody answered stays in the queue, and is tried again. */
  async function run() {
    if (running) { return; }
    running = true;
    try {
      while (queue.length) { await send(batch()); }
    } catch (error) {
      queue.forEach((each) => { each.status = "queued"; });
      if (!(error instanceof OutOfReach)) { throw error; }
      window.setTimeout(run, AGAIN);
    } finally {
      running = false;
      changed();
    }
  }

  function batch() {
    let bytes = 0;
    const some = [];
    for (const each of queue) {
      bytes += each.file.size;
      if (some.length && (some.length === MANY || bytes > LARGE)) { break; }
      some.push(each);
    }
    return some;
  }

  async function send(some) {
    some.forEach((each) => { each.status = "sending"; });
    changed();
    try {
      await put(some);
      await desk.look();
    } catch (error) {
      const answers = error instanceof OutOfReach ? await desk.look() : true;
      if (answers && some.length > 1) { return sendOneByOne(some); }
      setAside(some, error instanceof OutOfReach ? UNREADABLE : error.message);
    }
    queue = queue.filter((each) => !some.includes(each));
    changed();
  }

  async function sendOneByOne(some) {
    for (const each of some) { await send([each]); }
  }

  function setAside(some, message) {
    some.forEach((each) => Object.assign(each, { status: "refused", problem: { message } }));
    unsent.push(...some);
  }

  function put(some) {
    const form = new FormData();
    some.forEach((each) => form.append("files", each.file, each.name));
    return desk.ask("/files", { method: "POST", body: form, patience: 0 });
  }

  function forget({ id, name }) {
    queue = queue.filter((each) => each.id !== id);
    unsent = unsent.filter((each) => each.id !== id);
    given = given.filter((each) => each.path !== name);
    changed();
  }

  return {
    add, run, forget,
    lines: () => [...unsent, ...queue], isBusy: () => queue.length > 0, given: () => given,
  };
}

function line(each, status, problem = "") {
  number += 1;
  return {
    id: `unsent-${number}`, name: each.path, file: each.file, size: each.file.size, status,
    problem: problem ? { message: problem } : null,
  };
}
