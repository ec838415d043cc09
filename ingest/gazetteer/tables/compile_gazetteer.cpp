// Makes the gazetteer's tables into the bytes that the program embeds. Run by the build:
//
//     kith_compile_gazetteer ingest/gazetteer/data gazetteer.bin
#include <fstream>
#include <iostream>
#include <span>

#include "graph/error.hpp"
#include "ingest/gazetteer/compiled/compiled_gazetteer.hpp"
#include "ingest/gazetteer/tables/gazetteer_tables.hpp"

int main(int count, char** arguments) {
    const std::span<char*> given(arguments, static_cast<std::size_t>(count));
    if (given.size() != 3) {
        std::cerr << "kith_compile_gazetteer FOLDER OUTPUT\n";
        return 2;
    }
    try {
        const auto words = kith::compile_gazetteer(kith::read_gazetteer_tables(given[1]));
        std::ofstream out(given[2], std::ios::binary);
        out.write(reinterpret_cast<const char*>(words.data()),
                  static_cast<std::streamsize>(words.size() * sizeof words[0]));
        out.close();
        if (!out) throw kith::Error(kith::InputPosition{given[2]}, "cannot be written");
    } catch (const kith::Error& error) {
        std::cerr << error.what() << '\n' << error.next_step() << '\n';
        return 1;
    }
}
