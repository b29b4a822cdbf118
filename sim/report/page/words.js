"use strict";
// The page's data and the small tools that every part uses. Names from files reach the page as text only, never as HTML.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const vietnamese = document.documentElement.lang === "vi";
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const years = Array.from({ length: data.last - data.base + 1 }, (_, i) => data.base + i);

/** The number as the language writes it; null is a dash. */
function shown(value, decimals) {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString(vietnamese ? "vi-VN" : "en-GB",
    { minimumFractionDigits: decimals || 0, maximumFractionDigits: decimals || 0 });
}

/** An HTML element with attributes and children; a text child stays text. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}
