// Tables that sort by pressing a column's head, and rows that hide when the search does not find them.

/** Text without tones and marks, so that "dong van" finds "Đồng Văn". */
function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}

function compareCells(a, b) {
  if (a.dataset.v !== undefined) return Number(a.dataset.v || -Infinity) - Number(b.dataset.v || -Infinity);
  return collator.compare(a.textContent, b.textContent);
}

function sortTable(table, column, head) {
  const up = head.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  rows.sort((a, b) => (up ? 1 : -1) * compareCells(a.cells[column], b.cells[column]));
  body.append(...rows);
}

function makeSortable(table) {
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    const button = element("button", { type: "button", title: words.sort + ": " + head.textContent }, head.textContent);
    button.addEventListener("click", () => sortTable(table, column, head));
    head.replaceChildren(button);
  });
}

function makeSearchable(input) {
  const rows = Array.from(document.getElementById(input.dataset.table).tBodies[0].rows);
  const texts = rows.map((row) => plain(row.textContent));
  const count = document.querySelector('output[data-count="' + input.dataset.table + '"]');
  input.closest("p").hidden = false;
  const search = () => {
    const wanted = plain(input.value.trim());
    let found = 0;
    rows.forEach((row, i) => {
      row.hidden = !texts[i].includes(wanted);
      found += row.hidden ? 0 : 1;
    });
    count.textContent = shown(found) + " " + words.rows;
  };
  input.addEventListener("input", search);
  search();
}
