#pragma once
#include "tools/cli/verb.h"
#include <string>
#include <vector>

namespace CLI {
class ParseError;
}

namespace phusong::cli {

// What is wrong with a command line, as a UsageError in both languages.

/// Arguments that no verb takes.
void refuse_extras(CLI::App const& app, std::vector<Verb> const& all);
/// What follows an unknown option looks like one argument too many: name the cause and not the consequence.
void refuse_unknown_option(CLI::App& app, std::vector<std::string> const& words, std::vector<Verb> const& all);
/// CLI11 speaks English only. What is left to it: an option without its value, a value that is no number, options that
/// need or exclude each other, and the words of this program's own checks after the option's name.
[[noreturn]] void translate(CLI::ParseError const& error);

} // namespace phusong::cli
