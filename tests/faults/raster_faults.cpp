// Faults 27 to 37: terrain and other pixels.
#include "tests/faults/fault.h"
#include "tests/faults/tiff.h"
#include "tests/tools/cli_program.h"
#include <limits>

namespace phusong::test {
namespace {

constexpr auto terrain = "data/toy/terrain.tif";
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

Inject raster(Tiff const& tiff) { return whole(terrain, bytes_of(tiff)); }
std::vector<float> filled(float value) { return std::vector<float>(std::size_t{40} * 30, value); }

/// One height of many another one.
std::vector<float> with_a_pixel(float value) {
    auto out = filled(500);
    out[40 * 15 + 20] = value;
    return out;
}

std::vector<Fault> of_damage() {
    std::vector<Fault> all{
        {27, "Empty", whole(terrain, ""), "check scenario.toml", 3, "không phải ảnh lưới đọc được",
         "is not a raster that can be read"},
        {27, "OneHundredBytes", shell("truncate -s 100 data/toy/terrain.tif"), "check scenario.toml", 3,
         "không phải ảnh lưới đọc được", "is not a raster that can be read"},
        {27,
         "PixelsCutOff",
         [](auto const& project) {
             auto bytes = bytes_of({}); // the directory moves to the front, so that only pixels are missing
             write(project / terrain, bytes.substr(0, 8) + bytes.substr(8, 2000));
         },
         "run scenario.toml -o out",
         3,
         "terrain.tif",
         "terrain.tif",
         {},
         {"out"}},
    };
    return all;
}

std::vector<Fault> of_headers() {
    return {
        {29, "NoReferenceSystem", raster({.epsg = 0}), "check scenario.toml", 3, "không ghi hệ tọa độ",
         "does not say its coordinate reference system"},
        {29, "NoGeotransform", raster({.cell = {}}), "check scenario.toml", 3, "không có tọa độ góc và cỡ ô",
         "has no corner coordinates"},
        {30, "Rotated", raster({.matrix = {0.01, 0.002, 0, 104.8, 0.002, -0.01, 0, 23.2, 0, 0, 0, 0, 0, 0, 0, 1}}),
         "check scenario.toml", 3, "bị xoay", "is rotated"},
        {30, "SouthUp", raster({.matrix = {0.01, 0, 0, 104.8, 0, 0.01, 0, 22.9, 0, 0, 0, 0, 0, 0, 0, 1}}),
         "check scenario.toml", 3, "bị lật", "is flipped"},
        {30, "CellOfZero", raster({.cell = {0, 0, 0}}), "check scenario.toml", 3, "không có tọa độ góc và cỡ ô",
         "has no corner coordinates"},
        {30, "CornerNotANumber", raster({.corner = {static_cast<double>(nan), 23.2}}), "check scenario.toml", 3,
         "không có tọa độ góc", "has no corner coordinates"},
        {31, "MetresCalledDegrees", raster({.cell = {90, 90, 0}, .corner = {500'000, 2'560'000}}),
         "check scenario.toml", 3, "không thể là kinh độ, vĩ độ", "cannot be longitude and latitude"},
        {31, "DegreesCalledMetres", raster({.epsg = 32648}), "check scenario.toml", 3, "terrain.tif", "terrain.tif"},
        {31, "LatitudeFirst", raster({.corner = {23.2, 104.8}}), "check scenario.toml", 3, "terrain.tif",
         "cannot be longitude and latitude"},
        {31,
         "OtherSystemOfMetres",
         raster({.epsg = 32649, .cell = {1000, 1000, 0}, .corner = {60'000, 2'590'000}, .values = filled(500)}),
         "run scenario.toml -o out",
         3,
         "terrain.tif",
         "terrain.tif",
         {},
         {"out"}},
        {32, "Elsewhere", raster({.corner = {106.8, 21.2}}), "check scenario.toml", 3, "terrain.tif", "terrain.tif"},
        {32, "HalfTheProvince", raster({.corner = {105.0, 23.2}}), "check scenario.toml", 3, "terrain.tif", "terrain"},
        {32, "CoarseCells", nothing(), "check scenario.toml", 0, "đúng",
         "sound"}, // of 750 m; run notes it: cli_run_test
    };
}

/// What is no height is missing terrain: counted and told, never taken for sea level.
std::vector<Fault> of_pixels() {
    std::string const vi = "điểm địa hình thiếu độ cao", en = "terrain samples were missing",
                      run = "run scenario.toml -o out";
    auto const missing = [&](std::string name, Tiff const& tiff) {
        return Fault{33, std::move(name), raster(tiff), run, 0, vi, en, {"out/run.json"}};
    };
    auto infinite = missing("Infinity", {.values = with_a_pixel(std::numeric_limits<float>::infinity())});
    infinite.number = 34;
    return {
        {33,
         "NoHeightAtAll",
         raster({.nodata = "-9999", .values = filled(-9999)}),
         run,
         3,
         "terrain",
         "terrain",
         {},
         {"out"}},
        missing("NodataNan", {.nodata = "nan", .values = with_a_pixel(nan)}),
        missing("VoidsOfSrtm", {.values = with_a_pixel(-32768)}),
        infinite,
        {33, "SeaLevelIsAHeight", raster({.values = filled(0)}), run + " -q", 0, "", "out", {"out/run.json"}},
        {34, "BelowTheSea", raster({.values = with_a_pixel(-5)}), run + " -q", 0, "", "out", {"out/run.json"}},
    };
}

/// Headers that ask for far more than the file holds. What they take: memory_test.
std::vector<Fault> of_bombs() {
    auto const bomb = [](std::uint32_t side, std::uint32_t tile) {
        return raster({.cols = side, .rows = side, .tile = tile, .cell = {1e-6, 1e-6, 0}, .values = {}});
    };
    return {
        {35, "TwoMillionSquared", bomb(2'000'000, 256), "check scenario.toml", 3, "terrain.tif", "terrain.tif"},
        {35, "SixtyThousandSquared", bomb(60'000, 256), "check scenario.toml", 3, "quá lớn", "which is too large"},
        {35, "OneHugeTile", bomb(40'000, 40'000), "check scenario.toml", 3, "khối quá lớn",
         "blocks that are too large"},
        {35, "TenThousandBands", raster({.bands = 10'000, .values = {}}), "check scenario.toml", 3, "terrain.tif",
         "terrain.tif"},
        {35, "MorePixelsThanAllowed", nothing(), "check scenario.toml --max-pixels 10", 3, "hoặc tăng --max-pixels",
         "or raise --max-pixels"},
        {35, "ComplexNumbers", raster({.bits = 64, .sample_format = 6}), "check scenario.toml", 3, "số phức",
         "complex numbers"},
    };
}

std::vector<Fault> of_neighbours() {
    std::string const aux = "<PAMDataset><PAMRasterBand "
                            "band=\"1\"><NoDataValue>500</NoDataValue><Scale>1000</Scale></PAMRasterBand></PAMDataset>";
    return {
        {28, "FlippedByteAfterARun",
         both(command("run scenario.toml -o out -q"),
              [](auto const& project) {
                  auto bytes = contents(project / terrain);
                  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x01);
                  write(project / terrain, bytes);
              }),
         "run scenario.toml -o out", 5, "kết quả của một lần chạy khác", "holds the results of another run"},
        {36,
         "HostileSidecars",
         both(whole("data/toy/terrain.tif.aux.xml", aux),
              both(whole("data/toy/terrain.tfw", "9\n0\n0\n-9\n0\n0\n"), whole("data/toy/terrain.tif.ovr", "x"))),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {},
         {},
         "",
         "",
         true},
        {37, "VrtCalledTif",
         whole(
             terrain,
             "<VRTDataset rasterXSize=\"9\" "
             "rasterYSize=\"9\"><SRS>EPSG:4326</SRS><GeoTransform>104.8,0.1,0,23.2,0,-0.1</GeoTransform>"
             "<VRTRasterBand dataType=\"Float32\" band=\"1\"><SimpleSource><SourceFilename>/etc/passwd</SourceFilename>"
             "</SimpleSource></VRTRasterBand></VRTDataset>"),
         "check scenario.toml", 3, "không phải ảnh lưới đọc được", "is not a raster that can be read"},
        {37, "GeoJsonWithALink",
         both(whole("data/toy/v.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{"
                                          "\"href\":\"http://127.0.0.1:9/\"}},\"features\":[]}"),
              text("scenario.toml", "villages.csv", "v.geojson")),
         "check scenario.toml", 3, "không dùng đường dẫn", "links are not followed"},
    };
}

} // namespace

std::vector<Fault> raster_faults() {
    std::vector<Fault> all;
    for (auto const& some : {of_damage(), of_headers(), of_pixels(), of_bombs(), of_neighbours()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace phusong::test
