#include "tools/cli/exit_code.h"

namespace phusong::cli {

geo::Problem our_fault(std::string const& what) {
    return {"phusong",
            geo::say("lỗi của chương trình, không phải của bạn: {}", "a fault of the program, not yours: {}", what),
            geo::say("xin gửi kịch bản và kết quả của «phusong doctor» cho người viết chương trình",
                     "please send the scenario and the output of «phusong doctor» to the authors")};
}

geo::Problem out_of_memory() {
    return {
        "phusong", geo::say("không đủ bộ nhớ", "there is not enough memory"),
        geo::say(
            "tăng world.cell_m hoặc giảm world.margin_km, đóng bớt chương trình, hoặc tăng giới hạn (--mem, ulimit -v)",
            "raise world.cell_m or lower world.margin_km, close programs, or raise the limit (--mem, ulimit -v)")};
}

geo::Message exit_code_table() {
    return {"Mã kết thúc:\n"
            "  0  xong\n"
            "  1  lỗi của chương trình\n"
            "  2  dòng lệnh sai\n"
            "  3  kịch bản hoặc dữ liệu sai hoặc không có (mọi lỗi được báo một lần, kèm tệp:dòng:cột)\n"
            "  4  để dành, chưa dùng\n"
            "  5  không đọc hoặc ghi được tệp (đĩa đầy, thiếu quyền, thư mục đã có), hoặc thiếu bộ nhớ\n"
            "  130, 143  bị dừng (Ctrl-C, kill); không để lại thư mục dở dang",
            "Exit codes:\n"
            "  0  done\n"
            "  1  a fault of the program\n"
            "  2  wrong command line\n"
            "  3  wrong or missing scenario or data (every mistake at once, with file:line:column)\n"
            "  4  reserved, not in use\n"
            "  5  a file could not be read or written (disk full, no permission, folder exists), or memory ran out\n"
            "  130, 143  stopped (Ctrl-C, kill); no half-written folder is left"};
}

} // namespace phusong::cli
