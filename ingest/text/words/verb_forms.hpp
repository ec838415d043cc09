// The forms of English verbs that data/verbs.tsv lists: "sold" is the past and the participle of "sell".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/words/document.hpp"

namespace kith::text {

struct VerbEntry {
    std::string lemma;
    VerbForm form = VerbForm::no_verb;  // past stands for past and participle where they are one word
    bool also_noun = false;             // as often a noun: "attack", "strikes"
};

class VerbForms {
public:
    static const VerbForms& builtin();

    const VerbEntry* find(std::string_view lower) const;  // null: no verb

private:
    explicit VerbForms(std::string_view table);
    void add(std::string form, std::string_view lemma, VerbForm kind);
    void add_regular(std::string_view lemma);
    void add_irregular(std::string_view lemma, std::string_view past, std::string_view participle);
    void add_endings(std::string_view lemma);
    void mark_noun(std::string_view lemma);

    std::unordered_map<std::string, VerbEntry> entries_;
};

}  // namespace kith::text
