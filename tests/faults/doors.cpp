#include "tests/faults/doors.h"
#include "tests/tools/cli_program.h"
#include <fmt/format.h>

namespace phusong::test {
namespace {

/// Names, {0} is http://127.0.0.1:PORT, {1} the port. GDAL 3.6 calls the port for each.
constexpr std::pair<char const*, char const*> names[]{
    {"Curl", "/vsicurl/{0}/x.tif"},
    {"CurlStreaming", "/vsicurl_streaming/{0}/x.tif"},
    {"ZipOverCurl", "/vsizip//vsicurl/{0}/x.zip/x.tif"},
    {"ZipInBraces", "/vsizip/{{/vsicurl/{0}/x.zip}}/x.tif"},
    {"GzipOverCurl", "/vsigzip//vsicurl/{0}/x.gz"},
    {"TarOverCurl", "/vsitar//vsicurl/{0}/x.tar/x.tif"},
    {"PartOverCurl", "/vsisubfile/0_9,/vsicurl/{0}/x.tif"},
    {"S3", "/vsis3/bucket/x.tif"},
    {"Http", "{0}/x.tif"},
    {"HttpGeoJson", "{0}/x.geojson"},
    {"Wms", "WMS:{0}/?SERVICE=WMS"},
    {"Wfs", "WFS:{0}/"},
    {"Wcs", "WCS:{0}/"},
    {"Wmts", "WMTS:{0}/"},
    {"Features", "OAPIF:{0}/"},
    {"OgcApi", "OGCAPI:{0}/"},
    {"PostgreSql", "PG:host=127.0.0.1 port={1} dbname=x connect_timeout=3"},
    {"MySql", "MYSQL:x,host=127.0.0.1,port={1}"},
    {"Catalogue", "CSW:{0}/"},
    {"Elastic", "ES:{0}"},
    {"Zarr", "ZARR:\"/vsicurl/{0}/x.zarr\""},
    {"StacItems", "STACIT:\"{0}/x.json\""},
    {"StacTiles", "STACTA:\"{0}/x.json\""},
    {"EsriJson", "ESRIJSON:{0}/FeatureServer/0/query?f=json"},
    {"GeoJsonPrefix", "GeoJSON:{0}/x"},
    {"NetCdf", "NETCDF:\"{0}/x.nc\":v"},
    {"Hdf5", "HDF5:\"/vsicurl/{0}/x.h5\"://v"},
    {"Derived", "DERIVED_SUBDATASET:AMPLITUDE:/vsicurl/{0}/x.tif"},
    {"TiffPage", "GTIFF_DIR:1:/vsicurl/{0}/x.tif"}};

constexpr auto raster_vrt = R"(<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Float32" band="1">
<SimpleSource><SourceFilename>/vsicurl/{0}/x.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>)";
constexpr auto wms =
    R"(<GDAL_WMS><Service name="WMS"><ServerUrl>{0}/?</ServerUrl><Layers>a</Layers></Service><DataWindow>
<UpperLeftX>0</UpperLeftX><UpperLeftY>9</UpperLeftY><LowerRightX>9</LowerRightX><LowerRightY>0</LowerRightY><SizeX>9</SizeX>
<SizeY>9</SizeY></DataWindow></GDAL_WMS>)";
constexpr auto vector_vrt =
    R"(<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{0}/x.geojson</SrcDataSource></OGRVRTLayer>
</OGRVRTDataSource>)";
constexpr auto geojson =
    R"({{"type":"FeatureCollection","crs":{{"type":"{1}","properties":{{"{2}":"{0}/crs"}}}},"features":[
{{"type":"Feature","properties":{{}},"geometry":{{"type":"Point","coordinates":[104.9,23.1]}}}}]}})";
constexpr auto sparse = R"(<VSISparseFile><SubfileRegion><Filename relative="0">/vsicurl/{0}/x.tif</Filename>
<DestinationOffset>0</DestinationOffset><SourceOffset>0</SourceOffset><RegionLength>100</RegionLength></SubfileRegion>
</VSISparseFile>)";

} // namespace

std::vector<Door> doors_to(int port, std::filesystem::path const& folder) {
    auto const address = fmt::format("http://127.0.0.1:{}", port);
    std::vector<Door> doors;
    for (auto const& [what, name] : names) doors.push_back({what, fmt::format(fmt::runtime(name), address, port)});
    auto const file = [&](char const* what, char const* name, std::string const& bytes) {
        write(folder / name, bytes);
        doors.push_back({what, (folder / name).string(), true});
    };
    file("RasterVrt", "vrt.tif", fmt::format(fmt::runtime(raster_vrt), address));
    file("WmsFile", "wms.tif", fmt::format(fmt::runtime(wms), address));
    file("VectorVrt", "vrt.gpkg", fmt::format(fmt::runtime(vector_vrt), address));
    file("GeoJsonLink", "link.geojson", fmt::format(fmt::runtime(geojson), address, "link", "href"));
    file("GeoJsonUrl", "url.geojson", fmt::format(fmt::runtime(geojson), address, "url", "url"));
    write(folder / "sparse.xml", fmt::format(fmt::runtime(sparse), address));
    doors.push_back({"Sparse", "/vsisparse/" + (folder / "sparse.xml").string()});
    for (auto const& [what, text] : {std::pair{"RasterVrtAsName", raster_vrt}, {"WmsAsName", wms}})
        doors.push_back({what, fmt::format(fmt::runtime(text), address)});
    doors.push_back({"Grids", "EPSG:4267"}); // PROJ asks for grids of NAD27
    return doors;
}

std::string environment_to(int port) {
    return fmt::format(
        "GDAL_HTTP_TIMEOUT=3 GDAL_HTTP_MAX_RETRY=0 AWS_S3_ENDPOINT=127.0.0.1:{0} AWS_HTTPS=NO AWS_NO_SIGN_REQUEST=YES "
        "AWS_VIRTUAL_HOSTING=NO PROJ_NETWORK=ON PROJ_NETWORK_ENDPOINT=http://127.0.0.1:{0} "
        "PROJ_USER_WRITABLE_DIRECTORY=/nowhere",
        port);
}

} // namespace phusong::test
