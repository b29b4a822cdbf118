#include "sim/report/charts.h"
#include "sim/output/labels.h"
#include "sim/report/chart_parts.h"
#include <algorithm>
#include <cmath>

namespace phusong::report {
namespace {

constexpr int axis_marks = 4;

Field field(int width, int height, double most, double& step) {
    step = axis_step(most, axis_marks);
    Field f{.width = width, .height = height};
    f.most = std::max(step, std::ceil(most / step - 1e-9) * step);
    return f;
}

/// A purse's year: what could be spent as a frame, what was spent as a bar with its number above.
Html purse_bar(Page const& page, Field const& f, PurseYear const& purse, double x, double width,
               char const* css_class) {
    double const spent = purse.spent_vnd() / vnd_per_bn, available = purse.available_vnd / vnd_per_bn;
    return rect(x, f.y(available), width, f.y(0) - f.y(available), "frame") +
           rect(x, f.y(spent), width, f.y(0) - f.y(spent), css_class) +
           text_at(x + width / 2, f.y(spent) - 3, "mid small", page.number(spent, spent < 100 ? 1 : 0));
}

} // namespace

Html money_chart(Page const& page) {
    auto const &operators = page.source.outcome.plan.operators, &purse = page.source.outcome.plan.public_purse;
    double most = 0, step = 1;
    for (auto const* each : {&operators, &purse})
        for (auto const& year : *each) most = std::max({most, year.available_vnd, year.spent_vnd()});
    auto f = field(540, 190, most * 1.08 / vnd_per_bn, step);
    Html out =
        chart_begin(f, page.say("Tiền chi từng năm theo nguồn, tỷ đồng", "Money spent by year and purse, billion VND"));
    out += html("<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
                "<rect width=\"2.6\" height=\"6\" fill=\"#a33b12\"/></pattern></defs>");
    out += value_axis(page, f, step);
    auto const count = static_cast<double>(std::max<std::size_t>(operators.size(), 1));
    for (std::size_t y = 0; y < operators.size(); ++y) {
        double const from = f.x((static_cast<double>(y) + 0.14) / count), width = (f.x(1) - f.x(0)) / count * 0.34;
        out += purse_bar(page, f, operators[y], from, width, "operators");
        out += purse_bar(page, f, purse[y], from + width * 1.1, width, "public");
        out += text_at(from + width * 1.05, f.height - 6, "mid", std::to_string(operators[y].year));
    }
    return out + chart_end();
}

Html villages_chart(Page const& page) {
    auto const& years = page.figures.headline.province;
    double step = 1;
    auto f = field(700, 170, years.front().villages, step);
    Html out = chart_begin(f, page.say("Thôn theo sóng, cuối mỗi năm", "Villages by signal, end of each year")) +
               value_axis(page, f, step);
    auto const count = static_cast<double>(years.size());
    for (std::size_t y = 0; y < years.size(); ++y) {
        double const x = f.x((static_cast<double>(y) + 0.2) / count), width = (f.x(1) - f.x(0)) / count * 0.6;
        auto const& now = years[y];
        double sum = 0;
        auto const part = [&](int villages, char const* css_class, char const* words) {
            double const below = sum;
            sum += villages;
            out += rect(x, f.y(sum), width, f.y(below) - f.y(sum), css_class);
            if (f.y(below) - f.y(sum) > 12)
                out += text_at(x + width / 2, (f.y(sum) + f.y(below)) / 2 + 4, words, page.number(villages));
        };
        part(now.villages_good, "good", "mid white");
        part(now.villages_weak, "weak", "mid");
        part(now.villages_none, "none", "mid white");
        out += text_at(x + width / 2, f.height - 6, "mid", std::to_string(page.base() + static_cast<int>(y)));
    }
    return out + chart_end();
}

namespace {

Html polyline(Field const& f, std::vector<double> const& values, char const* css_class) {
    std::string points;
    auto const steps = static_cast<double>(std::max<std::size_t>(values.size() - 1, 1));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]))
            points += px(f.x(static_cast<double>(i) / steps)) + "," + px(f.y(values[i])) + " ";
    return html("<polyline points=\"{}\" class=\"{}\"/>", points, css_class);
}

} // namespace

std::string service_title(Page const& page, ServiceKind service) {
    switch (service) {
    case ServiceKind::mobile:
        return page.say("Di động", "Mobile");
    case ServiceKind::fixed:
        return page.say("Internet cố định", "Fixed Internet");
    case ServiceKind::paytv:
        return page.say("Truyền hình trả tiền", "Pay-TV");
    }
    return "";
}

Html service_chart(Page const& page, ServiceKind service) {
    std::vector<double> with, without;
    for (auto const& year : page.figures.headline.province) {
        with.push_back(year.per_100(service));
        without.push_back(year.per_100_without_plan(service));
    }
    double most = 0, step = 1;
    for (double const value : with)
        if (std::isfinite(value)) most = std::max(most, value);
    auto f = field(230, 170, most * 1.15, step);
    f.left = 30;
    f.top = 18; // under the name
    f.right = 30;
    Html out = chart_begin(f, service_title(page, service));
    out += text_at(f.left, 9, "strong", service_title(page, service)) + value_axis(page, f, step);
    out += polyline(f, without, "line dashed") + polyline(f, with, "line");
    out += text_at(f.x(1) + 3, f.y(with.back()) + 1, "small", page.number(with.back(), 1));
    if (std::abs(f.y(with.back()) - f.y(without.back())) > 10)
        out += text_at(f.x(1) + 3, f.y(without.back()) + 7, "small", page.number(without.back(), 1));
    out += text_at(f.x(0), f.height - 6, "mid", std::to_string(page.base()));
    out += text_at(f.x(1), f.height - 6, "mid", std::to_string(page.last()));
    return out + chart_end();
}

} // namespace phusong::report
