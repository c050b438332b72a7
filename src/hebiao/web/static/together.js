/* What is wrong with the forms together in, a list of it out: each with the forms it is about. */

import { byId, make } from "./element.js";

const NAMES = { error: "错误", warning: "警告", note: "提示" };
const SIGNS = { error: "×", warning: "▲", note: "●" };
const MOST_PLACES = 20;

export function showTogether(across) {
  byId("together").hidden = !across.length;
  byId("together-rows").replaceChildren(...across.map(drawn));
}

function drawn(each, number) {
  return make(
    "li", { class: `finding ${each.severity}` },
    make(
      "h4", {},
      make("span", { class: `mark ${each.severity}` }, make("span", { "aria-hidden": "true" }, SIGNS[each.severity]), String(number + 1)),
      " ", make("span", { class: "code" }, each.code), ` ${each.title} `,
      make("span", { class: "verdict" }, NAMES[each.severity]),
    ),
    make("p", { class: "message" }, each.message),
    make(
      "dl", {},
      make("dt", {}, "涉及"), make("dd", {}, make("ul", {}, ...places(each.places))),
      make("dt", {}, "建议"), make("dd", {}, each.advice),
      make("dt", {}, "依据"), make("dd", {}, each.basis),
    ),
  );
}

function places(all) {
  const shown = all.slice(0, MOST_PLACES).map((place) => make(
    "li", {},
    place.form ? make("a", { class: "go", href: `#form-${place.form}` }, place.where) : place.where,
    place.told ? `　${place.told}` : null,
  ));
  const more = all.length - shown.length;
  return more > 0 ? [...shown, make("li", {}, `还有 ${more} 处，见报告`)] : shown;
}
