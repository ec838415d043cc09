#include "graph/store/lineage.hpp"

#include <algorithm>
#include <map>

#include "graph/ascii.hpp"

namespace kith {

namespace {

constexpr int fewest_words = 6;
constexpr std::int64_t fewest_shared = 3;    // of longer documents; a shorter one must share all
constexpr int documents_of_a_sentence = 64;  // a sentence in more documents is boilerplate; the first ones suffice

}  // namespace

std::optional<std::int64_t> sentence_fingerprint(std::string_view sentence) {
    // FNV-1a, where the snapshot's rows have XXH3: databases keep the fingerprints, and another hash would part the texts
    // that they hold from the same ones read today.
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
    int words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const auto byte = static_cast<unsigned char>(sentence[i]);
        // General punctuation (U+2000 to U+206F: curly quotes, dashes) is E2 80 xx or E2 81 xx: dropped like ASCII's.
        if (byte == 0xE2 && i + 2 < sentence.size() && (sentence[i + 1] == '\x80' || sentence[i + 1] == '\x81')) {
            i += 2;
            inside = false;
            continue;
        }
        if (byte >= 0x80 || ascii::is_letter_or_digit(sentence[i])) {
            if (!inside) {
                mix(' ');
                ++words;
            }
            inside = true;
            mix(ascii::lower(sentence[i]));
        } else {
            inside = false;
        }
    }
    if (words < fewest_words) return std::nullopt;
    return static_cast<std::int64_t>(hash);
}

LineageFinder::LineageFinder(const Database& database)
    : sharing_(database.prepare("SELECT DISTINCT document FROM sentence WHERE fingerprint = ?1 LIMIT " +
                                std::to_string(documents_of_a_sentence))),
      size_(database.prepare("SELECT count(DISTINCT fingerprint) FROM sentence WHERE document = ?1")),
      lineage_(database.prepare("SELECT lineage FROM document WHERE id = ?1")) {}

std::optional<DocumentId> LineageFinder::find(const std::vector<std::int64_t>& fingerprints) {
    std::vector<std::int64_t> own = fingerprints;
    std::ranges::sort(own);
    own.erase(std::ranges::unique(own).begin(), own.end());

    std::map<DocumentId, std::int64_t> shared;
    for (const std::int64_t fingerprint : own) {
        for (sharing_.bind(1, fingerprint); sharing_.step();) ++shared[sharing_.integer(0)];
    }
    std::optional<DocumentId> best;
    std::int64_t most = 0;
    for (const auto& [document, count] : shared) {
        if (count <= most) continue;
        size_.bind(1, document).step();
        const std::int64_t smaller = std::min(size_.integer(0), static_cast<std::int64_t>(own.size()));
        size_.reset();
        if (count >= std::min(fewest_shared, smaller) && 2 * count >= smaller) {
            best = document;
            most = count;
        }
    }
    if (!best) return std::nullopt;
    lineage_.bind(1, *best).step();
    const DocumentId lineage = lineage_.integer(0);
    lineage_.reset();
    return lineage;
}

}  // namespace kith
