#include "geo/io/hash.h"
#include "geo/io/file_handle.h"
#include <array>
#include <fmt/format.h>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>
#include <vector>

namespace phusong::geo::io {
namespace {

class Sha256 {
  public:
    Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        must(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }
    void add(std::string_view bytes) { must(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1); }
    [[nodiscard]] std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned size = 0;
        must(EVP_DigestFinal_ex(context_.get(), digest.data(), &size) == 1);
        std::string out;
        for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
        return out;
    }

  private:
    static void must(bool worked) {
        if (!worked) throw std::runtime_error("OpenSSL cannot compute SHA-256");
    }
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

} // namespace

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::string sha256_of_file(std::filesystem::path const& file) {
    auto const open = open_regular_file(file);
    Sha256 hash;
    std::vector<char> buffer(std::size_t{1} << 20);
    while (auto const got = read_some(open.handle, buffer.data(), buffer.size(), file)) hash.add({buffer.data(), got});
    return hash.hex();
}

} // namespace phusong::geo::io
