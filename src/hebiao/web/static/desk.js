/*
  A desk of the server: its state is asked for again and again, and told whenever it is another.

  `told(state)` hears each state, `gone()` that the server does not know the desk any more.
*/

import { call, Refused } from "./call.js";

const AGAIN = 1500;
const BUSY = 400;
const CALM = 100;

export function newDesk({ told, gone }) {
  let opening = null;
  let id = null;
  let revision = 0;
  let ended = false;
  const leaving = new AbortController();

  async function open() {
    opening ??= begin();
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  async function begin() {
    const answer = await call("/desks", { method: "POST" });
    id = (await answer.json()).desk;
    follow();
    return id;
  }

  async function follow() {
    while (!ended) {
      try {
        const state = await look(`?since=${revision}`);
        await pause(isBusy(state) ? BUSY : CALM);
      } catch (error) {
        if (error instanceof Refused && error.status === 404) {
          if (!ended) { ended = true; gone(); }
          return;
        }
        await pause(AGAIN);
      }
    }
  }

  async function look(query = "") {
    const state = await (await call(`/desks/${id}${query}`, { signal: leaving.signal })).json();
    if (!ended && state.revision > revision) {
      revision = state.revision;
      told(state);
    }
    return state;
  }

  async function ask(path, request) {
    return call(`/desks/${await open()}${path}`, request);
  }

  function close() {
    if (id && !ended) { navigator.sendBeacon(`/desks/${id}/close`); }
    ended = true;
    leaving.abort();
  }

  return { open, look, ask, close, isOpen: () => id !== null && !ended };
}

export function isBusy(state) {
  return state.files.some((file) => file.status === "waiting" || file.status === "checking");
}

function pause(time) {
  return new Promise((go) => { window.setTimeout(go, time); });
}
