#include "geo/io/sqlite_file.h"
#include "geo/io/system_fault.h"
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <sqlite3.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

struct CloseDatabase {
    void operator()(sqlite3* database) const { (void)sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
struct Finish {
    void operator()(sqlite3_stmt* statement) const { (void)sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finish>;

[[noreturn]] void fail(fs::path const& file, sqlite3* database) {
    std::string const why = database ? sqlite3_errmsg(database) : "out of memory";
    throw_file_error(file, say("SQLite không làm được: {}", "SQLite failed: {}", why), {});
}

Database opened(fs::path const& file, int flags) {
    sqlite3* raw = nullptr;
    int const status = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    Database database(raw);
    if (status != SQLITE_OK) fail(file, raw);
    return database;
}

Statement prepared(fs::path const& file, sqlite3* database, std::string const& sql) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) fail(file, database);
    return Statement(raw);
}

struct Bind {
    sqlite3_stmt* statement;
    int column;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, column); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, column, value); }
    int operator()(double value) const { // SQLite has no NaN
        return std::isnan(value) ? sqlite3_bind_null(statement, column) : sqlite3_bind_double(statement, column, value);
    }
    int operator()(std::string const& value) const {
        return sqlite3_bind_text(statement, column, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
};

SqliteValue value_of(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
        return {};
    default: {
        auto const* const text = sqlite3_column_blob(statement, column);
        auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return text ? std::string(static_cast<char const*>(text), size) : std::string();
    }
    }
}

} // namespace

struct SqliteFile::Open {
    fs::path file;
    Database database;
    std::map<std::string, Statement, std::less<>> inserts; ///< by table; gone before the database is
    ~Open() { inserts.clear(); }
};

SqliteFile::SqliteFile(fs::path const& file) : open_(std::make_unique<Open>()) {
    open_->file = file;
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file, ignored)))
        throw_file_error(file, say("đã có sẵn", "exists already"), say("chọn tên khác", "choose another name"));
    open_->database = opened(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    for (auto const* setting :
         {"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA encoding='UTF-8'", "BEGIN"})
        execute(setting);
}

SqliteFile::~SqliteFile() = default;

void SqliteFile::execute(std::string const& sql) {
    if (sqlite3_exec(open_->database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(open_->file, open_->database.get());
}

void SqliteFile::insert(std::string const& table, std::span<SqliteValue const> row) {
    auto found = open_->inserts.find(table);
    if (found == open_->inserts.end()) {
        std::string marks = "?";
        for (std::size_t i = 1; i < row.size(); ++i) marks += ",?";
        auto statement =
            prepared(open_->file, open_->database.get(), fmt::format("INSERT INTO \"{}\" VALUES ({})", table, marks));
        found = open_->inserts.emplace(table, std::move(statement)).first;
    }
    auto* const statement = found->second.get();
    for (std::size_t i = 0; i < row.size(); ++i)
        if (std::visit(Bind{statement, static_cast<int>(i) + 1}, row[i]) != SQLITE_OK)
            fail(open_->file, open_->database.get());
    if (sqlite3_step(statement) != SQLITE_DONE) fail(open_->file, open_->database.get());
    (void)sqlite3_reset(statement);
}

void SqliteFile::close() {
    open_->inserts.clear();
    execute("COMMIT");
    open_->database.reset();
}

std::vector<std::string> acting_tables(std::string_view bytes) {
    std::string copy(bytes); // SQLite wants to own or to write them
    auto const database = opened(":memory:", SQLITE_OPEN_READWRITE);
    auto const size = static_cast<sqlite3_int64>(copy.size());
    if (sqlite3_deserialize(database.get(), "main", reinterpret_cast<unsigned char*>(copy.data()), size, size,
                            SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return {};
    auto const* const query = "SELECT name FROM sqlite_schema WHERE type = 'view' OR (type = 'table' AND "
                              "sql LIKE 'CREATE VIRTUAL TABLE%' AND sql NOT LIKE '%USING rtree%')";
    sqlite3_stmt* raw = nullptr;
    (void)sqlite3_prepare_v2(database.get(), query, -1, &raw, nullptr);
    Statement const statement(raw); // none where it is no database
    std::vector<std::string> names;
    while (raw && sqlite3_step(raw) == SQLITE_ROW) names.push_back(std::get<std::string>(value_of(raw, 0)));
    return names;
}

void read_sqlite(fs::path const& file, std::string const& query,
                 std::function<void(std::vector<SqliteValue> const&)> const& use) {
    auto const database = opened(file, SQLITE_OPEN_READONLY);
    auto const statement = prepared(file, database.get(), query);
    std::vector<SqliteValue> row(static_cast<std::size_t>(sqlite3_column_count(statement.get())));
    int status = 0;
    while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) {
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = value_of(statement.get(), static_cast<int>(i));
        use(row);
    }
    if (status != SQLITE_DONE) fail(file, database.get());
}

} // namespace phusong::geo::io
