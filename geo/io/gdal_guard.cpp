#include "geo/io/gdal_guard.h"
#include <algorithm>
#include <array>
#include <atomic>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <mutex>
#include <ogr_srs_api.h>
#include <string_view>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

/// Every GDAL option can come from the environment; these prefixes cover the ones of our drivers and of the network.
constexpr std::array<std::string_view, 31> environment_prefixes{"GDAL_",
                                                                "CPL_",
                                                                "OGR_",
                                                                "OSR_",
                                                                "PROJ_",
                                                                "VSI",
                                                                "VRT_",
                                                                "GTIFF_",
                                                                "GTIF_",
                                                                "TIFF_",
                                                                "GEOTIFF_",
                                                                "COG_",
                                                                "PNG_",
                                                                "SHAPE_",
                                                                "SQLITE_",
                                                                "GPKG_",
                                                                "GEOJSON_",
                                                                "OSM_",
                                                                "CSV_",
                                                                "FLATGEOBUF_",
                                                                "AWS_",
                                                                "AZURE_",
                                                                "GS_",
                                                                "GOOGLE_",
                                                                "OSS_",
                                                                "SWIFT_",
                                                                "WEBHDFS_",
                                                                "CURL_",
                                                                "NUM_THREADS",
                                                                "COMPRESS_OVERVIEW",
                                                                "PREDICTOR_OVERVIEW"};

constexpr std::array<std::string_view, 12> kept_drivers{
    "GTiff", "COG", "GPKG", "CSV", "GeoJSON", "MEM", "Memory", "PNG", "SRTMHGT", "ESRI Shapefile", "FlatGeobuf", "OSM"};

struct Log {
    std::mutex turn;
    std::vector<std::pair<std::string, std::size_t>> lines; ///< text, times said; in order of first appearance
};

Log& log() {
    static Log only;
    return only;
}

std::atomic<void (*)(char const*)> last_words{nullptr};

void CPL_STDCALL remember(CPLErr severity, CPLErrorNum, char const* text) {
    if (auto const act = last_words.load(); act && severity == CE_Fatal) act(text); // else GDAL aborts next
    if (severity == CE_None || severity == CE_Debug) return;
    std::lock_guard const lock(log().turn);
    auto& lines = log().lines;
    auto const same = std::find_if(lines.begin(), lines.end(), [&](auto const& line) { return line.first == text; });
    if (same != lines.end())
        ++same->second;
    else if (lines.size() < 1000)
        lines.emplace_back(text, 1);
}

void clear_environment() {
    std::vector<std::string> names;
    for (char** entry = environ; entry && *entry; ++entry) {
        std::string_view const line(*entry);
        auto const name = line.substr(0, line.find('='));
        auto const ours = [&](std::string_view prefix) { return name.rfind(prefix, 0) == 0; };
        if (std::any_of(environment_prefixes.begin(), environment_prefixes.end(), ours)) names.emplace_back(name);
    }
    // NOLINTNEXTLINE(concurrency-mt-unsafe): main is at its start, there is no other thread yet
    for (auto const& name : names) (void)::unsetenv(name.c_str());
}

/// Options that must hold before the first driver is registered, and those that hold for the whole program.
void set_options() {
    CPLSetConfigOption("GDAL_CONFIG_FILE", "");                      // no gdalrc from the home folder
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");               // no plugins
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");                    // no .aux.xml, neither read nor written
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"); // no .ovr, .msk, .tfw
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "500");
    CPLSetConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"); // same layers, same GeoPackage bytes
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
    CPLSetConfigOption("PROJ_NETWORK", "OFF");
}

/// GDAL may still point to what we take out of its lists, so it is kept to the end of the program and beyond.
std::vector<void const*>& taken_out() {
    static auto* const only = new std::vector<void const*>;
    return *only;
}

void keep_only_our_drivers() {
    auto* const manager = GetGDALDriverManager();
    for (int i = manager->GetDriverCount() - 1; i >= 0; --i) {
        auto* const driver = manager->GetDriver(i);
        if (std::find(kept_drivers.begin(), kept_drivers.end(), driver->GetDescription()) == kept_drivers.end()) {
            manager->DeregisterDriver(driver);
            taken_out().push_back(driver);
        }
    }
}

/// A file system in which nothing exists and nothing can be made.
VSIFilesystemPluginCallbacksStruct* refusing_callbacks() {
    auto* const calls = VSIAllocFilesystemPluginCallbacksStruct();
    calls->open = [](void*, char const*, char const*) -> void* { return nullptr; };
    calls->stat = [](void*, char const*, VSIStatBufL*, int) { return -1; };
    calls->unlink = [](void*, char const*) { return -1; };
    calls->rename = [](void*, char const*, char const*) { return -1; };
    calls->mkdir = [](void*, char const*, long) { return -1; };
    calls->rmdir = [](void*, char const*) { return -1; };
    calls->read_dir = [](void*, char const*, int) -> char** { return nullptr; };
    calls->read = [](void*, void*, size_t, size_t) -> size_t { return 0; };
    calls->write = [](void*, void const*, size_t, size_t) -> size_t { return 0; };
    calls->seek = [](void*, vsi_l_offset, int) { return -1; };
    calls->tell = [](void*) -> vsi_l_offset { return 0; };
    calls->eof = [](void*) { return 1; };
    calls->close = [](void*) { return 0; };
    return calls;
}

void close_virtual_file_systems() {
    auto* const calls = refusing_callbacks();
    // Static, never freed: GDAL 3.6's plugin handler keeps the pointer to its prefix, not a copy.
    static char** const prefixes = VSIGetFileSystemsPrefixes();
    for (char** prefix = prefixes; prefix && *prefix; ++prefix) {
        if (!**prefix || std::strcmp(*prefix, "/vsimem/") == 0) continue;
        taken_out().push_back(VSIFileManager::GetHandler(*prefix));
        (void)VSIInstallPluginHandler(*prefix, calls);
    }
    VSIFreeFilesystemPluginCallbacksStruct(calls);
}

/// Returning nothing would make GDAL fetch by itself, so a failed result is returned.
CPLHTTPResult* refuse_fetch(char const* url, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                            void*) {
    auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("network access is switched off");
    CPLError(CE_Failure, CPLE_AppDefined, "network access is switched off: %s", url);
    return result;
}

} // namespace

void guard_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        clear_environment();
        CPLSetErrorHandler(remember);
        set_options();
        GDALAllRegister();
        keep_only_our_drivers();
        close_virtual_file_systems();
        (void)CPLHTTPSetFetchCallback(refuse_fetch, nullptr);
    });
}

void when_gdal_gives_up(void (*act)(char const* reason)) { last_words = act; }

std::vector<std::string> take_gdal_messages() {
    std::lock_guard const lock(log().turn);
    std::vector<std::string> out;
    for (auto const& [text, times] : log().lines)
        out.push_back(times == 1 ? text : fmt::format("{} (×{})", text, times));
    log().lines.clear();
    return out;
}

GdalFacts gdal_facts() {
    guard_gdal();
    int major = 0, minor = 0, patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    GdalFacts facts{GDALVersionInfo("RELEASE_NAME"), fmt::format("{}.{}.{}", major, minor, patch), {}};
    auto* const manager = GetGDALDriverManager();
    for (int i = 0; i < manager->GetDriverCount(); ++i)
        facts.drivers.emplace_back(manager->GetDriver(i)->GetDescription());
    std::sort(facts.drivers.begin(), facts.drivers.end());
    return facts;
}

} // namespace phusong::geo::io
