#include "geo/io/file_handle.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/system_fault.h"
#include "tools/cli/command_line.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/language.h"
#include <filesystem>
#include <new>
#include <system_error>

using namespace phusong;

static geo::Problem system_trouble(std::system_error const& error) {
    auto const* const of_files = dynamic_cast<std::filesystem::filesystem_error const*>(&error);
    return {of_files ? of_files->path1().string() : "phusong", geo::io::system_reason(error.code().value()), {}};
}

static int obey_and_explain(int argc, char** argv, cli::Screen& screen) {
    auto const explain = [&](geo::Problems const& problems, int code) {
        if (cli::requested_stop() != 0)
            return cli::finish_stop(screen.language); // an error that the stop itself has caused
        return screen.problems(problems, code), code;
    };
    try {
        int const code = cli::obey(argc, argv, screen);
        cli::flush_stdout();
        return code;
    } catch (cli::Interrupted const&) {
        return cli::finish_stop(screen.language);
    } catch (cli::UsageError const& error) {
        return explain(error.problems, cli::usage);
    } catch (geo::InputError const& error) {
        return explain(error.problems, cli::bad_input);
    } catch (geo::io::MissingFile const& error) { // as a missing scenario, or one that a scenario names
        return explain(error.problems, cli::bad_input);
    } catch (geo::FileError const& error) {
        return explain(error.problems, cli::file_trouble);
    } catch (std::bad_alloc const&) {
        return explain({cli::out_of_memory()}, cli::file_trouble);
    } catch (std::system_error const& error) { // of the file system or of threads
        return explain({system_trouble(error)}, cli::file_trouble);
    } catch (std::exception const& error) {
        return explain({cli::our_fault(error.what())}, cli::our_bug);
    }
}

int main(int argc, char** argv) {
    geo::io::guard_gdal();
    cli::Screen screen{.language = cli::language_of(argc, argv), .json = cli::wants_json(argc, argv)};
    cli::watch_signals(screen.language);
    geo::io::when_gdal_gives_up(cli::give_up);
    return obey_and_explain(argc, argv, screen);
}
