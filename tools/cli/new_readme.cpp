#include "tools/cli/new_readme.h"
#include "sim/scenario/fields.h"

namespace phusong::cli {

std::string project_readme(geo::Language language) {
    geo::Message const text{
        R"(# Dự án phủ sóng

*[English](README.md)*

Một tỉnh nhỏ hoàn toàn giả lập, để thử chương trình. Không có số liệu nào ở đây là số liệu thật.

    phusong check scenario.toml     tìm mọi lỗi
    phusong run scenario.toml       tính, ghi kết quả vào runs/
    phusong run scenario.toml --set rollout.public_budget_bn_vnd=4     một phương án khác, vào thư mục khác

- `scenario.toml`: mọi lựa chọn của người lập kế hoạch, có chú giải. [KEYS.vi.md](KEYS.vi.md) liệt kê mọi khóa.
- `scenario.schema.json`: để trình soạn thảo có hỗ trợ TOML (VS Code với Even Better TOML) nhắc khóa và báo lỗi khi gõ.
- `data/`: xã, thôn, đường, trạm, cáp, địa hình, mục tiêu. Mỗi bảng có cột `source` nói số liệu từ đâu.
- `.phusong-project`: đánh dấu thư mục dự án; kịch bản chỉ được đọc tệp bên trong thư mục này.

Bước tiếp theo: sửa `rollout.public_budget_bn_vnd`, chạy lại và so sánh; rồi thay từng bảng bằng số liệu của tỉnh bạn. Mỗi lớp là
một dòng của `[world]`, ví dụ:

    roads = "data/roads.gpkg"                          đường thật, thay cho bảng CSV
    commune_polygons = "data/communes.gpkg"            ranh giới thật, thay cho ô dựng từ trụ sở và diện tích
    terrain = ["data/N22E104.hgt", "data/N22E105.hgt"]

Mở kết quả: kéo `runs/…/plan.gpkg` và `runs/…/maps/*.tif` vào QGIS, đã có sẵn màu và chú giải; mở `runs/…/tables/*.csv` bằng Excel
(Dữ liệu > Từ văn bản, UTF-8, cột mã là văn bản).
)",
        R"(# A coverage project

*[Tiếng Việt](README.vi.md)*

A small province that is entirely made up, to try the program with. No figure in it is real.

    phusong check scenario.toml     find every mistake
    phusong run scenario.toml       compute, write results to runs/
    phusong run scenario.toml --set rollout.public_budget_bn_vnd=4     another option, into another folder

- `scenario.toml`: everything a planner may choose, with comments. [KEYS.md](KEYS.md) lists every key.
- `scenario.schema.json`: lets an editor that knows TOML (VS Code with Even Better TOML) suggest keys and mark mistakes.
- `data/`: communes, villages, roads, sites, fibre, terrain, goals. Each table has a column `source`.
- `.phusong-project`: marks the project folder; scenarios may read only files inside it.

Next: change `rollout.public_budget_bn_vnd`, run again and compare; then replace table after table with your province's data. Each
layer is one line of `[world]`, for example:

    roads = "data/roads.gpkg"                          real roads instead of the CSV table
    commune_polygons = "data/communes.gpkg"            real outlines instead of cells made from seats and areas
    terrain = ["data/N22E104.hgt", "data/N22E105.hgt"]

To open the results: drag `runs/…/plan.gpkg` and `runs/…/maps/*.tif` into QGIS, they bring colours and legends; open
`runs/…/tables/*.csv` in Excel (Data > From Text, UTF-8, columns of codes as text).
)"};
    return text.in(language);
}

std::string key_list(geo::Language language) {
    geo::Message const head{"# Mọi khóa của scenario.toml\n\n", "# Every key of scenario.toml\n\n"};
    return head.in(language) + reference_markdown(language);
}

} // namespace phusong::cli
