document.querySelectorAll("[data-story]:is(th)").forEach(makeStoryButton);
document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll("input[data-table]").forEach(makeSearchable);
// The map is most of the work: the page is there to be read before it, and whoever asks for a story sooner makes it then.
addEventListener("load", () => setTimeout(needMap));
