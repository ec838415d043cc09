#include "ingest/gazetteer/compiled/compiled_gazetteer.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "ingest/gazetteer/compiled/name_letters.hpp"

namespace kith {

struct CompiledGazetteer::Header {
    std::uint32_t names = 0;
    std::uint32_t lower = 0;
    std::uint32_t entries = 0;
    std::uint32_t text_bytes = 0;
};

// Gathers names and texts, and lays them out.
class GazetteerCompiler {
public:
    void add(const GazetteerRecord& record) {
        CompiledGazetteer::Row row;
        const auto [state, is_new] = states_.try_emplace(record.state, here());
        if (is_new) texts_ += record.state;
        row.state = state->second;
        row.state_size = static_cast<std::uint16_t>(record.state.size());
        row.kind = static_cast<std::uint8_t>(record.kind);
        row.capital = record.capital;
        row.name = here();
        texts_ += record.name;
        row.aliases = here();
        for (const std::string& alias : record.aliases) texts_ += alias + '\n';
        row.identifiers = here();
        for (const Identifier& identifier : record.identifiers) texts_ += to_string(identifier) + '\n';
        row.end = here();

        const auto entry = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back(row);
        add_name(record.name, entry, false);
        for (const std::string& alias : record.aliases) add_name(alias, entry, false);
        for (const std::string& adjective : record.adjectives) add_name(adjective, entry, true);
    }

    std::vector<std::uint64_t> bytes() const {
        std::string result;
        const auto append = [&](const void* data, std::size_t size) {
            result.append(static_cast<const char*>(data), size);
        };
        const auto append_keys = [&](const Names& names) {
            for (const auto& [hash, named] : names) append(&hash, sizeof hash);
        };
        const auto append_entries = [&](const Names& names) {
            for (const auto& [hash, named] : names) {
                const std::uint32_t packed = named.entry * 2 + (named.adjective ? 1 : 0);
                append(&packed, sizeof packed);
            }
        };
        const CompiledGazetteer::Header header{static_cast<std::uint32_t>(names_.size()),
                                               static_cast<std::uint32_t>(lower_.size()),
                                               static_cast<std::uint32_t>(rows_.size()), here()};
        append(&header, sizeof header);
        append_keys(names_);
        append_keys(lower_);
        append(rows_.data(), rows_.size() * sizeof rows_[0]);
        append_entries(names_);
        append_entries(lower_);
        result += texts_;
        std::vector<std::uint64_t> words((result.size() + 7) / 8);
        std::memcpy(words.data(), result.data(), result.size());
        return words;
    }

private:
    using Names = std::map<std::uint64_t, CompiledGazetteer::Named>;  // by hash

    std::uint32_t here() const {
        if (texts_.size() > std::numeric_limits<std::uint32_t>::max())
            throw std::length_error("a gazetteer of more than 4 GiB");
        return static_cast<std::uint32_t>(texts_.size());
    }

    // The first of two entries keeps a name that both claim, save that it is an adjective where the entry says so later.
    void add_name(std::string_view name, std::uint32_t entry, bool adjective) {
        const std::string letters = name_letters(name);
        if (letters.empty()) return;
        const auto [named, added] = names_.try_emplace(hash_of_letters(letters), entry, adjective);
        if (!added && named->second.entry == entry) named->second.adjective = adjective;
        lower_.try_emplace(hash_of_letters(lower_letters(letters)), named->second);
    }

    Names names_;
    Names lower_;
    std::vector<CompiledGazetteer::Row> rows_;
    std::unordered_map<std::string, std::uint32_t> states_;  // where each begins
    std::string texts_;
};

std::vector<std::uint64_t> compile_gazetteer(std::span<const GazetteerRecord> records) {
    GazetteerCompiler compiler;
    for (const GazetteerRecord& record : records) compiler.add(record);
    return compiler.bytes();
}

CompiledGazetteer::CompiledGazetteer(std::string_view bytes) {
    static_assert(sizeof(Header) % alignof(std::uint64_t) == 0);
    const Header& header = *reinterpret_cast<const Header*>(bytes.data());
    const char* at = bytes.data() + sizeof(Header);
    const auto take = [&]<typename T>(std::span<const T>& part, std::size_t count) {
        part = {reinterpret_cast<const T*>(at), count};
        at += part.size_bytes();
    };
    take(names_.hashes, header.names);
    take(lower_.hashes, header.lower);
    take(entries_, header.entries);
    take(names_.entries, header.names);
    take(lower_.entries, header.lower);
    texts_ = {at, header.text_bytes};
}

CompiledGazetteer::Entry CompiledGazetteer::entry(std::size_t number) const {
    const Row& row = entries_[number];
    const auto text = [&](std::uint32_t begin, std::uint32_t end) { return texts_.substr(begin, end - begin); };
    return {
        text(row.name, row.aliases),        static_cast<EntityKind>(row.kind), texts_.substr(row.state, row.state_size),
        text(row.aliases, row.identifiers), text(row.identifiers, row.end),    row.capital != 0};
}

std::optional<CompiledGazetteer::Named> CompiledGazetteer::Names::find(std::string_view letters) const {
    if (letters.empty()) return std::nullopt;
    const std::uint64_t hash = hash_of_letters(letters);
    const auto found = std::ranges::lower_bound(hashes, hash);
    if (found == hashes.end() || *found != hash) return std::nullopt;
    const std::uint32_t packed = entries[static_cast<std::size_t>(found - hashes.begin())];
    return Named{packed / 2, packed % 2 != 0};
}

std::optional<CompiledGazetteer::Named> CompiledGazetteer::find(std::string_view letters) const {
    return names_.find(letters);
}

std::optional<CompiledGazetteer::Named> CompiledGazetteer::find_lower(std::string_view lower_letters) const {
    return lower_.find(lower_letters);
}

}  // namespace kith
