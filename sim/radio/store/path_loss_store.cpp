#include "sim/radio/store/path_loss_store.h"
#include "geo/io/hash.h"
#include "geo/io/kept_files.h"
#include <bit>
#include <charconv>
#include <cstring>
#include <utility>

namespace phusong {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

constexpr std::string_view ending = ".loss";
constexpr int format_version = 1;
constexpr std::size_t hex_length = 64, checksum_line_length = 7 + hex_length + 1; // "sha256 ", digest, line end

/// The lines before the numbers, from the second on.
std::string head_of(PathLossKey const& key, PathLoss const& loss) {
    return fmt::format("phusong path loss {}\nkey {}\nwindow {} {} {} {}\n", format_version, key.hex, loss.first_row,
                       loss.first_col, loss.rows, loss.cols);
}

std::string encode(PathLossKey const& key, PathLoss const& loss) {
    std::string rest = head_of(key, loss);
    rest.append(reinterpret_cast<char const*>(loss.centi_db.data()), loss.centi_db.size() * sizeof(std::uint16_t));
    return "sha256 " + geo::io::sha256(rest) + "\n" + rest;
}

/// Reads "window R C ROWS COLS\n" at the start of `text` and takes it away.
bool take_window(std::string_view& text, PathLoss& to) {
    constexpr std::string_view word = "window";
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    for (int* const value : {&to.first_row, &to.first_col, &to.rows, &to.cols}) {
        if (!text.starts_with(' ')) return false;
        auto const [stop, error] = std::from_chars(text.data() + 1, text.data() + text.size(), *value);
        if (error != std::errc{} || *value < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    }
    if (!text.starts_with('\n')) return false;
    text.remove_prefix(1);
    return true;
}

/// Nothing when the bytes are not what encode() has written for this key.
std::optional<PathLoss> decode(PathLossKey const& key, std::string_view bytes) {
    if (bytes.size() < checksum_line_length) return std::nullopt;
    auto const first_line = bytes.substr(0, checksum_line_length);
    auto rest = bytes.substr(checksum_line_length);
    if (first_line != "sha256 " + geo::io::sha256(rest) + "\n") return std::nullopt;
    auto const start = fmt::format("phusong path loss {}\nkey {}\n", format_version, key.hex);
    if (!rest.starts_with(start)) return std::nullopt;
    rest.remove_prefix(start.size());
    PathLoss loss;
    if (!take_window(rest, loss)) return std::nullopt;
    auto const cells = static_cast<std::size_t>(loss.rows) * static_cast<std::size_t>(loss.cols);
    if (rest.size() != cells * sizeof(std::uint16_t)) return std::nullopt;
    loss.centi_db.resize(cells);
    if (cells > 0) std::memcpy(loss.centi_db.data(), rest.data(), rest.size());
    return loss;
}

} // namespace

PathLossStore::PathLossStore(std::filesystem::path folder, std::uint64_t max_bytes)
    : folder_(std::move(folder)), max_bytes_(max_bytes) {}

std::filesystem::path PathLossStore::file_of(PathLossKey const& key) const {
    return folder_ / (key.hex + std::string(ending));
}

void PathLossStore::remark(geo::Message text) {
    std::lock_guard const lock(mutex_);
    remarks_.push_back(std::move(text));
}

std::vector<geo::Message> PathLossStore::take_remarks() {
    std::lock_guard const lock(mutex_);
    return std::exchange(remarks_, {});
}

std::optional<PathLoss> PathLossStore::find(PathLossKey const& key) {
    if (folder_.empty()) return std::nullopt;
    auto const file = file_of(key);
    auto const bytes = geo::io::read_kept(file, std::size_t{1} << 32);
    if (!bytes) return std::nullopt;
    auto loss = decode(key, *bytes);
    if (loss) return loss;
    geo::io::drop_kept(file);
    remark(geo::say("suy hao cất giữ {} không khớp mã kiểm tra (hỏng, bị cắt cụt hoặc là tệp khác): tính lại",
                    "kept path loss {} does not agree with its checksum (damaged, cut short or another file): computed "
                    "anew",
                    file.filename().string()));
    return std::nullopt;
}

void PathLossStore::put(PathLossKey const& key, PathLoss const& loss) {
    if (folder_.empty()) return;
    auto const bytes = encode(key, loss);
    if (bytes.size() > max_bytes_) return;
    auto const file = file_of(key);
    geo::io::write_kept(file, bytes);
    std::lock_guard const lock(mutex_);
    if (kept_bytes_ && *kept_bytes_ + bytes.size() <= max_bytes_)
        *kept_bytes_ += bytes.size();
    else // looking at the whole folder costs more than a file, so only when it may be full
        kept_bytes_ = geo::io::drop_oldest(folder_, ending, max_bytes_, file);
}

} // namespace phusong
