#include "tools/cli/batch_slurm.h"
#include "geo/io/atomic_file.h"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

/// One word to any shell, whatever is in it.
std::string quoted(std::string const& word) {
    std::string out = "'";
    for (char const c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

/// The command as typed, without what is meant for this process alone.
std::vector<std::string> words_of_task(std::vector<std::string> const& typed) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == "--slurm")
            ++i; // its number
        else if (typed[i] != "--slurm-wait" && !typed[i].starts_with("--slurm="))
            words.push_back(quoted(typed[i]));
    }
    return words;
}

bool has_sbatch() { return std::system("command -v sbatch >/dev/null 2>&1") == 0; }

} // namespace

std::string slurm_script(Options const& options, fs::path const& log_folder) {
    auto const tasks = options.batch.slurm;
    return fmt::format("#!/bin/sh\n"
                       "#SBATCH --job-name=phusong\n"
                       "#SBATCH --array=1-{0}\n"
                       "#SBATCH --ntasks=1\n"
                       "#SBATCH --cpus-per-task={1}\n"
                       "#SBATCH --requeue\n"
                       "#SBATCH --open-mode=append\n"
                       "#SBATCH --output=\"{2}/slurm-%a.log\"\n"
                       "export OMP_NUM_THREADS=\"${{SLURM_CPUS_PER_TASK:-{1}}}\"\n"
                       "cd {3} || exit 1\n"
                       "exec {4} {5} --shard \"$SLURM_ARRAY_TASK_ID/{0}\"\n",
                       tasks, std::max(1, options.batch.jobs), log_folder.string(), quoted(fs::current_path().string()),
                       quoted(fs::read_symlink("/proc/self/exe").string()),
                       fmt::join(words_of_task(options.typed), " "));
}

bool submit(Options const& options, fs::path const& unfinished, Screen const& screen) {
    auto const folder = fs::absolute(unfinished);
    auto const script = folder / "slurm.sh";
    geo::io::write_file(script, slurm_script(options, folder));
    auto const then = say("Khi mọi việc xong, chạy cùng lệnh không có --slurm để gộp.",
                          "When all tasks have ended, run the same command without --slurm to merge.");
    if (!has_sbatch()) {
        screen.tell(say("Máy này không có sbatch. Gửi bằng tay: sbatch {}",
                        "There is no sbatch here. Submit by hand: sbatch {}", script.string()));
        screen.tell(then);
        return false;
    }
    bool const wait = options.batch.slurm_wait;
    auto const command = fmt::format("sbatch {}{} >&2", wait ? "--wait " : "", quoted(script.string()));
    int const status = std::system(command.c_str());
    if (wait) { // whatever became of the tasks: what they lack is computed by who merges
        if (status != 0)
            screen.tell(say("Có việc không kết thúc tốt; xem {}/slurm-*.log. Phần thiếu được tính ở đây.",
                            "Some tasks did not end well; see {}/slurm-*.log. What is missing is computed here.",
                            folder.string()));
        return true;
    }
    if (status != 0)
        throw geo::FileError({{script.string(),
                               {"sbatch không nhận", "sbatch did not take it"},
                               {"xem lời của sbatch ở trên", "see what sbatch says above"}}});
    screen.tell(then);
    return false;
}

} // namespace phusong::cli
