#include "ingest/text/coordination.hpp"

#include <vector>

#include "ingest/text/phrases.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_list_phrases = 60;

PhraseKind kind_at(const Document& document, std::size_t p, std::size_t limit) {
    return p < limit ? document.phrases[p].kind : PhraseKind::stop;
}

// Whether a finite verb follows, whose subject the noun phrase at p then is.
bool precedes_verb(const Document& document, std::size_t p, std::size_t limit) {
    std::size_t next = p + 1;
    while (kind_at(document, next, limit) == PhraseKind::adverb ||
           (kind_at(document, next, limit) == PhraseKind::preposition &&
            kind_at(document, next + 1, limit) == PhraseKind::noun)) {
        next += document.phrases[next].kind == PhraseKind::adverb ? 1 : 2;
    }
    return kind_at(document, next, limit) == PhraseKind::verb && !document.phrases[next].participle &&
           !document.phrases[next].infinitive;
}

}  // namespace

Argument coordination(const Document& document, std::size_t phrase, std::size_t limit, std::size_t& end) {
    Argument argument;
    argument.phrases = {phrase};
    argument.position = phrase;
    end = phrase + 1;
    // "between A and B" takes both, whatever verb follows.
    const bool between = phrase > 0 && is_word(document, document.phrases[phrase - 1], "between");
    std::vector<std::size_t> pending;  // members that only count if a conjunction closes the list
    std::size_t p = phrase + 1;
    while (p < limit && p < phrase + max_list_phrases) {
        if (is_word(document, document.phrases[p], "(")) {
            while (p < limit && !is_word(document, document.phrases[p], ")")) ++p;
            if (p < limit) ++p;
            if (p < limit) end = p;
            continue;
        }
        const bool comma = document.phrases[p].kind == PhraseKind::comma;
        std::size_t next = comma ? p + 1 : p;
        const bool conjunction = kind_at(document, next, limit) == PhraseKind::conjunction &&
                                 !is_word(document, document.phrases[next], "but") &&
                                 !is_word(document, document.phrases[next], "yet");
        if (!comma && !conjunction) break;
        const bool exclusive = conjunction && is_word(document, document.phrases[next], "or");
        if (conjunction) ++next;
        if (kind_at(document, next, limit) != PhraseKind::noun) break;
        if (!between && precedes_verb(document, next, limit)) break;
        pending.push_back(next);
        p = next + 1;
        // "the leaders of Iran and the army of Syria": the "of" of a member stays with it
        if (kind_at(document, p, limit) == PhraseKind::preposition && is_word(document, document.phrases[p], "of") &&
            kind_at(document, p + 1, limit) == PhraseKind::noun) {
            p += 2;
        }
        if (conjunction) {
            argument.exclusive |= exclusive;
            argument.phrases.insert(argument.phrases.end(), pending.begin(), pending.end());
            pending.clear();
            end = p;
        }
    }
    return argument;
}

}  // namespace kith::text
