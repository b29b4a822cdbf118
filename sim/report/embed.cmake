# Puts the page's style and script into a C++ source: cmake -DPAGE=FOLDER -DOUT=FILE -P embed.cmake
set(js "")
foreach(part words table map story start)
  file(READ ${PAGE}/${part}.js text)
  string(APPEND js "${text}")
endforeach()
file(READ ${PAGE}/report.css css)
file(READ ${PAGE}/chart.css chart)
file(WRITE ${OUT} "#include \"sim/report/page_sources.h\"\n\nnamespace phusong::report {\n\n"
  "std::string_view page_css() {\n    return R\"PAGE(${chart}${css})PAGE\";\n}\n\n"
  "std::string_view chart_css() {\n    return R\"PAGE(${chart})PAGE\";\n}\n\n"
  "std::string_view page_js() {\n    return R\"PAGE(${js})PAGE\";\n}\n\n} // namespace phusong::report\n")
