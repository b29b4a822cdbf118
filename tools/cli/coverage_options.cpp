#include "tools/cli/coverage_number_flags.h"
#include "tools/cli/options.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {

using geo::say;

void add_coverage_flags(CLI::App& app, Options& options) {
    auto& flags = options.coverage;
    auto const in = [&](geo::Message const& what) { return what.in(options.language); };
    auto const group = in(say("Bản đồ", "Map"));
    auto const one = [&](char const* name, std::string& text, char const* shown, geo::Message const& what) {
        app.add_option(name, text, in(what))->type_name(shown)->group(group);
    };
    app.add_option_function<std::vector<std::string>>(
           "--dem",
           [&flags](std::vector<std::string> const& files) {
               flags.dems.insert(flags.dems.end(), files.begin(), files.end());
           },
           in(say("địa hình (bắt buộc); nhiều mảnh cùng lưới: viết --dem nhiều lần, mảnh sau lấp chỗ trống. Lưới khác "
                  "nhau: gdalwarp a.hgt b.hgt dem.tif",
                  "terrain (required); several tiles of one grid: --dem several times, later ones fill gaps. Different "
                  "grids: gdalwarp a.hgt b.hgt dem.tif")))
        ->expected(1)
        ->trigger_on_parse()
        ->type_name("DEM.tif")
        ->group(group);
    one("--site", flags.site, "LON,LAT,HEIGHT",
        say("trạm, cao HEIGHT mét trên mặt đất (bắt buộc)", "the antenna, HEIGHT metres above ground (required)"));
    one("--out", flags.out, "OUT.tif", say("bản đồ sẽ ghi (bắt buộc)", "the map to write (required)"));
    for (auto const& flag : coverage_number_flags())
        app.add_option_function<std::string>(
               flag.name, [&flags, name = flag.name](std::string const& text) { flags.numbers[name] = text; },
               in(flag.what))
            ->type_name(flag.shown)
            ->group(group);
    one("--like", flags.like, "RASTER",
        say("đúng lưới và hệ tọa độ của ảnh lưới này", "exactly this raster's grid and reference system"));
    one("--model", flags.model, "NAME",
        say("p1812 (mặc định), p526, itm, free_space", "p1812 (default), p526, itm, free_space"));
    one("--quantity", flags.quantity, "NAME", say("path_loss (mặc định), rsrp", "path_loss (default), rsrp"));
    one("--mode", flags.mode, "NAME",
        say("sweep (mặc định, dọc tia) hoặc exact (mỗi ô một mặt cắt)",
            "sweep (default, along rays) or exact (a profile per cell)"));
    one("--polarization", flags.polarization, "horizontal|vertical",
        say("phân cực; mặc định vertical", "polarization; default vertical"));
    one("--clutter", flags.clutter, "RASTER",
        say("chiều cao lớp phủ đại diện, mét; lấy ô gần nhất", "representative clutter heights, metres; nearest cell"));
    one("--short-path", flags.short_path, "NAME",
        say("dưới 0.25 km: none (mặc định), free_space, rma, uma, ehata_open, ehata_suburban, ehata_urban",
            "under 0.25 km: none (default), free_space, rma, uma, ehata_open, ehata_suburban, ehata_urban"));
    one("--antenna", flags.antenna, "PATTERN.msi",
        say("giản đồ ăng-ten dạng MSI (rsrp)", "the antenna's pattern, MSI format (rsrp)"));
    one("--climate", flags.climate, "NAME",
        say("itm: khí hậu; mặc định maritime_subtropical (phỏng đoán)",
            "itm: climate; default maritime_subtropical (a guess)"));
    one("--reason", flags.reason, "FILE.tif", say("ghi thêm lý do từng ô", "write the reason of every cell too"));
    one("--format", flags.format, "float32|uint16",
        say("float32 (mặc định) hoặc uint16, phần trăm dB", "float32 (default) or uint16, hundredths of dB"));
    add_overwrite(app, options, say("thay tệp đã có", "replace files that are there"));
    add_creation_options(app, options);
}

} // namespace phusong::cli
