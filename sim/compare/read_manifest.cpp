#include "sim/compare/read_manifest.h"
#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include <algorithm>

namespace phusong {

namespace fs = std::filesystem;
using ReadJson = nlohmann::json;
using geo::say;

namespace {
constexpr int manifest_format = 1;
}

void refuse(geo::Message what) {
    throw Torn{std::move(what), {"Chạy lại kịch bản này với --overwrite", "run this scenario again with --overwrite"}};
}

ReadJson read_json(fs::path const& folder, char const* name) {
    auto json = ReadJson::parse(geo::io::read_file(folder / name), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) refuse(say("{} không đọc được", "{} cannot be read", name));
    return json;
}

ReadJson read_manifest(fs::path const& folder, std::span<std::string const> made_anew) {
    if (!fs::is_directory(folder))
        throw Torn{{"không có thư mục này", "there is no such folder"}, {"Kiểm tra tên", "check the name"}};
    if (!fs::is_regular_file(folder / "run.json"))
        throw Torn{
            {"không có run.json: không phải thư mục kết quả đã xong", "has no run.json: no finished run's folder"},
            {"Cho thư mục mà «phusong run» đã ghi", "give a folder that «phusong run» has written"}};
    auto manifest = read_json(folder, "run.json");
    if (manifest.value("program", "") != "phusong")
        refuse({"run.json không phải của phusong", "run.json is not of phusong"});
    if (manifest.value("format", 0) != manifest_format)
        refuse(say("run.json có dạng {}, chương trình này đọc dạng {}", "run.json has format {}, this program reads {}",
                   manifest.value("format", 0), manifest_format));
    for (auto const& [name, hash] : manifest.at("outputs_sha256").items()) {
        // A manifest never leads out of its folder.
        if (fs::path(name).is_absolute() || name.find("..") != std::string::npos)
            refuse(say("run.json nêu tệp ngoài thư mục: {}", "run.json names a file outside of the folder: {}", name));
        if (std::ranges::find(made_anew, name) != made_anew.end()) continue;
        if (!fs::is_regular_file(folder / name)) refuse(say("thiếu tệp {}", "lacks the file {}", name));
        if (hash != geo::io::sha256_of_file(folder / name))
            refuse(say("tệp {} đã bị sửa từ khi ghi", "the file {} was changed since it was written", name));
    }
    return manifest;
}

} // namespace phusong
