// What the page tells of one commune or village, and the controls of the map.

/** `cellClass`: "n" for numbers, "" for words. */
function storyTable(head, rows, cellClass) {
  const table = element("table");
  const top = element("tr");
  for (const text of head) top.append(element("th", { scope: "col" }, text));
  table.append(element("thead", {}, top));
  const body = element("tbody");
  rows.forEach((cells, i) => {
    const row = element("tr", {}, element("th", { scope: "row" }, String(years[i])));
    for (const text of cells) row.append(element("td", { class: cellClass }, text));
    body.append(row);
  });
  table.append(body);
  return element("div", { class: "wide" }, table);
}

function communeStory(i) {
  const commune = data.communes[i];
  const head = [words.year, words.people, words.signal, words.broadband, words.fibre, words.states, words.mobile, words.fixed];
  const rows = commune.t.map((t) => [shown(t[0]), shown(t[1], 1), shown(t[2], 1), shown(t[3], 1),
    shown(t[4]) + " / " + shown(t[5]) + " / " + shown(t[6]), shown(t[7], 1), shown(t[8], 1)]);
  return [element("h3", {}, commune.n), element("p", {}, commune.k + ", " + commune.d + " (" + commune.c + ")"),
    storyTable(head, rows, "n")];
}

function villageStory(i) {
  const [name, code, c, , , people, state, why, fibre, way, made] = data.villages[i];
  const commune = data.communes[c];
  const rows = years.map((_, y) => [words["s" + state[y]], fibre[y] === "1" ? words.yes : words.no, data.reasons[why[y]]]);
  const toCommune = element("button", { type: "button" }, commune.n);
  toCommune.addEventListener("click", () => tell("c" + c));
  const parts = [element("h3", {}, name),
    element("p", {}, commune.k + " " + commune.n + ", " + commune.d + " (" + code + "); " + words.people + " " + data.last +
      ": " + shown(people)),
    storyTable([words.year, words.state, words.cable, words.why], rows, "")];
  if (state[0] !== "2")
    parts.push(element("p", {}, element("strong", {}, words.way + ": "), way || words.noway));
  parts.push(element("p", {}, words.subscribers + " ", toCommune));
  if (made) parts.push(element("p", { class: "note" }, words.made));
  return parts;
}

/** `story`: "c12" or "v345". */
function tell(story) {
  needMap();
  const i = Number(story.slice(1));
  const panel = document.getElementById("story");
  panel.replaceChildren(...(story[0] === "c" ? communeStory(i) : villageStory(i)));
  for (const old of map.svg.querySelectorAll(".chosen")) old.classList.remove("chosen");
  const chosen = map.svg.querySelector('[data-story="' + story + '"]');
  if (chosen) chosen.classList.add("chosen");
}

/** Names in the tables become buttons that show their story on the map. */
function makeStoryButton(cell) {
  const button = element("button", { type: "button", class: "name" }, cell.textContent);
  button.addEventListener("click", () => {
    const story = cell.dataset.story;
    const i = Number(story.slice(1));
    tell(story);
    const at = story[0] === "c" ? data.communes[i] : { x: data.villages[i][3], y: data.villages[i][4] };
    centreOn(at.x, at.y, data.size[0] / 5);
    document.getElementById("screen-map").scrollIntoView();
    document.getElementById("story").focus({ preventScroll: true });
  });
  cell.replaceChildren(button);
}

function radios(legend, name, choices, chosen, pick) {
  const set = element("fieldset", {}, element("legend", {}, legend));
  for (const [value, text] of choices) {
    const input = element("input", { type: "radio", name: name, value: value });
    input.checked = value === chosen;
    input.addEventListener("change", () => pick(value));
    set.append(element("label", {}, input, text));
  }
  return set;
}

function layerBoxes() {
  const set = element("fieldset", {}, element("legend", {}, words.show));
  for (const [name, on] of [["villages", true], ["sites", false], ["projects", false]]) {
    const input = element("input", { type: "checkbox" });
    input.checked = on;
    const apply = () => map[name].toggleAttribute("hidden", !input.checked);
    input.addEventListener("change", apply);
    apply();
    set.append(element("label", {}, input, words[name]));
  }
  return set;
}

function makeControls() {
  const button = (text, label, act) => {
    const made = element("button", { type: "button", "aria-label": label, title: label }, text);
    made.addEventListener("click", act);
    return made;
  };
  const technologies = Array.from(new Set(data.pictures.map((one) => one.t))).sort();
  const change = (key) => (value) => { map[key] = value; redraw(); };
  document.getElementById("map-controls").append(
    radios(words.year, "year", years.map((year) => [year, String(year)]), map.year, change("year")),
    radios(words.layer, "layer", technologies.map((t) => [t, t || words.any]), map.technology, change("technology")),
    layerBoxes(),
    element("div", { class: "zoom" }, button("+", words.in, () => zoom(1 / 1.5)), button("−", words.out, () => zoom(1.5)),
      button(words.all, words.all, whole)));
  document.getElementById("story").append(element("p", { class: "note" }, words.press));
}

function needMap() {
  if (map.svg) return;
  makeMap();
  makeControls();
  redraw();
}
