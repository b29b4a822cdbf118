#pragma once
#include "geo/message.h"
#include "tools/cli/verb.h"

namespace phusong::cli {

/// Gives the help page of the whole program, or of one verb, its words in one language.
void dress(CLI::App& app, geo::Language language);
void dress(CLI::App& app, Verb const& verb, geo::Language language);

/// The page of the verb that was named, or of the program.
[[nodiscard]] std::string help_page(CLI::App const& app);

} // namespace phusong::cli
