makeMap();
makeControls();
redraw();
document.querySelectorAll("[data-story]:is(th)").forEach(makeStoryButton);
document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll("input[data-table]").forEach(makeSearchable);
