/* A tag, attributes and children in, an element out; a text becomes a text, never markup. */

export function byId(id) {
  return document.getElementById(id);
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) { continue; }
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/* What the server has escaped in, nodes out; a script among it would not be run. */
export function parsed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const nodes = document.createDocumentFragment();
  nodes.append(...page.body.childNodes);
  return nodes;
}

/* A button that cannot be used stays in reach of the keyboard, so that its reason can be read. */
export function usable(button, yes) {
  button.setAttribute("aria-disabled", String(!yes));
}

export function isUsable(button) {
  return button.getAttribute("aria-disabled") !== "true";
}
