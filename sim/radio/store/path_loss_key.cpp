#include "sim/radio/store/path_loss_key.h"
#include "geo/io/hash.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong {
namespace {

/// Fields one after the other. Texts carry their length, so that no two lists of fields look alike.
class Fields {
  public:
    Fields& add(std::string_view name, std::string_view text) {
        bytes_ += fmt::format("{}:{}={}:{}\n", name.size(), name, text.size(), text);
        return *this;
    }
    Fields& add(std::string_view name, double value) { return add(name, fmt::format("{:a}", value + 0.0)); } // no -0
    Fields& add(std::string_view name, int value) { return add(name, fmt::format("{}", value)); }
    [[nodiscard]] std::string const& bytes() const { return bytes_; }

  private:
    std::string bytes_ = "phusong path loss\n";
};

} // namespace

PathLossKey key_of(PathLossInputs const& inputs) {
    auto const& g = inputs.grid;
    Fields fields;
    fields.add("terrain_sha256", inputs.terrain_sha256).add("crs", inputs.crs);
    fields.add("west_m", g.west_m).add("north_m", g.north_m).add("cell_m", g.cell_m);
    fields.add("rows", g.rows).add("cols", g.cols);
    fields.add("x_m", inputs.transmitter.x_m).add("y_m", inputs.transmitter.y_m);
    fields.add("antenna_height_m", inputs.antenna_height_m).add("receiver_height_m", inputs.receiver_height_m);
    fields.add("frequency_mhz", inputs.frequency_mhz).add("radius_km", inputs.radius_km);
    fields.add("most_loss_db", inputs.most_loss_db);
    fields.add("model", inputs.model).add("model_version", inputs.model_version);
    auto settings = inputs.settings;
    std::ranges::sort(settings);
    for (auto const& [name, value] : settings) fields.add("setting " + name, value);
    return {geo::io::sha256(fields.bytes())};
}

} // namespace phusong
