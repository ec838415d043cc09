// The names that kith knows without having seen them: states, places and bodies of data/*.tsv.
//
//     gazetteer.match_all(document, tokens)   // of "U.S. Navy": the body, not the state
//
// Names match letter by letter with their capitals, so that "labour" and "vox" stay words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/document.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

struct GazetteerEntry {
    std::string name;
    EntityKind kind = EntityKind::organisation;
    std::string state;  // home; of a capital the state it may stand for
    std::vector<std::string> aliases;
    bool capital = false;
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
    std::size_t add(GazetteerEntry entry);
    void add_name(std::string_view name, std::size_t entry, bool adjective);

    std::vector<GazetteerEntry> entries_;
    std::unordered_map<std::string, Node> names_;   // by tokens joined by blanks
    std::unordered_map<std::string, Node> folded_;  // whole names in lower case
};

// The token as it stands in the text, with plain apostrophes.
std::string surface(const Document& document, std::size_t token);

}  // namespace text
}  // namespace kith
