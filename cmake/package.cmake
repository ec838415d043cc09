# The library for other programs: libkith.so and libkith.a with their public headers, and what installs them.
#
#     cmake --install build --prefix /opt/kith
#     find_package(kith)                       kith::kith, the shared library
#     find_package(kith COMPONENTS static)     kith::kith_static too
#     add_subdirectory(kith)                   both, without installing
#
# Both are linked from the objects that the command is made of: nothing is compiled twice.
include(CMakePackageConfigHelpers)

# The public headers, from the source folder: the umbrellas and all that they reach.
function(kith_public_headers result)
    set(waiting ${ARGN})
    set(found "")
    while(waiting)
        list(POP_FRONT waiting header)
        if(NOT header IN_LIST found)
            list(APPEND found ${header})
            file(STRINGS ${PROJECT_SOURCE_DIR}/${header} includes REGEX "^#include \"")
            list(TRANSFORM includes REPLACE "^#include \"([^\"]+)\".*" "\\1")
            list(APPEND waiting ${includes})
        endif()
    endwhile()
    set(${result} ${found} PARENT_SCOPE)
endfunction()

# Copies a header as others see it: within this project includes are written from its root ("graph/claim.hpp"), outside
# from the folder of all headers ("kith/graph/claim.hpp"). Rejected: a second include path for users, in which folders
# called `graph` and `query` would meet theirs.
function(kith_copy_header header)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${header})
    file(READ ${PROJECT_SOURCE_DIR}/${header} text)
    string(REGEX REPLACE "#include \"(api/)?" "#include \"kith/" text "${text}")
    string(REGEX REPLACE "^api/" "" name ${header})
    set(copy ${PROJECT_BINARY_DIR}/include/kith/${name})
    set(present "")
    if(EXISTS ${copy})
        file(READ ${copy} present)
    endif()
    if(NOT present STREQUAL text) # an untouched copy compiles nobody anew
        file(WRITE ${copy} "${text}")
    endif()
endfunction()

kith_public_headers(headers api/kith.hpp api/json.hpp api/kith.h)
foreach(header IN LISTS headers)
    kith_copy_header(${header})
endforeach()

get_property(folders GLOBAL PROPERTY KITH_FOLDERS)
list(REMOVE_ITEM folders kith_cli kith_mcp kith_serve kith_gazetteer_tables)
set(objects "")
foreach(folder IN LISTS folders)
    list(APPEND objects $<TARGET_OBJECTS:${folder}>)
endforeach()

set(postgresql "")
set(postgresql_libs "")
if(libpq_FOUND)
    set(postgresql PkgConfig::libpq)
    set(postgresql_libs " -lpq")
endif()

# The package for kith_shared is `kith::kith`, for kith_static `kith::kith_static`; both files are called libkith.
function(kith_package target kind name)
    add_library(${target} ${kind} ${objects})
    add_library(kith::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME kith EXPORT_NAME ${name} LINKER_LANGUAGE CXX)
    target_compile_features(${target} INTERFACE $<BUILD_INTERFACE:cxx_std_20>) # installed: kithConfig.cmake
    target_include_directories(${target} INTERFACE
        $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:kith_options> SQLite::SQLite3 ICU::uc ICU::i18n
        OpenSSL::Crypto PkgConfig::gvc PkgConfig::gumbo PkgConfig::uchardet PkgConfig::xxhash PkgConfig::archive PkgConfig::pugixml PkgConfig::expat PkgConfig::serd
        PkgConfig::poppler PkgConfig::gmime ${postgresql} Threads::Threads)
endfunction()
kith_package(kith_shared SHARED kith)
kith_package(kith_static STATIC kith_static)

# Below 1.0 a minor version may break the C++ interface, so the shared library's name changes with it.
set_target_properties(kith_shared PROPERTIES VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
    LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/exports.map)
target_link_options(kith_shared PRIVATE LINKER:--version-script=${CMAKE_CURRENT_LIST_DIR}/exports.map)

# The reference of the public headers: build/docs/html/index.html.
find_package(Doxygen QUIET)
set(KITH_DOCS_DIRECTORY ${PROJECT_BINARY_DIR}/docs)
configure_file(cmake/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
if(DOXYGEN_FOUND AND PROJECT_IS_TOP_LEVEL)
    add_custom_target(docs COMMAND Doxygen::doxygen ${PROJECT_BINARY_DIR}/Doxyfile
        COMMENT "Writing the reference to docs/html" VERBATIM)
endif()

option(KITH_INSTALL "Make install rules" ${PROJECT_IS_TOP_LEVEL})
if(NOT KITH_INSTALL)
    return()
endif()

set(config ${CMAKE_INSTALL_LIBDIR}/cmake/kith)
install(TARGETS kith)
install(TARGETS kith_shared EXPORT kithShared)
install(TARGETS kith_static EXPORT kithStatic)
install(EXPORT kithShared NAMESPACE kith:: DESTINATION ${config})
install(EXPORT kithStatic NAMESPACE kith:: DESTINATION ${config})
configure_package_config_file(cmake/kithConfig.cmake.in ${PROJECT_BINARY_DIR}/kithConfig.cmake
    INSTALL_DESTINATION ${config})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/kithConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/kithConfig.cmake ${PROJECT_BINARY_DIR}/kithConfigVersion.cmake
    DESTINATION ${config})

cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
    OUTPUT_VARIABLE prefix_from_pkgconfig)
configure_file(cmake/kith.pc.in ${PROJECT_BINARY_DIR}/kith.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/kith.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

foreach(header IN LISTS headers)
    string(REGEX REPLACE "^api/" "" name ${header})
    cmake_path(GET name PARENT_PATH folder)
    install(FILES ${PROJECT_BINARY_DIR}/include/kith/${name} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kith/${folder})
endforeach()
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} USE_SOURCE_PERMISSIONS)
install(FILES examples/python/kith.py DESTINATION ${CMAKE_INSTALL_DATADIR}/kith) # any Python: add this to its path
install(DIRECTORY ${PROJECT_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(FILES ${PROJECT_BINARY_DIR}/completion/kith.bash RENAME kith
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PROJECT_BINARY_DIR}/completion/_kith DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${PROJECT_BINARY_DIR}/completion/kith.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES schema.sql DESTINATION ${CMAKE_INSTALL_DATADIR}/kith)
install(FILES models/english.kith models/english-fast.kith DESTINATION ${CMAKE_INSTALL_DATADIR}/kith)
