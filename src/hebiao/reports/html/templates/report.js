(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  };

  /* The overview: which projects are shown. */
  var tools = byId("tools"), find = byId("find");
  var tiles = all(".tile"), rows = all("#rows > tr");
  var entries = rows.map(function (row) {
    var text = row.textContent + " " + row.getAttribute("data-codes");
    return {
      row: row, form: byId(row.getAttribute("data-form")),
      light: row.getAttribute("data-light"), text: text.toLowerCase().replace(/\s+/g, " ")
    };
  });

  function narrow() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var lights = tiles.filter(function (tile) { return tile.getAttribute("aria-pressed") === "true"; })
      .map(function (tile) { return tile.getAttribute("data-light"); });
    var number = 0;
    entries.forEach(function (entry) {
      var fits = (!lights.length || lights.indexOf(entry.light) >= 0) &&
        words.every(function (word) { return entry.text.indexOf(word) >= 0; });
      entry.row.hidden = !fits;
      if (entry.form) { entry.form.hidden = !fits; }
      number += fits ? 1 : 0;
    });
    byId("none").hidden = number > 0;
    byId("shown").textContent = "显示 " + number + " / " + entries.length + " 个项目";
  }

  function print(brief) {
    document.body.className = brief ? "brief" : "";
    window.print();
  }

  if (tools) {
    var waiting = 0;
    tools.hidden = false;
    tiles.forEach(function (tile) {
      tile.disabled = false;
      tile.addEventListener("click", function () {
        tile.setAttribute("aria-pressed", String(tile.getAttribute("aria-pressed") !== "true"));
        narrow();
      });
    });
    find.addEventListener("input", function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(narrow, entries.length > 300 ? 200 : 0);
    });
    tools.addEventListener("submit", function (event) { event.preventDefault(); narrow(); });
    byId("clear").addEventListener("click", function () {
      find.value = "";
      tiles.forEach(function (tile) { tile.setAttribute("aria-pressed", "false"); });
      narrow();
      find.focus();
    });
    all("[data-find]").forEach(function (link) {
      link.addEventListener("click", function () {
        find.value = link.getAttribute("data-find");
        narrow();
      });
    });
    byId("print-overview").addEventListener("click", function () { print(true); });
    byId("print-all").addEventListener("click", function () { print(false); });
    window.addEventListener("afterprint", function () { document.body.className = ""; });
    narrow();
  }

  /* A finding lights up the cells it follows from. */
  var lit = [];
  function light(finding) {
    lit.forEach(function (element) { element.classList.remove("lit"); });
    lit = [];
    if (!finding) { return; }
    (finding.getAttribute("data-cells") || "").split(" ").filter(Boolean).forEach(function (id) {
      var cell = byId(id);
      if (cell) { cell.classList.add("lit"); lit.push(cell); }
    });
  }

  /* A marked cell shows its findings beside it. */
  var pop = byId("pop"), shownAt = null, pinned = false, leaving = 0;

  function hide() {
    pop.hidden = true;
    pinned = false;
    if (shownAt) { shownAt.removeAttribute("aria-describedby"); }
    shownAt = null;
    light(null);
  }

  function told(cell) {
    return all(".badge", cell).map(function (badge) { return byId(badge.getAttribute("href").slice(1)); })
      .filter(Boolean);
  }

  function plain(finding) {
    var copy = finding.cloneNode(true), box = document.createElement("div");
    all(".findings, .same", copy).forEach(function (part) { part.parentNode.removeChild(part); });
    box.className = finding.className.replace("lit", "");
    while (copy.firstChild) { box.appendChild(copy.firstChild); }
    all("a", box).forEach(function (link) { link.removeAttribute("href"); });
    all("h5, h6", box).forEach(function (head) {
      var strong = document.createElement("b");
      while (head.firstChild) { strong.appendChild(head.firstChild); }
      head.parentNode.replaceChild(strong, head);
    });
    return box;
  }

  function show(cell) {
    if (shownAt === cell && !pop.hidden) { return; }
    var findings = told(cell);
    if (!findings.length) { return; }
    hide();
    while (pop.firstChild) { pop.removeChild(pop.firstChild); }
    findings.forEach(function (finding) { pop.appendChild(plain(finding)); });
    light(findings[0]);
    shownAt = cell;
    cell.setAttribute("aria-describedby", "pop");
    pop.hidden = false;
    stand(cell.getBoundingClientRect());
  }

  function stand(place) {
    var page = document.documentElement;
    var left = Math.max(8, Math.min(place.left, page.clientWidth - pop.offsetWidth - 8));
    var below = place.bottom + 6, above = place.top - pop.offsetHeight - 6;
    var top = below + pop.offsetHeight > page.clientHeight && above > 0 ? above : below;
    pop.style.left = left + window.pageXOffset + "px";
    pop.style.top = top + window.pageYOffset + "px";
  }

  function marked(target) {
    return target && target.closest ? target.closest(".bad, .quote") : null;
  }

  function leave() {
    window.clearTimeout(leaving);
    leaving = window.setTimeout(function () { if (!pinned) { hide(); } }, 250);
  }

  document.addEventListener("mouseover", function (event) {
    var cell = marked(event.target);
    if (pinned) { return; }
    if (cell) { window.clearTimeout(leaving); show(cell); }
    else if (pop.contains(event.target)) { window.clearTimeout(leaving); }
    else if (shownAt) { leave(); }
  });
  document.addEventListener("focusin", function (event) {
    var cell = event.target.classList.contains("badge") ? marked(event.target) : null;
    if (cell) { pinned = false; show(cell); } else if (shownAt && !pop.contains(event.target)) { hide(); }
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a") : null;
    var cell = marked(event.target);
    if (link && link.classList.contains("badge")) { hide(); arrive(link); }
    else if (link && link.classList.contains("go")) { arrive(link); light(link.closest(".finding")); }
    else if (cell) { show(cell); pinned = true; }
    else if (!pop.contains(event.target)) { hide(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" || event.key === "Esc") { hide(); }
  });

  /* The focus goes along with a jump, so that Tab goes on from there. */
  function arrive(link) {
    var target = byId((link.getAttribute("href") || "#").slice(1));
    if (target) { window.setTimeout(function () { target.focus({ preventScroll: true }); }, 0); }
  }
}());
