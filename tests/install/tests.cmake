# kith as others see it: installed into a prefix of its own, where the examples are built as separate projects.
# Once is enough: not with sanitizers, which programs outside would have to be built with as well.
if(KITH_SANITIZE OR NOT KITH_INSTALL)
    return()
endif()
set(here ${CMAKE_CURRENT_SOURCE_DIR}/install)
set(prefix ${CMAKE_BINARY_DIR}/installed)

# A test that needs the prefix: kith_installed_test(NAME COMMAND...).
function(kith_installed_test name)
    add_test(NAME "${name}" COMMAND ${ARGN})
    set_tests_properties("${name}" PROPERTIES FIXTURES_REQUIRED installed)
endfunction()

add_test(NAME "install: into a prefix" COMMAND ${here}/install.sh ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR} ${prefix})
set_tests_properties("install: into a prefix" PROPERTIES FIXTURES_SETUP installed)
kith_installed_test("install: the library shows its interface and nothing else" ${here}/symbols.sh ${prefix})
kith_installed_test("install: manual pages, completions and examples are there and can be read" ${here}/pages.sh
    ${prefix})
kith_installed_test("install: pkg-config and a compiler suffice" ${here}/pkg_config.sh ${prefix} ${PROJECT_SOURCE_DIR})
kith_installed_test("install: a program of the static library needs no libkith.so"
    ${here}/example.sh ${CMAKE_COMMAND} ${prefix} ${here}/static ${here}/static)

# What some examples need beside kith: NAME_lacks tells what this machine lacks for one.
find_program(KITH_NODE NAMES node nodejs)
file(REAL_PATH "${KITH_NODE}" node)
cmake_path(GET node PARENT_PATH node_folder)
find_path(KITH_NODE_API node_api.h PATH_SUFFIXES node HINTS ${node_folder}/../include)
if(NOT KITH_NODE OR NOT KITH_NODE_API)
    set(node_lacks "Node.js and its headers (Debian: nodejs libnode-dev)")
endif()
find_program(KITH_PYTHON python3)
if(NOT KITH_PYTHON)
    set(python_lacks "Python 3 (Debian: python3)")
endif()

# NAME/{command,expected} here is the test of examples/NAME; see example.sh.
file(GLOB cases CONFIGURE_DEPENDS ${here}/*/command)
list(FILTER cases EXCLUDE REGEX "/static/command$")
foreach(case IN LISTS cases)
    cmake_path(GET case PARENT_PATH case)
    cmake_path(GET case FILENAME name)
    set(test "examples: ${name} answers with the installed library")
    if(DEFINED ${name}_lacks)
        add_test(NAME "${test}" COMMAND sh -c "echo 'skipped: this machine lacks ${${name}_lacks}'; exit 77")
        set_tests_properties("${test}" PROPERTIES SKIP_RETURN_CODE 77)
        continue()
    endif()
    kith_installed_test("${test}"
        ${here}/example.sh ${CMAKE_COMMAND} ${prefix} ${PROJECT_SOURCE_DIR}/examples/${name} ${case})
    set_tests_properties("${test}" PROPERTIES SKIP_RETURN_CODE 77)
endforeach()

# The reference, without a warning.
add_test(NAME "docs: the reference is made without a warning"
    COMMAND ${here}/reference.sh ${CMAKE_BINARY_DIR}/Doxyfile)
set_tests_properties("docs: the reference is made without a warning" PROPERTIES SKIP_RETURN_CODE 77)
