#include "geo/io/gpkg_styles.h"
#include <cpl_string.h>
#include <ogrsf_frmts.h>

namespace phusong::geo::io {
namespace {

constexpr char const* geometry_column = "geom";

bool add_columns(OGRLayer& table) {
    for (auto const* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                             "styleQML", "styleSLD", "description", "owner", "ui"}) {
        OGRFieldDefn column(name, OFTString);
        if (table.CreateField(&column) != OGRERR_NONE) return false;
    }
    OGRFieldDefn standard("useAsDefault", OFTInteger), changed("update_time", OFTDateTime);
    standard.SetSubType(OFSTBoolean);
    return table.CreateField(&standard) == OGRERR_NONE && table.CreateField(&changed) == OGRERR_NONE;
}

bool add_row(OGRLayer& table, OutLayer const& layer) {
    OGRFeature row(table.GetLayerDefn());
    // QGIS asks for empty texts, not for NULL.
    for (auto const* name : {"f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui"}) row.SetField(name, "");
    row.SetField("f_table_name", layer.name.c_str());
    row.SetField("f_geometry_column", geometry_column);
    row.SetField("styleName", layer.name.c_str());
    row.SetField("styleQML", layer.style_qml.c_str());
    row.SetField("description", layer.title.c_str());
    row.SetField("useAsDefault", 1);
    row.SetField("update_time", 2000, 1, 1, 0, 0, 0.0F, 100); // no clock: the same layers are the same bytes
    return table.CreateFeature(&row) == OGRERR_NONE;
}

} // namespace

bool write_gpkg_styles(GDALDataset& data, std::vector<OutLayer> const& layers) {
    bool any = false;
    for (auto const& layer : layers) any = any || !layer.style_qml.empty();
    if (!any) return true;
    CPLStringList options;
    options.SetNameValue("FID", "id");
    auto* const table = data.CreateLayer("layer_styles", nullptr, wkbNone, options.List());
    if (table == nullptr || !add_columns(*table)) return false;
    for (auto const& layer : layers)
        if (!layer.style_qml.empty() && !add_row(*table, layer)) return false;
    return true;
}

} // namespace phusong::geo::io
