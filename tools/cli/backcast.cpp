#include "sim/adoption/backcast.h"
#include "geo/io/atomic_file.h"
#include "sim/output/csv_text.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/number_flag.h"
#include "tools/cli/output_files.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>

namespace phusong::cli {
namespace {

using geo::say;

constexpr int usual_until = 2016;

double number_or(std::string const& typed, char const* flag, double usual, double min, double max, bool whole) {
    if (typed.empty()) return usual;
    auto const value = number_of(typed);
    if (!value || *value < min || *value > max || (whole && *value != std::floor(*value)))
        throw UsageError({not_in_range(flag, typed, min, max)});
    return *value;
}

struct BackcastTask {
    int until = usual_until;
    ForecastMethod method;
};

BackcastTask task_of(Options const& options) {
    auto const& flags = options.backcast;
    BackcastTask task;
    task.until = static_cast<int>(number_or(flags.until, "--until", usual_until, 1900, 2100, true));
    task.method.years_ahead = static_cast<int>(number_or(flags.ahead, "--ahead", task.method.years_ahead, 1, 30, true));
    task.method.ceiling_per_100 = number_or(flags.ceiling, "--ceiling", task.method.ceiling_per_100, 0.1, 500, false);
    if (flags.curve.empty()) return task;
    if (std::ranges::find(curve_names, flags.curve) == curve_names.end())
        throw UsageError(say("--curve {}: chỉ có logistic, gompertz và bass",
                             "--curve {}: only logistic, gompertz and bass exist", flags.curve));
    task.method.shape = curve_shape(flags.curve);
    return task;
}

std::string text_of(Backcast const& result, BackcastTask const& task, geo::Language language) {
    auto out = say("{} dự báo cho {}–{}: sai lệch trung bình {:.2f} điểm; {:.0f} % nằm trong khoảng P10–P90 "
                   "(± {:.2f} điểm mỗi năm, từ {} dự báo trước đó)\n",
                   "{} predictions of {}–{}: mean error {:.2f} points; {:.0f} % lie between P10 and P90 (growth off by "
                   "{:.2f} points a year, from {} earlier predictions)\n",
                   result.rows.size(), task.until + 1, task.until + task.method.years_ahead, result.mean_error_points,
                   100 * result.covered_share, result.growth_error_points, result.earlier_backcasts)
                   .in(language);
    for (auto const& other : result.others)
        out += say("  {}: {:.2f} điểm\n", "  {}: {:.2f} points\n", other.name.in(language), other.mean_points)
                   .in(language);
    return out;
}

std::string json_of(Backcast const& result, BackcastTask const& task) {
    Json json{{"until", task.until},
              {"predictions", result.rows.size()},
              {"mean_error_points", result.mean_error_points},
              {"covered_share", result.covered_share},
              {"growth_error_points", result.growth_error_points},
              {"earlier_predictions", result.earlier_backcasts}};
    for (auto const& other : result.others) json["other_methods"][other.name.en] = other.mean_points;
    return dump(json);
}

std::string rows_csv(Backcast const& result) {
    CsvText csv({"series", "year", "per_100", "predicted", "p10", "p90"});
    for (auto const& row : result.rows)
        csv.add({row.series, std::to_string(row.year), number(row.value, 4), number(row.predicted, 4),
                 number(row.p10, 4), number(row.p90, 4)});
    return csv.text();
}

int act_on_backcast(Options const& options, Screen const& screen) {
    if (options.files.size() != 1)
        throw UsageError(say("cần một tệp chuỗi số liệu", "needs one file of series"),
                         say("ví dụ: phusong backcast data/series/fixed_broadband.csv",
                             "for example: phusong backcast data/series/fixed_broadband.csv"));
    auto const task = task_of(options);
    OutputFiles files(options.overwrite);
    files.read("FILE", options.files.front());
    files.write("--out", options.backcast.out);
    files.check();
    auto const result = backcast(read_series(options.files.front(), options.files.front()), task.until, task.method);
    if (!options.backcast.out.empty()) geo::io::write_file(options.backcast.out, rows_csv(result));
    screen.data(screen.json ? json_of(result, task) : text_of(result, task, screen.language));
    return ok;
}

void add_backcast_options(CLI::App& app, Options& options) {
    auto& flags = options.backcast;
    auto const one = [&](char const* name, std::string& text, char const* shown, geo::Message const& what) {
        app.add_option(name, text, what.in(options.language))
            ->type_name(shown)
            ->group(say("Dự báo", "Prediction").in(options.language));
    };
    add_file(app, options, "FILE", say("bảng series,year,per_100,source", "a table series,year,per_100,source"));
    one("--until", flags.until, "YEAR", say("năm cuối được xem; mặc định 2016", "last year shown; default 2016"));
    one("--ahead", flags.ahead, "N", say("số năm dự báo; mặc định 4", "years to predict; default 4"));
    one("--curve", flags.curve, "NAME",
        say("logistic, gompertz (mặc định) hoặc bass", "logistic, gompertz (default) or bass"));
    one("--ceiling", flags.ceiling, "N",
        say("mức bão hòa trên 100 dân; mặc định 33", "ceiling per 100 people; default 33"));
    one("--out", flags.out, "FILE", say("ghi từng dự báo vào tệp này", "write every prediction into this file"));
    add_overwrite(app, options, say("thay tệp đã có", "replace a file that is there"));
}

} // namespace

Verb backcast_verb() {
    return {
        .name = "backcast",
        .brief = {"kiểm tra cách dự báo thuê bao trên số liệu đã biết", "test how subscribers are predicted on known "
                                                                        "years"},
        .page = {"Cho phương pháp xem mỗi chuỗi số liệu đến một năm, dự báo các năm sau, rồi so với số đã biết: sai "
                 "lệch\ntrung bình, bao nhiêu số nằm trong khoảng, và các cách đơn giản hơn sai bao nhiêu.",
                 "Shows the method every series up to a year, predicts the years after it and compares with what is\n"
                 "known: mean error, how many lie in the interval, and what simpler methods would have erred by."},
        .examples = {"  phusong backcast data/series/fixed_broadband.csv --until 2016",
                     "  phusong backcast data/series/fixed_broadband.csv --until 2016"},
        .add_options = add_backcast_options,
        .act = act_on_backcast};
}

} // namespace phusong::cli
