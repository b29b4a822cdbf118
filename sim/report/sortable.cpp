#include "sim/report/sortable.h"
#include "sim/output/csv_text.h"

namespace phusong::report {

void SortTable::add(std::vector<SortCell> const& words, std::vector<SortCell> const& numbers,
                    std::string const& story) {
    ++rows_;
    body_ += html("<tr>");
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            body_ += html("<td>{}</td>", words[i].text);
        else if (story.empty())
            body_ += html("<th scope=\"row\">{}</th>", words[i].text);
        else
            body_ += html("<th scope=\"row\" data-story=\"{}\">{}</th>", story, words[i].text);
    }
    for (auto const& cell : numbers)
        body_ += html("<td class=\"n\" data-v=\"{}\">{}</td>", number(cell.value, 3), cell.text);
    body_ += html("</tr>\n");
}

Html SortTable::html_text(Page const& page, std::string const& caption, bool searchable) const {
    Html head;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        head += html("<th scope=\"col\" class=\"{}\">{}</th>", i < text_columns_ ? "" : "n", columns_[i]);
    Html search;
    if (searchable)
        search =
            html("<p class=\"search\" hidden><label for=\"{0}-search\">{1}</label> <input id=\"{0}-search\" "
                 "type=\"search\" data-table=\"{0}\" autocomplete=\"off\"> <output data-count=\"{0}\"></output></p>\n",
                 id_, page.say("Tìm theo tên:", "Search by name:"));
    return search +
           html(
               "<div class=\"wide\"><table id=\"{}\" class=\"sortable\"><caption>{}</caption><thead><tr>{}</tr></thead>"
               "<tbody>\n{}</tbody></table></div>\n",
               id_, caption, head, body_);
}

} // namespace phusong::report
