#include "ingest/gazetteer/gazetteer.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/compiled/compiled_gazetteer.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"

KITH_EMBEDDED(compiled_gazetteer)

namespace kith {

namespace {

constexpr std::size_t noted_beginning = 3;  // bytes of a name's letters

// Calls take with the letters of each name that differs by such a slip (match_but_for_slip).
template <typename Take>
void for_each_slip(std::string_view name, const Take& take) {
    const auto is_small = [&](std::size_t i) { return i < name.size() && name[i] >= 'a' && name[i] <= 'z'; };
    const std::string letters = name_letters(name);
    for (std::size_t i = 0, at = 0; i < name.size(); at += ascii::is_letter_or_digit(name[i]) ? 1 : 0, ++i) {
        if (i == 0 || !ascii::is_letter(name[i - 1]) || !is_small(i)) continue;
        for (char missing = 'a'; missing <= 'z'; ++missing) take(std::string(letters).insert(at, 1, missing));
        if (!is_small(i + 1)) continue;
        take(std::string(letters).erase(at, 1));
        if (!is_small(i + 2) || name[i] == name[i + 1]) continue;
        std::string turned = letters;
        std::swap(turned[at], turned[at + 1]);
        take(turned);
    }
}

}  // namespace

struct Gazetteer::Part {
    Part(std::string_view bytes, std::size_t first) : compiled(bytes), first_number(first) {}
    Part(const std::vector<GazetteerRecord>& records, std::size_t first)
        : own(compile_gazetteer(records)),
          compiled({reinterpret_cast<const char*>(own.data()), own.size() * sizeof own[0]}),
          first_number(first),
          by_user(true) {
        const auto note = [&](const std::string& name) {
            const std::string letters = name_letters(name);
            longest_name = std::max(longest_name, letters.size());
            beginnings.insert(letters.substr(0, 1));
            beginnings.insert(letters.substr(0, noted_beginning));
        };
        for (const GazetteerRecord& record : records) {
            note(record.name);
            std::ranges::for_each(record.aliases, note);
        }
    }

    std::vector<std::uint64_t> own{};
    CompiledGazetteer compiled;
    std::size_t first_number = 0;
    bool by_user = false;
    std::size_t longest_name = 0;                  // letters, of a user's
    std::unordered_set<std::string> beginnings{};  // of a user's names: a letter, and some
};

std::vector<std::string> GazetteerEntry::aliases() const {
    const std::vector<std::string_view> lines = split(alias_lines, '\n');
    return {lines.begin(), lines.end()};
}

std::vector<Identifier> GazetteerEntry::identifiers() const {
    std::vector<Identifier> result;
    for (const std::string_view line : split(identifier_lines, '\n')) {
        const std::size_t colon = line.find(':');
        result.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 1))});
    }
    return result;
}

const Gazetteer& Gazetteer::builtin() {
    static const Gazetteer gazetteer = [] {
        Gazetteer made;
        made.parts_ = {std::make_shared<const Part>(compiled_gazetteer(), 0)};
        return made;
    }();
    return gazetteer;
}

Gazetteer Gazetteer::with(const std::vector<GazetteerRecord>& records) const {
    if (records.empty()) return *this;
    std::size_t numbers = 0;
    for (const auto& part : parts_) numbers += part->compiled.size();
    Gazetteer result = *this;
    result.parts_.insert(result.parts_.begin(), std::make_shared<const Part>(records, numbers));
    return result;
}

template <typename Find>
std::optional<GazetteerMatch> Gazetteer::first_match(const Find& find) const {
    for (const auto& part : parts_) {
        const auto place = find(part->compiled);
        if (!place) continue;
        const CompiledGazetteer::Entry entry = part->compiled.entry(place->entry);
        return GazetteerMatch{{part->first_number + place->entry, entry.name, entry.kind, entry.state, entry.capital,
                               part->by_user, entry.aliases, entry.identifiers},
                              place->adjective};
    }
    return std::nullopt;
}

std::optional<GazetteerMatch> Gazetteer::match_letters(const std::string& letters) const {
    return first_match([&](const CompiledGazetteer& part) { return part.find(letters); });
}

std::optional<GazetteerEntry> Gazetteer::entry_of(const std::string& letters) const {
    const auto match = match_letters(letters);
    return match ? std::optional(match->entry) : std::nullopt;
}

std::optional<GazetteerEntry> Gazetteer::person_of(std::string_view state, std::string_view last_name) const {
    return entry_of(last_name_letters(state, last_name));
}

std::optional<GazetteerEntry> Gazetteer::leader_of(std::string_view state, std::string_view last_name,
                                                   std::optional<int> year) const {
    const std::string letters = last_name_letters(state, last_name);
    const auto only = entry_of(only_leader_letters(letters));
    return only ? only : entry_of(leader_letters(letters, year));
}

std::optional<GazetteerEntry> Gazetteer::in_office(std::string_view state, std::string_view last_name, int year) const {
    return entry_of(office_letters(last_name_letters(state, last_name), year));
}

std::optional<GazetteerEntry> Gazetteer::match_user_name(std::string_view name) const {
    const auto match = match_exactly(name);
    return match && match->entry.by_user ? std::optional(match->entry) : std::nullopt;
}

std::size_t Gazetteer::longest_user_name() const {
    std::size_t longest = 0;
    for (const auto& part : parts_) longest = std::max(longest, part->longest_name);
    return longest;
}

bool Gazetteer::may_begin_user_name(std::string_view word) const {
    const std::string letters = name_letters(word);
    // A word of two letters may begin a name of which three are noted.
    const std::string beginning = letters.substr(0, letters.size() < noted_beginning ? 1 : noted_beginning);
    return std::ranges::any_of(parts_, [&](const auto& part) { return part->beginnings.contains(beginning); });
}

std::optional<GazetteerMatch> Gazetteer::match(std::string_view name) const {
    const std::string letters = name_letters(name);
    if (auto exact = match_letters(letters)) return exact;
    const std::string lower = lower_letters(letters);
    return first_match([&](const CompiledGazetteer& part) { return part.find_lower(lower); });
}

std::optional<GazetteerMatch> Gazetteer::match_but_for_slip(std::string_view name) const {
    constexpr std::size_t longest = 40;
    if (name.size() > longest || !ascii::is_ascii(name)) return std::nullopt;
    std::optional<GazetteerMatch> only;
    bool is_one = true;
    for_each_slip(name, [&](const std::string& letters) {
        const auto match = match_letters(letters);
        if (!match || match->entry.by_user) return;
        if (only && only->entry.number != match->entry.number) is_one = false;
        only = match;
    });
    return is_one ? only : std::nullopt;
}

std::optional<GazetteerMatch> Gazetteer::match_exactly(std::string_view name) const {
    return match_letters(name_letters(name));
}

}  // namespace kith
