#include "tools/cli/new_readme.h"

namespace phusong::cli {

std::string project_readme(geo::Language language) {
    geo::Message const text{
        R"(# Dự án phủ sóng

Một tỉnh nhỏ hoàn toàn giả lập, để thử chương trình. Không có số liệu nào ở đây là số liệu thật.

    phusong check scenario.toml     tìm mọi lỗi
    phusong run scenario.toml       tính, ghi kết quả vào runs/

- `scenario.toml`: mọi lựa chọn của người lập kế hoạch, có chú giải. `phusong reference` liệt kê mọi khóa.
- `data/`: xã, thôn, đường, trạm, cáp, địa hình, mục tiêu. Mỗi bảng có cột `source` nói số liệu từ đâu.
- `.phusong-project`: đánh dấu thư mục dự án; kịch bản chỉ được đọc tệp bên trong thư mục này.

Bước tiếp theo: sửa `rollout.public_budget_bn_vnd`, chạy lại và so sánh; rồi thay từng bảng bằng số liệu của tỉnh bạn.
)",
        R"(# A coverage project

A small province that is entirely made up, to try the program with. No figure in it is real.

    phusong check scenario.toml     find every mistake
    phusong run scenario.toml       compute, write results to runs/

- `scenario.toml`: everything a planner may choose, with comments. `phusong reference` lists all keys.
- `data/`: communes, villages, roads, sites, fibre, terrain, goals. Each table has a column `source`.
- `.phusong-project`: marks the project folder; scenarios may read only files inside it.

Next: change `rollout.public_budget_bn_vnd`, run again and compare; then replace table after table with your province's data.
)"};
    return text.in(language);
}

} // namespace phusong::cli
