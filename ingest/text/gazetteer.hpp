// The names that kith knows without having seen them: states, persons, bodies, weapons and places of gazetteer/*.tsv, whose
// README.md says where they are from.
//
//     gazetteer.match_all(document, tokens)   // of "U.S. Navy": the body, not the state
//
// Names match letter by letter with their capitals, so that "labour" and "vox" stay words; blanks and marks do not count.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/document.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

// Views into the embedded tables: nothing is copied when the program starts.
struct GazetteerEntry {
    std::string_view name;
    EntityKind kind = EntityKind::organisation;
    std::string_view state;       // home; of a capital the state it may stand for
    std::string_view alias_list;  // separated by "|"
    bool capital = false;

    std::vector<std::string> aliases() const;
};

struct GazetteerMatch {
    const GazetteerEntry* entry = nullptr;  // null: none
    bool adjective = false;                 // a demonym: "Iranian", "Iranians"
};

class Gazetteer {
public:
    static const Gazetteer& builtin();

    // All of these tokens as one name. Where the capitals fit no name, any will do: what is asked for is a name already
    // ("RUSSIA" of a heading).
    GazetteerMatch match_all(const Document& document, Range tokens) const;

    // By exact name or alias; null: unknown.
    const GazetteerEntry* find(std::string_view name) const;

private:
    Gazetteer();
    struct Node {
        std::size_t entry = none;
        bool adjective = false;
    };
    void add_states();
    void add_table(const std::string& file, std::string_view tsv);
    std::size_t add(GazetteerEntry entry);
    void add_name(std::string_view name, std::size_t entry, bool adjective);
    const Node* find_letters(std::string_view letters) const;

    std::vector<GazetteerEntry> entries_;
    // By the hash of a name's letters. 64 bits: two of a hundred thousand names meet once in four billion gazetteers.
    std::unordered_map<std::size_t, Node> names_;
    std::unordered_map<std::size_t, Node> folded_;  // in lower case
};

// The token as it stands in the text, with plain apostrophes.
std::string surface(const Document& document, std::size_t token);

}  // namespace text
}  // namespace kith
