// open_source bare|guarded SOURCE: opens it as GDAL does, with every driver that is registered, and reads a little;
// guarded: after what main() of the program does first. SOURCE may name a reference system. It says nothing: a listener
// hears what matters.
#include "geo/io/gdal_guard.h"
#include <cpl_error.h>
#include <cstdlib>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <string_view>
#include <vector>

namespace {

void read_a_little(GDALDataset& data) {
    std::vector<float> pixels(4);
    if (data.GetRasterCount() > 0 && data.GetRasterXSize() > 1 && data.GetRasterYSize() > 1)
        if (data.GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 2, 2, pixels.data(), 2, 2, GDT_Float32, 0, 0, nullptr) !=
            CE_None)
            return;
    for (int i = 0; i < data.GetLayerCount(); ++i)
        while (OGRFeatureUniquePtr(data.GetLayer(i)->GetNextFeature())) {
        }
}

void use_as_reference(char const* source) {
    OGRSpatialReference from, to;
    to.importFromEPSG(4326);
    if (from.SetFromUserInput(source) != OGRERR_NONE) return;
    for (auto* reference : {&from, &to}) reference->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformation* const change = OGRCreateCoordinateTransformation(&from, &to);
    double x = -100, y = 40;
    if (change) (void)change->Transform(1, &x, &y);
    OGRCoordinateTransformation::DestroyCT(change);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    if (std::string_view(argv[1]) == "guarded")
        phusong::geo::io::guard_gdal();
    else
        GDALAllRegister();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    if (GDALDatasetUniquePtr const data{GDALDataset::Open(argv[2])}) read_a_little(*data);
    use_as_reference(argv[2]);
    return 0;
}
