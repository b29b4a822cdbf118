#include "sim/scenario/read_layers.h"
#include "geo/suggest.h"
#include "sim/scenario/key_notes.h"
#include "sim/scenario/set_value.h"
#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace phusong {
namespace {
namespace fs = std::filesystem;
using toml_text::Entry;
using Kind = toml_text::Value::Kind;

constexpr std::size_t max_chain = 16;
constexpr std::string_view override_prefix = "override.";

std::string leaf(std::string const& key) { return key.substr(key.rfind('.') + 1); }

bool is_section(std::string const& key) {
    return std::ranges::any_of(fields(), [&](Field const& f) { return f.key.starts_with(key + "."); });
}

/// Everything of one file. Devices, pipes and folders are never opened.
std::optional<std::string> read_bytes(fs::path const& file, std::string const& shown, geo::Problems& problems) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        problems.push_back(
            {shown,
             {"không có tệp này, hoặc không phải tệp thường", "there is no such file, or it is not a regular file"},
             {"Kiểm tra tên tệp và thư mục đang đứng", "check the name and the folder you stand in"}});
        return std::nullopt;
    }
    if (fs::file_size(file, error) > toml_text::max_bytes)
        return std::string(toml_text::max_bytes + 1, ' '); // refused by its size, unread
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw geo::FileError(geo::Problems{{shown,
                                            {"không mở được tệp", "cannot open the file"},
                                            {"Kiểm tra quyền đọc", "check that you may read it"}}});
    return std::string(std::istreambuf_iterator<char>(in), {});
}

class Reader {
  public:
    explicit Reader(geo::io::AllowedRoots const& allowed) : allowed_(allowed) {}

    void read(fs::path const& file, std::string const& shown) {
        chain_.push_back(file);
        layers.files.push_back(file);
        auto const bytes = read_bytes(file, shown, layers.problems);
        auto const parsed = bytes ? toml_text::parse(*bytes, shown) : toml_text::Parsed{};
        if (!bytes || !parsed.problems.empty()) layers.complete = false;
        std::ranges::copy(parsed.problems, std::back_inserter(layers.problems));
        if (bytes && parsed.problems.empty() && parsed.entries.empty()) tell_empty(shown);
        for (auto const& entry : parsed.entries)
            if (entry.key == "extends") extend(entry, shown);
        auto const folder = folder_of_paths(parsed.entries, shown, file);
        // After what this file extends: that has read notes of its own.
        notes_ = bytes ? notes_of_lines(*bytes, geo::io::name_in_project(file, allowed_.roots.front()))
                       : std::map<int, ValueSource>{};
        for (auto const& entry : parsed.entries) take(entry, shown, folder);
        chain_.pop_back();
    }

    Layers layers;

  private:
    void tell_empty(std::string const& shown) {
        layers.complete = false;
        layers.problems.push_back({shown,
                                   {"tệp trống, không có khóa nào", "the file is empty, it holds no key"},
                                   {"Bắt đầu từ scenarios/toy.toml", "start from scenarios/toy.toml"}});
    }

    /// Paths start at their own file's folder, or at the project's where the file says paths_from = "project".
    fs::path folder_of_paths(std::vector<Entry> const& entries, std::string const& shown, fs::path const& file) {
        auto const said = std::ranges::find(entries, std::string("paths_from"), &Entry::key);
        if (said == entries.end() || said->value.text == "file") return file.parent_path();
        if (said->value.text == "project") return allowed_.roots.front();
        tell(toml_text::where(shown, said->value.place, said->key),
             {"phải là \"file\" hoặc \"project\"", "must be \"file\" or \"project\""}, {});
        return file.parent_path();
    }

    void extend(Entry const& entry, std::string const& shown) {
        auto const& value = entry.value;
        std::span<toml_text::Value const> const items =
            value.kind == Kind::list ? std::span(value.items) : std::span(&value, 1);
        for (auto const& item : items) {
            auto const where = toml_text::where(shown, item.place, "extends");
            if (item.kind == Kind::text)
                extend_file(item.text, shown, where);
            else
                tell(where,
                     {"phải là đường dẫn trong dấu nháy, hoặc danh sách đường dẫn",
                      "must be a path in quotes, or a list of them"},
                     {});
        }
    }

    void extend_file(std::string const& written, std::string const& shown, std::string const& where) {
        auto const checked = geo::io::check_path(written, chain_.back().parent_path(), allowed_, where);
        if (!checked.path) {
            layers.complete = false;
            if (checked.problem) layers.problems.push_back(*checked.problem);
            return;
        }
        if (std::ranges::find(chain_, *checked.path) != chain_.end())
            return tell(where, geo::say("{} kế thừa chính nó theo vòng", "{} extends itself in a circle", written),
                        {"Bỏ một trong các dòng extends của vòng này", "remove one of the extends of this circle"});
        if (chain_.size() >= max_chain)
            return tell(where, geo::say("kế thừa quá {} tầng", "extends more than {} levels deep", max_chain), {});
        if (std::ranges::find(layers.files, *checked.path) != layers.files.end()) return; // each file once
        read(*checked.path, (fs::path(shown).parent_path() / written).lexically_normal().generic_string());
    }

    void take(Entry const& entry, std::string const& shown, fs::path const& folder) {
        if (entry.key == "extends" || entry.key == "paths_from") return;
        bool const table = entry.value.kind == Kind::table;
        for (auto [name, keys] : {std::pair{"sweep", &layers.sweep}, {"uncertainty", &layers.uncertainty}})
            if (entry.key == name || entry.key.starts_with(fmt::format("{}.", name)))
                return take_of_study(entry, name, *keys, shown, folder);
        if (!entry.key.starts_with(override_prefix)) {
            if (entry.key != "override" || !table) take_key(entry, entry.key, layers.keys, shown, folder);
            return;
        }
        auto const rest = entry.key.substr(override_prefix.size());
        auto const end = rest.find('.');
        auto& keys = layers.overrides[rest.substr(0, end)];
        if (end != std::string::npos)
            take_key(entry, rest.substr(end + 1), keys, shown, folder);
        else if (!table)
            layers.problems.push_back(
                {toml_text::where(shown, entry.place, entry.key),
                 {"phải là một bảng", "must be a table"},
                 geo::say("Viết [{}] rồi các khóa bên dưới", "write [{}] with its keys below", entry.key)});
    }

    /// A distribution takes the place of the whole one that an extended file gave: its bounds are of another kind.
    static void forget_distribution(std::string const& head, GivenKeys& keys, std::string const& shown) {
        std::erase_if(keys, [&](auto const& item) {
            return item.first.starts_with(head) && !item.second.where.starts_with(shown + ":");
        });
    }

    void take_of_study(Entry const& entry, std::string const& table, GivenKeys& keys, std::string const& shown,
                       fs::path const& folder) {
        auto const where = toml_text::where(shown, entry.value.place, entry.key);
        if (entry.key != table && entry.value.kind != Kind::table) {
            auto const key = entry.key.substr(table.size() + 1);
            if (key.ends_with(".distribution")) forget_distribution(key.substr(0, key.rfind('.') + 1), keys, shown);
            keys.insert_or_assign(key, Given{entry.value, where, folder, note_of(entry)});
        } else if (entry.key == table && entry.value.kind != Kind::table)
            layers.problems.push_back(
                {where,
                 {"phải là một bảng", "must be a table"},
                 geo::say("Viết [{}] rồi các khóa bên dưới", "write [{}] with its keys below", table)});
    }

    void take_key(Entry const& entry, std::string const& key, GivenKeys& keys, std::string const& shown,
                  fs::path const& folder) {
        auto const* field = find_field(key);
        if (!field) return refuse(entry, key, shown);
        auto const where = toml_text::where(shown, entry.value.place, entry.key);
        auto const before = layers.problems.size();
        set_value(scratch_, *field, entry.value, where, layers.problems);
        if (layers.problems.size() == before)
            keys.insert_or_assign(key, Given{entry.value, where, folder, note_of(entry)});
        else
            layers.refused.insert(key);
    }

    std::optional<ValueSource> note_of(Entry const& entry) const {
        auto const found = notes_.find(entry.place.line);
        return found == notes_.end() ? std::nullopt : std::optional(found->second);
    }

    /// A key without a row. Of an unknown table only the header is told, not all that stands under it.
    void refuse(Entry const& entry, std::string const& key, std::string const& shown) {
        bool const table = entry.value.kind == Kind::table;
        if (table && is_section(key)) return;
        if (!unknown_table_.empty() && entry.key.starts_with(unknown_table_)) return;
        unknown_table_ = table ? entry.key + "." : "";
        auto const where = toml_text::where(shown, entry.place, entry.key);
        if (is_section(key))
            layers.problems.push_back(
                {where,
                 {"là tên một bảng, không phải một giá trị", "is the name of a table, not of a value"},
                 geo::say("Viết [{}] rồi các khóa bên dưới", "write [{}] with its keys below", key)});
        else
            layers.problems.push_back(unknown_key(where, key));
    }

    void tell(std::string const& where, geo::Message what, geo::Message hint) {
        layers.complete = false;
        layers.problems.push_back({where, std::move(what), std::move(hint)});
    }

    geo::io::AllowedRoots const& allowed_;
    std::vector<fs::path> chain_;      ///< files being read, the first given on the command line
    Scenario scratch_;                 ///< values are tried here
    std::map<int, ValueSource> notes_; ///< of the lines of the file being read
    std::string unknown_table_;        ///< "override.north.radoi." while its keys pass by
};

} // namespace

Layers read_layers(fs::path const& file, geo::io::AllowedRoots const& allowed) {
    Reader reader(allowed);
    std::error_code error;
    auto const canonical = fs::weakly_canonical(file, error);
    reader.read(error ? file : canonical, file.generic_string());
    return std::move(reader.layers);
}

geo::Problem unknown_key(std::string const& where, std::string const& key) {
    geo::Message const what{"không có khóa này", "there is no such key"};
    std::vector<std::string> names;
    for (auto const& field : fields())
        if (field.key.starts_with(key + "."))
            return {where,
                    {"là tên một bảng, không phải một giá trị", "is the name of a table, not of a value"},
                    geo::say("Viết một khóa của bảng, như {}", "name a key of the table, such as {}", field.key)};
    for (auto const& field : fields()) {
        if (leaf(field.key) == leaf(key))
            return {where, what, geo::say("Có phải là {}?", "did you mean {}?", field.key)};
        names.push_back(field.key);
        for (auto dot = field.key.find('.'); dot != std::string::npos; dot = field.key.find('.', dot + 1))
            names.push_back(field.key.substr(0, dot)); // a misspelt table header
    }
    if (auto const near = geo::nearest_name(key, names))
        return {where, what, geo::say("Có phải là {}?", "did you mean {}?", *near)};
    return {where, what, {"Xem mọi khóa: phusong reference", "for all keys see: phusong reference"}};
}

} // namespace phusong
