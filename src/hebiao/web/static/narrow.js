/* Words, lights, a rule and a unit chosen in, which projects are shown out. */

import { byId, make } from "./element.js";

const MANY = 300;

export function newNarrowing(changed) {
  const find = byId("find");
  const tiles = Array.from(document.querySelectorAll(".tile"));
  const choices = [byId("by-rule"), byId("by-unit")];
  let waiting = 0;
  let total = 0;

  find.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(changed, total > MANY ? 150 : 0);
  });
  byId("narrow").addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  choices.forEach((choice) => choice.addEventListener("change", changed));
  tiles.forEach((tile) => tile.addEventListener("click", () => {
    tile.setAttribute("aria-pressed", String(!isPressed(tile)));
    changed();
  }));
  byId("clear").addEventListener("click", () => { clear(); changed(); find.focus(); });

  function clear() {
    find.value = "";
    choices.forEach((choice) => { choice.value = ""; });
    tiles.forEach((tile) => tile.setAttribute("aria-pressed", "false"));
  }

  function offer(projects) {
    total = projects.length;
    fill(choices[0], "所有规则", tally(projects.flatMap((each) => [...new Set(each.codes)])), ruleTitle);
    fill(choices[1], "所有单位", tally(projects.map((each) => each.unit || "（没有填写）")), (unit) => unit);
    tiles.forEach((tile) => {
      const number = projects.filter((each) => each.light === tile.dataset.light).length;
      tile.querySelector(".count").textContent = number;
    });
  }

  function fits() {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const lights = tiles.filter(isPressed).map((tile) => tile.dataset.light);
    const [rule, unit] = choices.map((choice) => choice.value);
    return (each) => (!lights.length || lights.includes(each.light))
      && (!rule || each.codes.includes(rule))
      && (!unit || (each.unit || "（没有填写）") === unit)
      && wanted.every((word) => textOf(each).includes(word));
  }

  return { offer, fits, clear };
}

export function ruleTitle(code) {
  const option = byId("rule-titles").content.querySelector(`option[value="${CSS.escape(code)}"]`);
  return option ? `${code} ${option.textContent}` : code;
}

function isPressed(tile) {
  return tile.getAttribute("aria-pressed") === "true";
}

const texts = new WeakMap();

function textOf(each) {
  if (!texts.has(each)) {
    const { project, unit, year, file_name: file, codes } = each;
    texts.set(each, [project, unit, year, file, ...codes].join(" ").toLowerCase());
  }
  return texts.get(each);
}

function tally(values) {
  const numbers = new Map();
  values.forEach((value) => numbers.set(value, (numbers.get(value) ?? 0) + 1));
  return [...numbers].sort(([a], [b]) => a.localeCompare(b, "zh-CN"));
}

/* The options are drawn again only when they are others, and what was chosen stays chosen. */
function fill(choice, all, numbers, name) {
  const written = JSON.stringify(numbers);
  if (choice.dataset.written === written) { return; }
  const chosen = choice.value;
  choice.dataset.written = written;
  choice.replaceChildren(
    make("option", { value: "" }, all),
    ...numbers.map(([value, number]) => make("option", { value }, `${name(value)}（${number} 个项目）`)),
  );
  choice.value = numbers.some(([value]) => value === chosen) ? chosen : "";
}
