# kith_embed(TARGET SYMBOL FILE): puts the bytes of FILE into TARGET as kith_embedded_SYMBOL (see graph/embedded.hpp).
# The assembler's .incbin takes any size at once, where a generated C array of some megabytes takes the compiler minutes.
function(kith_embed target symbol file)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE absolute)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}_${symbol}.S)
    file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [=[
    .section .rodata
    .balign 16
    .global kith_embedded_@symbol@
    .hidden kith_embedded_@symbol@
    .global kith_embedded_@symbol@_end
    .hidden kith_embedded_@symbol@_end
kith_embedded_@symbol@:
    .incbin "@absolute@"
kith_embedded_@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]=])
    set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${absolute})
    target_sources(${target} PRIVATE ${source})
endfunction()

# kith_embed_tables(TARGET FOLDER): puts every table FOLDER/NAME.tsv into TARGET as kith_embedded_NAME_tsv.
function(kith_embed_tables target folder)
    file(GLOB tables CONFIGURE_DEPENDS ${folder}/*.tsv)
    foreach(table IN LISTS tables)
        cmake_path(GET table STEM symbol)
        kith_embed(${target} ${symbol}_tsv ${table})
    endforeach()
endfunction()
