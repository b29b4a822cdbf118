#include "geo/io/file_ending.h"

namespace phusong::geo::io {

std::string ending_of(std::filesystem::path const& file) {
    auto ending = file.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending;
}

} // namespace phusong::geo::io
