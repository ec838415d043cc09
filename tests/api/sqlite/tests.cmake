# The extension in SQLite: within a test program, in the sqlite3 shell and in Python.
kith_tests(api/sqlite kith_graph SQLite::SQLite3)
add_dependencies(kith_api_sqlite_tests kith_sqlite)
target_compile_definitions(kith_api_sqlite_tests PRIVATE KITH_SQLITE_EXTENSION="$<TARGET_FILE:kith_sqlite>")

add_test(NAME "api/sqlite: it links no SQLite of its own"
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/linkage.sh $<TARGET_FILE:kith_sqlite>)
set_tests_properties("api/sqlite: it links no SQLite of its own" PROPERTIES SKIP_RETURN_CODE 77)

# A sanitizer must be there from the start, and is not in other people's programs.
if(NOT KITH_SANITIZE)
    add_test(NAME "api/sqlite: every query of docs/schema.md finds something" COMMAND
        ${CMAKE_CURRENT_LIST_DIR}/schema_page.sh $<TARGET_FILE:kith> $<TARGET_FILE:kith_sqlite> ${PROJECT_SOURCE_DIR})
    set_tests_properties("api/sqlite: every query of docs/schema.md finds something" PROPERTIES SKIP_RETURN_CODE 77)
endif()
