#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace phusong::geo::io {

using SqliteValue = std::variant<std::monostate, std::int64_t, double, std::string>; ///< nothing, also for NaN

/// Writes a new SQLite database. The same calls give the same bytes; close() makes it whole. Not safe against a kill:
/// it belongs into an AtomicFolder.
class SqliteFile {
  public:
    /// Errors: FileError when there is a file already.
    explicit SqliteFile(std::filesystem::path const& file);
    ~SqliteFile();
    SqliteFile(SqliteFile const&) = delete;
    SqliteFile& operator=(SqliteFile const&) = delete;

    /// One statement without values: CREATE TABLE … Errors: FileError.
    void execute(std::string const& sql);
    /// A row into `table`, as many values as it has columns. Errors: FileError.
    void insert(std::string const& table, std::span<SqliteValue const> row);
    /// Errors: FileError.
    void close();

  private:
    struct Open;
    std::unique_ptr<Open> open_;
};

/// Names of what would run statements of its own when the database in `bytes` is read: views, and virtual tables other
/// than indexes of geometries (rtree). Empty where `bytes` are no database.
[[nodiscard]] std::vector<std::string> acting_tables(std::string_view bytes);

/// Rows of a query of an existing database, opened for reading only; use(row) for each.
/// Errors: FileError when the file cannot be read, is no database, or does not hold what the query names.
void read_sqlite(std::filesystem::path const& file, std::string const& query,
                 std::function<void(std::vector<SqliteValue> const&)> const& use);

} // namespace phusong::geo::io
