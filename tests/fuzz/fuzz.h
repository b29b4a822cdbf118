#pragma once
#include "geo/problem.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

// Every fuzzer: any bytes give a result or a geo::Failure (InputError, FileError), whose text is there in both
// languages. Anything else thrown, any crash and any report of a sanitizer is a finding.

namespace phusong::fuzz {

/// Calls read(); lets through what people can mend.
template <class Read> void survive(Read const& read) {
    try {
        read();
    } catch (geo::Failure const& failure) {
        if (text(failure.problems, geo::Language::vi).empty() || text(failure.problems, geo::Language::en).empty())
            __builtin_trap();
    }
}

/// A file of this process with these bytes, for readers that only take files. `name` gives the ending.
[[nodiscard]] std::filesystem::path put(char const* name, std::string_view bytes);
[[nodiscard]] std::filesystem::path folder();

inline std::string_view view(std::uint8_t const* data, std::size_t size) {
    return {reinterpret_cast<char const*>(data), size};
}

} // namespace phusong::fuzz
