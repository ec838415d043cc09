// Files put into the program when it is built (cmake/embed.cmake): kith needs no data directory at run time.
//
//     KITH_EMBEDDED(schema_sql)           // at namespace scope
//     std::string_view sql = schema_sql();
#pragma once

#include <string_view>

#define KITH_EMBEDDED(symbol)                                                                     \
    extern "C" const char kith_embedded_##symbol[];                                               \
    extern "C" const char kith_embedded_##symbol##_end[];                                         \
    inline std::string_view symbol() {                                                            \
        return {kith_embedded_##symbol,                                                           \
                static_cast<std::size_t>(kith_embedded_##symbol##_end - kith_embedded_##symbol)}; \
    }
