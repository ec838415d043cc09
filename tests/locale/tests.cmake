# A host's locale changes nothing: the tests run once more under one with a decimal comma, and under a Turkish one of
# single bytes, where "I" has another small letter and bytes of UTF-8 are letters.
if(KITH_SANITIZE) # whose library must come first
    return()
endif()
set(here ${CMAKE_CURRENT_SOURCE_DIR}/locale)
set(locales ${CMAKE_BINARY_DIR}/locales)
find_program(KITH_LOCALEDEF localedef)
if(NOT KITH_LOCALEDEF OR NOT EXISTS /usr/share/i18n/locales/tr_TR)
    add_test(NAME "locale: a host's locale changes nothing"
        COMMAND sh -c "echo 'skipped: this machine lacks the sources of locales (Debian: locales)'; exit 77")
    set_tests_properties("locale: a host's locale changes nothing" PROPERTIES SKIP_RETURN_CODE 77)
    return()
endif()
function(kith_locale language charset)
    add_custom_command(OUTPUT ${locales}/${language}.${charset}/LC_NUMERIC
        COMMAND ${CMAKE_COMMAND} -E make_directory ${locales}
        COMMAND ${KITH_LOCALEDEF} --no-archive --inputfile=${language} --charmap=${charset}
            ${locales}/${language}.${charset}
        COMMENT "Making the locale ${language}.${charset}" VERBATIM)
endfunction()
kith_locale(de_DE UTF-8)
kith_locale(tr_TR ISO-8859-9)
add_custom_target(kith_test_locales ALL
    DEPENDS ${locales}/de_DE.UTF-8/LC_NUMERIC ${locales}/tr_TR.ISO-8859-9/LC_NUMERIC)

add_library(kith_host_locale MODULE locale/host.cpp)
target_link_libraries(kith_host_locale PRIVATE kith_options)

foreach(folder graph ingest query api api_sqlite)
    add_test(NAME "locale: the tests of ${folder} in a Turkish program" COMMAND ${here}/under.sh
        $<TARGET_FILE:kith_host_locale> ${locales} tr_TR.ISO-8859-9 $<TARGET_FILE:kith_${folder}_tests>)
endforeach()
add_test(NAME "locale: every golden test in a German program" COMMAND ${here}/golden.sh $<TARGET_FILE:kith>
    $<TARGET_FILE:kith_host_locale> ${locales} de_DE.UTF-8)
