/*
  Rows and a button in, the first of many items shown out, and more of them at each press.

  A browser takes seconds to lay out a table of a thousand rows, and nobody reads them at once.
*/

const PAGE = 200;

export function newPages(rows, button) {
  let all = [];
  let upTo = PAGE;

  button.addEventListener("click", () => {
    const next = all[upTo];
    showTo(upTo + PAGE);
    rows.at(next.id).querySelector("a, button").focus();
  });
  window.addEventListener("beforeprint", () => showTo(all.length));

  function show(items, fromStart = false) {
    all = items;
    if (fromStart) { upTo = PAGE; }
    rows.show(items.slice(0, upTo));
    const left = items.length - upTo;
    button.parentElement.hidden = left <= 0;
    button.textContent = `再显示 ${Math.min(PAGE, left)} 个（还有 ${left} 个）`;
  }

  function showTo(number) {
    if (number > upTo) { upTo = number; show(all); }
  }

  return { show, showTo };
}
