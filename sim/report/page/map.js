// The screen map: one SVG whose viewBox moves and shrinks. Everything in it was drawn by the program; this file adds the
// years, the layers, the movement and the pressing.

const map = {
  svg: null, shapes: null, villages: null, sites: null, projects: null, picture: null,
  year: data.last, technology: "",
  box: { x: 0, y: 0, w: data.size[0], h: data.size[1] }
};
const states = ["none", "weak", "good"];
const marks = ["M0-9l8.7 15h-17.4z", "M0-7l7 7-7 7-7-7z", "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z"];
const projectMark = "M-5-5h10v10h-10z";
const closest = 60; // map units across at the strongest zoom

/** Size of a marker in map units for one of its own, so that it stays as large on the screen. */
function markScale() {
  const screen = map.svg.getScreenCTM();
  const near = 0.5 + 0.2 * Math.log2(data.size[0] / map.box.w); // small in the whole province, larger when near
  return Math.min(1.5, Math.max(0.4, near)) / (screen ? screen.a : 1);
}

function show() {
  const { x, y, w, h } = map.box;
  map.svg.setAttribute("viewBox", x + " " + y + " " + w + " " + h);
  const scale = markScale();
  for (const group of [map.villages, map.sites, map.projects])
    for (const mark of group.children)
      if (mark.dataset.x) mark.setAttribute("transform", "translate(" + mark.dataset.x + " " + mark.dataset.y + ") scale(" + scale + ")");
}

/** Zooms by `factor` around a point of the map. */
function zoom(factor, at) {
  const box = map.box;
  const w = Math.min(data.size[0] * 1.4, Math.max(closest, box.w * factor));
  const real = w / box.w;
  const centre = at || { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  map.box = { x: centre.x - (centre.x - box.x) * real, y: centre.y - (centre.y - box.y) * real, w: w, h: box.h * real };
  show();
}

function shift(dx, dy) {
  map.box.x = Math.min(data.size[0] - map.box.w / 4, Math.max(-map.box.w * 3 / 4, map.box.x + dx));
  map.box.y = Math.min(data.size[1] - map.box.h / 4, Math.max(-map.box.h * 3 / 4, map.box.y + dy));
  show();
}

function whole() {
  map.box = { x: 0, y: 0, w: data.size[0], h: data.size[1] };
  show();
}

function centreOn(x, y, width) {
  const w = Math.min(map.box.w, width);
  const h = map.box.h / map.box.w * w;
  map.box = { x: x - w / 2, y: y - h / 2, w: w, h: h };
  show();
}

function place(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.svg.getScreenCTM().inverse());
  return { x: point.x, y: point.y };
}

/** One pointer drags, two pinch; a press that hardly moves is a click. */
function listenToPointers() {
  const down = new Map();
  let moved = 0;
  map.svg.addEventListener("pointerdown", (event) => {
    if (down.size === 0) moved = 0;
    down.set(event.pointerId, event);
  });
  map.svg.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const a = place(before), b = place(event);
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (moved > 4 && !map.svg.hasPointerCapture(event.pointerId)) map.svg.setPointerCapture(event.pointerId);
    if (down.size === 1) shift(a.x - b.x, a.y - b.y);
    if (down.size === 2) {
      const other = Array.from(down.values()).find((one) => one.pointerId !== event.pointerId);
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      zoom(apart(before) / Math.max(apart(event), 1), place(other));
    }
    down.set(event.pointerId, event);
  });
  const up = (event) => down.delete(event.pointerId);
  map.svg.addEventListener("pointerup", up);
  map.svg.addEventListener("pointercancel", up);
  map.svg.addEventListener("click", (event) => {
    const story = event.target.dataset && event.target.dataset.story;
    if (moved <= 4 && story) tell(story);
  });
}

function listenToKeys() {
  const step = () => map.box.w / 8;
  const actions = {
    ArrowLeft: () => shift(-step(), 0), ArrowRight: () => shift(step(), 0),
    ArrowUp: () => shift(0, -step()), ArrowDown: () => shift(0, step()),
    "+": () => zoom(1 / 1.5), "=": () => zoom(1 / 1.5), "-": () => zoom(1.5), "0": whole
  };
  map.svg.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  map.svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1 / 1.25 : 1.25, place(event));
  }, { passive: false });
}

function drawShapes() {
  data.communes.forEach((commune, i) => {
    const path = drawn("path", { d: document.getElementById("c" + i).getAttribute("d"), "data-story": "c" + i });
    const title = drawn("title");
    title.textContent = commune.n;
    path.append(title);
    map.shapes.append(path);
  });
}

function mark(group, x, y, d, cssClass, story) {
  const path = drawn("path", { d: d, class: cssClass, "data-x": x, "data-y": y });
  if (story) path.dataset.story = story;
  group.append(path);
  return path;
}

/** Villages by their state in the year: the good ones below, those without signal on top. */
function drawVillages() {
  const at = map.year - data.base;
  const order = data.villages.map((_, i) => i).sort((a, b) => data.villages[b][6][at] - data.villages[a][6][at]);
  map.villages.replaceChildren();
  for (const i of order) {
    const village = data.villages[i];
    const state = Number(village[6][at]);
    const path = mark(map.villages, village[3], village[4], marks[state], "s-" + states[state], "v" + i);
    const title = drawn("title");
    title.textContent = village[0];
    path.append(title);
  }
}

function drawSites() {
  for (const [x, y, technologies] of data.sites) {
    const title = drawn("title");
    title.textContent = technologies;
    mark(map.sites, x, y, "M0-7l5 12h-10zM-5-8a7 7 0 0 1 10 0", "site").append(title);
  }
}

const linkClasses = ["", "fibre", "microwave", ""];
function drawProjects() {
  map.projects.replaceChildren();
  for (const [year, kind, x, y, link, path] of data.projects) {
    if (year > map.year) continue;
    if (path) // a dark line under a light one is seen on every ground
      for (const layer of ["casing", linkClasses[link]])
        map.projects.append(drawn("path", { d: path, class: "link " + layer }));
    if (kind !== 2 && kind !== 4) mark(map.projects, x, y, projectMark, kind === 1 ? "upgrade" : "new-site");
  }
}

function drawPicture() {
  const found = data.pictures.find((one) => one.y === map.year && one.t === map.technology);
  if (found) map.picture.setAttribute("href", found.src);
  map.picture.toggleAttribute("hidden", !found);
}

function redraw() {
  drawPicture();
  drawVillages();
  drawProjects();
  show();
}

function makeMap() {
  const [x, y, w, h] = data.place;
  map.svg = drawn("svg", { class: "map", tabindex: 0, role: "application", "aria-label": words.map });
  map.picture = drawn("image", { x: x, y: y, width: w, height: h, preserveAspectRatio: "none", class: "pixels" });
  for (const name of ["shapes", "projects", "sites", "villages"]) map[name] = drawn("g", { class: name });
  map.svg.append(map.picture, map.shapes, map.projects, map.sites, map.villages);
  document.getElementById("map-holder").append(map.svg);
  drawShapes();
  drawSites();
  listenToPointers();
  listenToKeys();
  addEventListener("resize", show);
}
