document.querySelectorAll("[data-story]:is(th)").forEach(makeStoryButton);
document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll("input[data-table]").forEach(makeSearchable);
// Room for the map is kept from the start, so that nothing below it moves when it comes.
document.getElementById("map-holder").style.aspectRatio = data.size[0] + " / " + data.size[1];
document.getElementById("screen-map").hidden = false;
// The map is most of the work: the page is there to be read before it, and whoever asks for a story sooner makes it then.
addEventListener("load", () => setTimeout(needMap));
