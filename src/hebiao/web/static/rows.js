/*
  Items in, the rows of a table out; only what is another than before is drawn again, so that a
  table of a thousand projects stays quick and a row keeps the focus.
*/

export function newRows(body, draw) {
  const known = new Map();

  function show(items) {
    const present = new Set();
    const wanted = items.map((item) => {
      present.add(item.id);
      return row(item);
    });
    for (const [id, each] of known) {
      if (!present.has(id)) { each.element.remove(); known.delete(id); }
    }
    arrange(wanted);
  }

  function row(item) {
    const written = JSON.stringify(item);
    const old = known.get(item.id);
    if (old && old.written === written) { return old.element; }
    const element = draw(item);
    if (old) { takePlace(old.element, element); }
    known.set(item.id, { element, written });
    return element;
  }

  function takePlace(old, element) {
    const focused = old.contains(document.activeElement);
    element.hidden = old.hidden;
    old.replaceWith(element);
    if (focused) { element.querySelector("a, button")?.focus(); }
  }

  function arrange(wanted) {
    const focused = body.contains(document.activeElement) ? document.activeElement : null;
    let here = body.firstElementChild;
    for (const element of wanted) {
      if (element === here) { here = here.nextElementSibling; }
      else { body.insertBefore(element, here); }
    }
    if (focused && document.activeElement !== focused) { focused.focus({ preventScroll: true }); }
  }

  return { show, at: (id) => known.get(id)?.element };
}
