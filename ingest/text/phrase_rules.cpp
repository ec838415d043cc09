#include "ingest/text/phrase_rules.hpp"

#include <algorithm>

#include "ingest/text/phrases.hpp"

namespace kith::text {

bool PhraseRules::is(std::size_t p, std::string_view lower) const {
    return range_.contains(p) && is_word(document_, phrase(p), lower);
}

std::vector<std::size_t> PhraseRules::mentions_in(Range range) const {
    std::vector<std::size_t> result;
    auto first = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), range.begin,
                                  [](const Mention& m, std::size_t at) { return m.tokens.begin < at; });
    for (; first != document_.mentions.end() && first->tokens.begin < range.end; ++first) {
        if (first->tokens.end > range.end) continue;
        result.push_back(static_cast<std::size_t>(first - document_.mentions.begin()));
    }
    return result;
}

std::vector<std::size_t> PhraseRules::names_in(Range range) const {
    std::vector<std::size_t> result = mentions_in(range);
    std::erase_if(result, [&](std::size_t m) {
        return mention(m).form != MentionForm::name && mention(m).form != MentionForm::adjective;
    });
    return result;
}

Tie* PhraseRules::add(std::size_t subject, std::string_view relation, std::size_t object, std::string_view rule,
                      Range cue, double confidence) {
    Tie* tie = ties_.add(subject, relation, object, sentence_, rule, confidence);
    if (tie) tie->cue = cue;
    return tie;
}

std::size_t PhraseRules::predicate_of(const Clause& clause) const {
    const Token& verb = token(phrase(clause.verb).head);
    const bool copula =
        verb.tag == Tag::be || verb.lower == "became" || verb.lower == "become" || verb.lower == "remains";
    if (!copula || clause.object.phrases.empty() || clause.subject.phrases.empty()) return none;
    return clause.object.phrases.front();
}

bool is_body(EntityKind kind) {
    switch (kind) {
        case EntityKind::government_body:
        case EntityKind::military_unit:
        case EntityKind::armed_group:
        case EntityKind::party:
        case EntityKind::international_body:
        case EntityKind::company:
        case EntityKind::ngo:
        case EntityKind::media:
        case EntityKind::organisation:
            return true;
        default:
            return false;
    }
}

}  // namespace kith::text
