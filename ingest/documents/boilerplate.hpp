// What news sites put around an article: menus, share buttons, credits, newsletter boxes, teasers of other stories.
// The phrases are in data/boilerplate.tsv, which says how each is matched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith {

class Boilerplate {
public:
    enum class Part {
        none,
        line,  // boilerplate by itself
        box,   // heads links within the article
        tail,  // heads what comes after the article
    };

    static const Boilerplate& builtin();

    // Reads the format of boilerplate.tsv. Throws Error with file and line.
    static Boilerplate parse(std::string_view tsv, const std::string& file);

    Part part(std::string_view line) const;

    // The publisher that a line or dateline names, as the table spells it.
    std::optional<std::string> publisher(std::string_view name) const;

private:
    std::unordered_map<std::string, Part> lines_;
    std::vector<std::string> starts_;
    std::vector<std::string> ends_;
    std::vector<std::string> parts_;
    std::unordered_map<std::string, std::string> publishers_;
};

// The form in which lines are compared: lower case, straight quotes, any number as #, no marks at either end.
std::string boilerplate_key(std::string_view line);

}  // namespace kith
