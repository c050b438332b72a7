/* The heads of a table in, the order of its rows out: by a click or a key on a head, and back. */

const RANKS = { red: 0, yellow: 1, blue: 2, green: 3 };
const FIGURES = new Set(["year", "stated", "recomputed", "errors", "warnings", "notes"]);
const words = new Intl.Collator("zh-CN", { numeric: true });

export function newOrder(heads, changed) {
  let by = null;
  let down = false;

  heads.forEach((button) => button.addEventListener("click", () => {
    const key = button.dataset.sort;
    down = by === key ? !down : FIGURES.has(key);
    by = key;
    heads.forEach((each) => mark(each, each === button ? (down ? "descending" : "ascending") : "none"));
    changed();
  }));

  function sort(projects) {
    if (!by) { return projects; }
    const sign = down ? -1 : 1;
    return projects.map((each, place) => ({ each, place, value: valueOf(each, by) }))
      .sort((a, b) => sign * compared(a.value, b.value) || a.place - b.place)
      .map(({ each }) => each);
  }

  return { sort };
}

function mark(button, way) {
  button.closest("th").setAttribute("aria-sort", way);
}

function valueOf(project, key) {
  if (key === "light") { return RANKS[project.light]; }
  if (!FIGURES.has(key)) { return project[key] ?? ""; }
  const figure = parseFloat(project[key]);
  return Number.isNaN(figure) ? -1 : figure;
}

function compared(a, b) {
  return typeof a === "number" ? a - b : words.compare(a, b);
}
