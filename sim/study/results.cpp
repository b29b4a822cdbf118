#include "sim/study/results.h"
#include "geo/io/csv_file.h"
#include "sim/adoption/quantile.h"
#include "sim/study/statistics.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong::study {
namespace {

using geo::io::csv_cell;

std::size_t runs_each(Results const& results) { return results.study.draws_each(); }

/// Share of the values that reach the goal; nothing without one.
std::string probability(Indicator const& indicator, std::vector<double> const& values) {
    if (!indicator.goal || values.empty()) return "";
    auto const reached = std::ranges::count_if(
        values, [&](double value) { return reaches_goal(value, *indicator.goal, indicator.more_is_better); });
    return figure_cell(static_cast<double>(reached) / static_cast<double>(values.size()));
}

/// Two cells.
std::string labels(geo::Message const& words) { return csv_cell(words.vi) + ',' + csv_cell(words.en); }

/// What people look at: the last year, the plan as a whole, and goals.
bool is_headline(Option const& option, Indicator const& indicator) {
    return indicator.goal || indicator.year == option.scenario.years.last;
}

} // namespace

Record whole_record(Results const& results, std::size_t run) {
    return results.whole ? results.whole(run) : results.records.at(run);
}

std::string figure_cell(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

Series series(Results const& results, std::size_t option, std::size_t indicator) {
    Series out;
    for (std::size_t draw = 0; draw < runs_each(results); ++draw) {
        auto const& record = results.records[option * runs_each(results) + draw];
        if (record.failed || std::isnan(record.values.at(indicator))) continue;
        out.kept.push_back(draw);
        out.values.push_back(record.values[indicator]);
    }
    return out;
}

std::string percentiles_csv(Results const& results) {
    std::string text = "option,indicator,year,unit,runs,mean,p10,p50,p90,goal,probability,label_vi,label_en\n";
    for (std::size_t o = 0; o < results.study.options.size(); ++o)
        for (std::size_t k = 0; k < results.indicators[o].size(); ++k) {
            auto const& indicator = results.indicators[o][k];
            auto const values = series(results, o, k).values;
            auto const under = [&](double share) {
                return values.empty() ? "" : figure_cell(phusong::quantile(values, share));
            };
            text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(results.study.options[o].name),
                                csv_cell(indicator.name), indicator.year, csv_cell(indicator.unit), values.size(),
                                figure_cell(mean(values)), under(0.1), under(0.5), under(0.9),
                                indicator.goal ? figure_cell(*indicator.goal) : "", probability(indicator, values),
                                labels(indicator.words));
        }
    return text;
}

std::string sensitivity_csv(Results const& results) {
    constexpr std::size_t bins = 20;
    std::string text = "option,indicator,year,unit,key,rank_correlation,first_order_index,mean_lowest_tenth,"
                       "mean_highest_tenth,label_vi,label_en,key_vi,key_en\n";
    for (std::size_t o = 0; o < results.study.options.size() && results.study.draws > 0; ++o)
        for (std::size_t k = 0; k < results.indicators[o].size(); ++k) {
            auto const& option = results.study.options[o];
            auto const& indicator = results.indicators[o][k];
            if (!is_headline(option, indicator)) continue;
            auto const y = series(results, o, k);
            for (std::size_t u = 0; u < option.uncertain.size(); ++u) {
                std::vector<double> x;
                for (auto draw : y.kept) x.push_back(results.records[o * runs_each(results) + draw].drawn.at(u));
                std::vector<std::size_t> order(x.size());
                for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
                std::ranges::stable_sort(order, {}, [&](std::size_t i) { return x[i]; });
                auto const tenth = x.size() / 10;
                std::vector<double> low, high;
                for (std::size_t i = 0; i < tenth; ++i) {
                    low.push_back(y.values[order[i]]);
                    high.push_back(y.values[order[order.size() - 1 - i]]);
                }
                text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(option.name),
                                    csv_cell(indicator.name), indicator.year, csv_cell(indicator.unit),
                                    option.uncertain[u].key, figure_cell(rank_correlation(x, y.values)),
                                    figure_cell(first_order_index(x, y.values, bins)), figure_cell(mean(low)),
                                    figure_cell(mean(high)), labels(indicator.words),
                                    labels(option.uncertain[u].field->doc));
            }
        }
    return text;
}

std::string regret_csv(Results const& results) {
    std::string text = "option,indicator,year,unit,mean_regret,largest_regret,label_vi,label_en\n";
    auto const& options = results.study.options;
    if (options.size() < 2) return text;
    for (std::size_t k = 0; k < results.indicators[0].size(); ++k) {
        auto const& indicator = results.indicators[0][k];
        bool const everywhere = std::ranges::all_of(results.indicators, [&](auto const& list) {
            return k < list.size() && list[k].name == indicator.name && list[k].year == indicator.year;
        });
        if (!everywhere || !is_headline(options[0], indicator)) continue;
        std::vector<std::vector<double>> regret(options.size());
        for (std::size_t draw = 0; draw < runs_each(results); ++draw) {
            auto const value = [&](std::size_t o) {
                auto const& record = results.records[o * runs_each(results) + draw];
                double const v = record.failed ? std::nan("") : record.values[k];
                return indicator.more_is_better ? v : -v;
            };
            double best = std::nan("");
            for (std::size_t o = 0; o < options.size(); ++o) best = std::fmax(best, value(o));
            for (std::size_t o = 0; o < options.size(); ++o)
                if (!std::isnan(value(o))) regret[o].push_back(best - value(o));
        }
        for (std::size_t o = 0; o < options.size(); ++o)
            text += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(options[o].name), csv_cell(indicator.name),
                                indicator.year, csv_cell(indicator.unit), figure_cell(mean(regret[o])),
                                regret[o].empty() ? "" : figure_cell(*std::ranges::max_element(regret[o])),
                                labels(indicator.words));
    }
    return text;
}

std::string runs_csv(Results const& results) {
    std::string text = "run,option,file,each,draw,changes,status";
    auto const& first = results.indicators.at(0);
    for (auto const& indicator : first)
        if (is_headline(results.study.options[0], indicator))
            text += fmt::format(",{}", csv_cell(fmt::format("{} {}", indicator.name, indicator.year)));
    text += '\n';
    for (auto const& record : results.records) {
        auto const o = record.run / runs_each(results);
        auto const& option = results.study.options[o];
        text += fmt::format("{},{},{},{},{},{},{}", record.run, csv_cell(option.name), csv_cell(option.file),
                            csv_cell(option.each),
                            results.study.draws > 0 ? fmt::format("{}", record.run % runs_each(results)) : "",
                            csv_cell(option.changes), record.failed ? "failed" : "done");
        for (auto const& wanted : first) {
            if (!is_headline(results.study.options[0], wanted)) continue;
            auto const& own = results.indicators[o];
            auto const found = std::ranges::find_if(
                own, [&](Indicator const& i) { return i.name == wanted.name && i.year == wanted.year; });
            auto const k = static_cast<std::size_t>(found - own.begin());
            text += fmt::format(",{}", found == own.end() || record.failed ? "" : figure_cell(record.values.at(k)));
        }
        text += '\n';
    }
    return text;
}

std::string failed_csv(Results const& results) {
    std::string text = "run,option,draw,reason_vi,reason_en\n";
    for (auto const& record : results.records)
        if (record.failed)
            text += fmt::format("{},{},{},{},{}\n", record.run,
                                csv_cell(results.study.options[record.run / runs_each(results)].name),
                                record.run % runs_each(results), csv_cell(record.why_vi), csv_cell(record.why_en));
    return text;
}

} // namespace phusong::study
