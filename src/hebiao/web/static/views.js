/*
  The address in, the view that is shown out.

    #overview          the list            #form-f1-1         a project
    #comparison        the comparison      #f3a9c1d204b-1-…   a place in a project shown before
*/

const PLACE = /^#(f[0-9a-f]{10}-\d+)(?:-|$)/;

export function newViews({ formAt, shown }) {
  let current = { view: "overview", form: null };

  function route() {
    const wanted = read(window.location.hash);
    if (!wanted || (wanted.view === current.view && wanted.form === current.form)) { return; }
    const before = current;
    current = wanted;
    for (const view of ["overview", "form-view", "comparison"]) {
      document.getElementById(view).hidden = view !== wanted.view;
    }
    document.querySelectorAll(".views a").forEach((link) => mark(link, wanted.view));
    shown(wanted, before);
  }

  function read(hash) {
    if (hash === "" || hash === "#overview") { return { view: "overview", form: null }; }
    if (hash === "#comparison") { return { view: "comparison", form: null }; }
    if (hash.startsWith("#form-") && hash !== "#form-view") { return { view: "form-view", form: hash.slice(6) }; }
    const place = PLACE.exec(hash);
    const form = place && formAt(place[1]);
    return form ? { view: "form-view", form } : null;
  }

  window.addEventListener("hashchange", route);
  return { route, now: () => current };
}

function mark(link, view) {
  if (link.hash === `#${view}`) { link.setAttribute("aria-current", "page"); }
  else { link.removeAttribute("aria-current"); }
}
