"""Opens a run folder's project.qgs in QGIS without a window and holds it against the folder.

    python3 tests/tools/qgis_project_test.py RUN_FOLDER PICTURE_FOLDER [VILLAGES_CSV]

Every layer valid, with a reference system and a style; every year's layers drawn in that year alone; the A3 sheet
exported as PNG and PDF into PICTURE_FOLDER; villages called as in the table of a hostile project, and no title worked out. Exit status: 0 all holds, 1 something does not, 77 there is no QGIS.
"""
import csv
import os
import pathlib
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import (
        QgsApplication, QgsDateTimeRange, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsLayoutExporter,
        QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPicture, QgsLayoutItemScaleBar, QgsMapLayerType, QgsMapRendererSequentialJob,
        QgsMapSettings, QgsProject, QgsReadWriteContext)
    from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
except ImportError as missing:
    print(f"no QGIS for Python here ({missing}); tools/test qgis installs it")
    sys.exit(77)

faults = []


def must(holds, what):
    print(("ok      " if holds else "FAILED  ") + what)
    if not holds:
        faults.append(what)


def range_of(year):
    return QgsDateTimeRange(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt.UTC),
                            QDateTime(QDate(year, 12, 31), QTime(23, 59, 59), Qt.UTC))


def years_of(project):
    begin, end = project.timeSettings().temporalRange().begin(), project.timeSettings().temporalRange().end()
    return begin.toUTC().date().year(), end.toUTC().date().year()


def rendered(project, layers, year):
    """The picture of what `year` shows, as numbers."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setOutputSize(QSize(400, 400))
    settings.setIsTemporal(True)
    settings.setTemporalRange(range_of(year))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return bytes(bits)


def check_layers(project, folder):
    for layer in project.mapLayers().values():
        must(layer.isValid(), f"layer {layer.name()} is valid")
        must(layer.crs().isValid() and layer.crs() == project.crs(), f"layer {layer.name()} has the project's reference system")
        if layer.type() == QgsMapLayerType.RasterLayer:
            must(layer.renderer().type() == "singlebandpseudocolor", f"layer {layer.name()} has its classes")
        else:
            must(layer.renderer().type() != "singleSymbol" or layer.labelsEnabled(), f"layer {layer.name()} has its style")
            heads = [layer.attributeAlias(i) for i in range(layer.fields().count())]
            must(any(heads), f"layer {layer.name()} has heads in Vietnamese")
        must(layer.source().startswith(str(folder)), f"layer {layer.name()} is found beside the project")
    text = (folder / "project.qgs").read_text(encoding="utf-8")
    must(str(folder) not in text, "the project names no folder of this machine")
    maps = {path.name for path in (folder / "maps").glob("*.tif")} if (folder / "maps").is_dir() else set()
    shown = {os.path.basename(layer.source()) for layer in project.mapLayers().values() if layer.type() == QgsMapLayerType.RasterLayer}
    must(maps == shown, f"all {len(maps)} maps are in the project")


def check_years(project):
    first, last = years_of(project)
    must(first < last, f"the slider runs from {first} to {last}")
    must(project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 0)[0] == 1, "the slider is on when the project opens")
    dated = [layer for layer in project.mapLayers().values() if layer.temporalProperties().isActive()]
    for year in range(first, last + 1):
        seen = [layer for layer in dated if layer.temporalProperties().isVisibleInTemporalRange(range_of(year))]
        own = [layer for layer in seen if layer.name().endswith(str(year))]
        others = [layer.name() for layer in seen if layer.name()[-4:].isdigit() and not layer.name().endswith(str(year))]
        must(own and not others, f"{year} shows {len(own)} layers of its own and none of other years {others}")
        must(project.mapThemeCollection().hasMapTheme(str(year)), f"there is a theme {year}")
        must(project.layerTreeRoot().findGroup(f"Năm {year}") is not None, f"there is a group {year}")
    plan = [layer for layer in project.mapLayers().values() if layer.source().endswith(("=network", "=links", "=phases"))]
    if any(layer.featureCount() for layer in plan):
        must(rendered(project, plan, first) != rendered(project, plan, last), "what is built appears with its year")


def check_sheet(project, pictures):
    layouts = project.layoutManager().printLayouts()
    must(len(layouts) == 1, "there is one sheet")
    for layout in layouts:
        size = layout.pageCollection().page(0).pageSize()
        must((size.width(), size.height()) == (420, 297), "it is A3, lying")
        kinds = [type(item) for item in layout.items()]
        for kind, count in ((QgsLayoutItemMap, 2), (QgsLayoutItemLegend, 1), (QgsLayoutItemScaleBar, 1), (QgsLayoutItemPicture, 1)):
            must(kinds.count(kind) == count, f"it has {count} of {kind.__name__}")
        exporter = QgsLayoutExporter(layout)
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = 110
        must(exporter.exportToImage(str(pictures / "sheet.png"), image) == QgsLayoutExporter.Success, "it exports as PNG")
        pdf = QgsLayoutExporter.PdfExportSettings()
        must(exporter.exportToPdf(str(pictures / "sheet.pdf"), pdf) == QgsLayoutExporter.Success, "it exports as PDF")
        must((pictures / "sheet.pdf").stat().st_size > 20_000, "the PDF is not empty")


def check_names(project, table):
    with open(table, encoding="utf-8", newline="") as rows:
        wanted = {row["code"]: row["name"] for row in csv.DictReader(rows)}
    layers = [layer for layer in project.mapLayers().values() if layer.source().endswith("=villages")]
    must(layers, f"there are {len(layers)} layers of villages")
    for layer in layers:
        read = {feature["code"]: feature["name"] for feature in layer.getFeatures()}
        must(read == wanted, f"the {len(read)} villages of {layer.name()} are called as in the table")
        must(layer.mapTipTemplate() == "" and not layer.actions().actions(), f"layer {layer.name()} does nothing by itself")
    for layout in project.layoutManager().printLayouts():
        labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        must(any("40 + 2" in item.currentText() for item in labels), "the title stands on the sheet")
        for item in labels:
            must(item.currentText() == item.text() and item.mode() == QgsLayoutItemLabel.ModeFont, f"{item.text()[:30]!r} is text")
    macros, has_macros = project.readEntry("Macros", "/pythonCode", "")
    must(macros == "", "the project has no macros")


def main():
    folder, pictures, *tables = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    must(project.read(str(folder / "project.qgs")), "QGIS reads the project")
    must(project.crs().isValid() and project.crs().authid() != "", f"the project has the reference system {project.crs().authid()}")
    must(len(project.mapLayers()) > 0, f"it has {len(project.mapLayers())} layers")
    check_layers(project, folder)
    check_years(project)
    check_sheet(project, pictures)
    for table in tables:
        check_names(project, table)
    print(f"{len(faults)} faults")
    sys.stdout.flush()
    os._exit(1 if faults else 0)  # exitQgis crashes now and then in 3.22 when Python still holds layers


main()
