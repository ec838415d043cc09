#include "ingest/text/status.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(status_cues_tsv)

namespace kith::text {
namespace {

constexpr int max_governors = 6;

class Cues {
public:
    static const Cues& builtin() {
        static const Cues cues;
        return cues;
    }

    std::optional<Status> find(std::string_view kind, std::string_view word) const {
        const auto found = cues_.find(std::string(kind) + ' ' + std::string(word));
        return found == cues_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    Cues() {
        for (const Row& row : rows(status_cues_tsv())) {
            const auto status = parse_status(row[0]);
            if (!status) throw Error(Place{"status_cues.tsv"}, "unknown status \"" + std::string(row[0]) + '"');
            for (const std::string_view word : split(row[2], ' ')) {
                cues_.try_emplace(std::string(row[1]) + ' ' + std::string(word), *status);
            }
        }
    }

    std::unordered_map<std::string, Status> cues_;
};

class Judge {
public:
    explicit Judge(const Document& document) : document_(document) {}

    // Actual where nothing says otherwise. What stands nearer to the tie counts first.
    Status of(const Tie& tie) const {
        std::size_t c = tie.clause;
        std::string link;
        for (int steps = 0; c != none && steps < max_governors; ++steps) {
            const Clause& clause = document_.clauses[c];
            const Phrase& verb = document_.phrases[clause.verb];
            if (steps > 0 && link == "to") {
                if (const auto status = governed_by(verb)) return *status;
            }
            if (steps == 0 || link == "to" || (link == "and" && follows_modal(c, tie))) {
                if (const auto status = of_group(verb, steps == 0)) return *status;
            }
            if (const auto status = of_governing_noun(clause, verb)) return *status;
            link = clause.link;
            if (link != "to" && link != "and") break;
            c = clause.parent;
        }
        return Status::actual;
    }

    // "is concerned that Iran is preparing to ...", "fears the rebels will ...": what is feared may never come.
    bool is_feared(const Tie& tie) const {
        std::size_t c = tie.clause;
        if (c == none) return false;
        for (int steps = 0; steps < max_governors && document_.clauses[c].parent != none; ++steps)
            c = document_.clauses[c].parent;
        const Clause& clause = document_.clauses[c];
        const std::size_t first = document_.sentence_phrases[clause.sentence].begin;
        std::size_t p = clause.subject.phrases.empty() ? clause.verb : clause.subject.phrases.front();
        if (p == first) return false;
        --p;
        if (document_.phrases[p].kind == PhraseKind::subordinator && p > first) --p;
        const Token& word = token(document_.phrases[p].head);
        return word.lower == "concerned" || word.lower == "worried" || word.lower == "afraid" || word.lemma == "fear" ||
               word.lemma == "worry";
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }

    std::optional<Status> governed_by(const Phrase& verb) const {
        for (std::size_t i = verb.tokens.begin; i < verb.tokens.end; ++i) {
            if (const auto status = Cues::builtin().find("adverb", token(i).lower)) return status;
        }
        const Token& head = token(verb.head);
        if (head.tag == Tag::be) return adjective_behind(verb);
        if (head.lemma == "go" && head.form != VerbForm::gerund) return std::nullopt;
        if (verb.head + 1 < document_.tokens.size() && token(verb.head + 1).lower == "off")
            return std::nullopt;  // called off
        std::optional<Status> status = Cues::builtin().find("verb", head.lemma);
        if (verb.negated && status && *status != Status::denied) return Status::denied;
        return status;
    }

    // "is ready to", "is likely to"
    std::optional<Status> adjective_behind(const Phrase& verb) const {
        for (std::size_t i = verb.tokens.end; i < verb.tokens.end + 3 && i < document_.tokens.size(); ++i) {
            if (const auto status = Cues::builtin().find("adjective", token(i).lower)) return status;
            if (const auto status = Cues::builtin().find("adverb", token(i).lower)) return status;
        }
        return std::nullopt;
    }

    std::optional<Status> of_group(const Phrase& verb, bool own) const {
        if (verb.modal != none) {
            const std::string& modal = token(verb.modal).lower;
            if (const auto status = Cues::builtin().find("modal", modal)) {
                if (verb.negated && *status != Status::demanded) return Status::denied;
                return status;
            }
        }
        if (own && verb.negated) return Status::denied;
        for (std::size_t i = verb.tokens.begin; i < verb.tokens.end; ++i) {
            if (const auto status = Cues::builtin().find("adverb", token(i).lower)) return status;
        }
        return std::nullopt;
    }

    // "its plan to attack": the noun before an infinitive.
    std::optional<Status> of_governing_noun(const Clause& clause, const Phrase& verb) const {
        if (!verb.infinitive || clause.verb == 0) return std::nullopt;
        const Phrase& before = document_.phrases[clause.verb - 1];
        const bool is_about = before.kind == PhraseKind::preposition;  // "is about to attack"
        if (before.kind != PhraseKind::noun && before.kind != PhraseKind::adjective && !is_about) return std::nullopt;
        if (is_about) return Cues::builtin().find("preposition", token(before.tokens.begin).lower);
        if (const auto status = Cues::builtin().find("adjective", token(before.head).lower)) return status;
        return Cues::builtin().find("noun", token(before.head).lemma);
    }

    // A verb joined by "and" takes over the modality only if it is a bare form: "will attack and occupy".
    bool follows_modal(std::size_t, const Tie& tie) const {
        const Token& head = token(document_.phrases[document_.clauses[tie.clause].verb].head);
        return head.form == VerbForm::base;
    }

    const Document& document_;
};

}  // namespace

void StatusRules::apply(Document& document) const {
    const Judge judge(document);
    for (Tie& tie : document.ties) {
        if (tie.status != Status::actual) continue;
        tie.status = judge.of(tie);
        if (tie.status != Status::denied && judge.is_feared(tie)) tie.status = Status::possible;
    }
}

}  // namespace kith::text
