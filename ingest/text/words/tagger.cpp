#include "ingest/text/words/tagger.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/words/unicode.hpp"
#include "ingest/text/words/verb_forms.hpp"

KITH_EMBEDDED(words_tsv)

namespace kith::text {
namespace {

// The table, read once. Views into the embedded text.
struct TaggerWords {
    std::unordered_map<std::string_view, Tag> tags;
    std::vector<std::string_view> adjective_endings;

    static const TaggerWords& builtin() {
        static const TaggerWords words;
        return words;
    }

private:
    TaggerWords() {
        constexpr std::array<std::pair<std::string_view, Tag>, 14> lists = {{{"pronoun", Tag::pronoun},
                                                                             {"determiner", Tag::determiner},
                                                                             {"preposition", Tag::preposition},
                                                                             {"subordinator", Tag::subordinator},
                                                                             {"conjunction", Tag::conjunction},
                                                                             {"relative", Tag::relative},
                                                                             {"be", Tag::be},
                                                                             {"have", Tag::have},
                                                                             {"do_", Tag::do_},
                                                                             {"modal", Tag::modal},
                                                                             {"adverb", Tag::adverb},
                                                                             {"adjective", Tag::adjective},
                                                                             {"noun", Tag::noun},
                                                                             {"time", Tag::time}}};
        for (const TsvRow& row : tsv_rows(words_tsv(), "ingest/text/data/words.tsv", 2, 2)) {
            const std::vector<std::string_view> words = split(row[1], ' ');
            if (row[0] == "adjective_ending") {
                adjective_endings = words;
                continue;
            }
            const auto list = std::ranges::find(lists, row[0], &std::pair<std::string_view, Tag>::first);
            if (list == lists.end()) throw Error(row.position(), "there is no tag \"" + std::string(row[0]) + '"');
            for (const std::string_view word : words) tags.try_emplace(word, list->second);
        }
    }
};

bool is_determined(Tag previous) {
    return previous == Tag::determiner || previous == Tag::adjective || previous == Tag::possessive ||
           previous == Tag::number || previous == Tag::preposition;
}

bool opens_object(Tag next) {
    return next == Tag::determiner || next == Tag::pronoun || next == Tag::number || next == Tag::adjective;
}

// Tags one sentence from left to right; the tags to the right that it looks at are those of the word lists alone.
class SentenceTagger {
public:
    SentenceTagger(Document& document, const Sentence& sentence)
        : document_(document), range_(sentence.tokens), heading_(sentence.heading) {}

    void run() {
        for (std::size_t i = range_.begin; i < range_.end; ++i) first_guess(i);
        for (std::size_t i = range_.begin; i < range_.end; ++i) decide(i);
    }

private:
    Token& token(std::size_t i) { return document_.tokens[i]; }
    Tag tag_at(std::size_t i) { return range_.contains(i) ? token(i).tag : Tag::punctuation; }

    void first_guess(std::size_t i) {
        Token& word = token(i);
        const std::int32_t first = code_point_at(word.lower, 0).value;
        if (is_digit(first)) {
            word.tag = Tag::number;
        } else if (is_apostrophe(first) && word.lower == "'s") {
            word.tag = Tag::possessive;
        } else if (word.lower == "'" && i > range_.begin && !word.space_before && token(i - 1).lower.ends_with('s')) {
            word.tag = Tag::possessive;
        } else if (const auto found = words_.tags.find(word.lower);
                   found != words_.tags.end() && !(word.all_caps && word.lower == "us")) {
            word.tag = found->second;
            if (word.tag == Tag::time && !word.capital) word.tag = Tag::noun;
        } else if (word.lower == "to") {
            word.tag = Tag::to;
        } else if (!is_letter(first) && !is_apostrophe(first)) {
            word.tag = Tag::punctuation;
        } else if (is_apostrophe(first) && word.lower.size() == 1) {
            word.tag = Tag::punctuation;
        } else {
            word.tag = Tag::other;
        }
    }

    void decide(std::size_t i) {
        Token& word = token(i);
        if (word.tag == Tag::possessive && is_contracted_be(i)) word.tag = Tag::be;
        if (word.lower == "that") word.tag = tag_of_that(i);
        if (word.lower == "to" && !precedes_verb(i)) word.tag = Tag::preposition;
        if ((word.lower == "as" || word.lower == "after" || word.lower == "before" || word.lower == "since" ||
             word.lower == "until") &&
            precedes_noun_phrase_without_verb(i)) {
            word.tag = Tag::preposition;
        }
        if (word.tag == Tag::adjective && !word.capital && word.lower == "back") word.tag = Tag::adverb;
        const VerbEntry* verb = VerbForms::builtin().find(word.lower);
        const VerbEntry unknown{word.lower.substr(0, std::max<std::size_t>(word.lower.size(), 2) - 2), VerbForm::past,
                                false};
        if (!verb && word.tag == Tag::other && word.lower.size() > 5 && word.lower.ends_with("ed")) verb = &unknown;
        if ((word.tag == Tag::other || word.tag == Tag::noun) && verb && may_be_verb(i) &&
            (word.tag == Tag::other || verb->form == VerbForm::gerund) && reads_as_verb(i, *verb)) {
            word.tag = Tag::verb;
            word.lemma = verb->lemma;
            word.form = verb->form;
            return;
        }
        if (word.lower == "order" && i > range_.begin && token(i - 1).lower == "in" && tag_at(i + 1) == Tag::to) {
            word.tag = Tag::subordinator;  // "in order to"
        }
        if (word.tag == Tag::other) word.tag = guess_by_ending(i);
        if (word.tag == Tag::noun) word.lemma = singular(word.lower);
    }

    // A capital inside a sentence is a name's, unless the sentence is a heading.
    bool may_be_verb(std::size_t i) { return !token(i).capital || i == range_.begin || heading_; }

    // "it's", "he's", "that's"
    bool is_contracted_be(std::size_t i) {
        if (i == range_.begin) return false;
        const Tag previous = tag_at(i - 1);
        return previous == Tag::pronoun || token(i - 1).lower == "that" || token(i - 1).lower == "there" ||
               token(i - 1).lower == "who" || token(i - 1).lower == "what" || token(i - 1).lower == "here";
    }

    Tag tag_of_that(std::size_t i) {
        if (i == range_.begin) return Tag::determiner;
        const Tag previous = tag_at(i - 1);
        const Tag next = tag_at(i + 1);
        const VerbEntry* verb = range_.contains(i + 1) ? VerbForms::builtin().find(token(i + 1).lower) : nullptr;
        const bool verb_follows =
            next == Tag::be || next == Tag::have || next == Tag::modal || next == Tag::do_ ||
            (verb && !token(i + 1).capital && verb->form != VerbForm::base && verb->form != VerbForm::gerund);
        if (verb_follows && (previous == Tag::noun || previous == Tag::other)) return Tag::relative;
        return previous == Tag::preposition ? Tag::determiner : Tag::subordinator;
    }

    bool precedes_verb(std::size_t i) {
        std::size_t next = i + 1;
        while (range_.contains(next) && tag_at(next) == Tag::adverb) ++next;
        if (!range_.contains(next)) return false;
        if (tag_at(next) == Tag::be || tag_at(next) == Tag::have || tag_at(next) == Tag::do_) return true;
        const VerbEntry* verb = VerbForms::builtin().find(token(next).lower);
        if (!verb || (verb->form != VerbForm::base && token(next).lower != verb->lemma)) return false;
        return !token(next).capital || heading_;
    }

    // "after the attack" against "after he attacked": a preposition if no verb comes before the next comma.
    bool precedes_noun_phrase_without_verb(std::size_t i) {
        for (std::size_t j = i + 1; range_.contains(j) && j < i + 12; ++j) {
            const Tag tag = tag_at(j);
            if (tag == Tag::be || tag == Tag::have || tag == Tag::modal || tag == Tag::do_) return false;
            if (tag == Tag::punctuation && token(j).lower != "-") break;
            const VerbEntry* verb = VerbForms::builtin().find(token(j).lower);
            if (tag == Tag::other && verb && !token(j).capital && !verb->also_noun && j > i + 1 &&
                (verb->form == VerbForm::past || verb->form == VerbForm::third)) {
                return tag_at(j + 1) == Tag::preposition && token(j + 1).lower == "by";
            }
        }
        return true;
    }

    bool reads_as_verb(std::size_t i, const VerbEntry& verb) {
        std::size_t before = i;
        while (before > range_.begin && tag_at(before - 1) == Tag::adverb) --before;
        const Tag previous = before > range_.begin ? tag_at(before - 1) : Tag::punctuation;
        const Tag next = tag_at(i + 1);
        if (previous == Tag::to || previous == Tag::modal || previous == Tag::do_) return true;
        if (i > range_.begin && token(i - 1).lower == "-" && !token(i - 1).space_before) {
            return verb.form == VerbForm::past || verb.form == VerbForm::participle;  // "Iran-backed"
        }
        switch (verb.form) {
            case VerbForm::gerund:
                return reads_as_gerund(i, previous, next);
            case VerbForm::past:
            case VerbForm::participle:
                return reads_as_past(i, previous, next);
            default:
                return reads_as_present(i, verb, previous, next);
        }
    }

    bool reads_as_gerund(std::size_t i, Tag previous, Tag next) {
        if (previous == Tag::be || previous == Tag::have) return true;
        if (previous == Tag::determiner || previous == Tag::adjective || previous == Tag::possessive) return false;
        const bool known_noun = token(i).tag == Tag::noun;
        return !known_noun || opens_object(next) || (range_.contains(i + 1) && token(i + 1).capital);
    }

    bool reads_as_past(std::size_t i, Tag previous, Tag next) {
        if (previous == Tag::determiner || (previous == Tag::adjective && i > range_.begin + 1)) {
            return false;  // "the captured soldiers"
        }
        if (previous == Tag::preposition || previous == Tag::possessive) {
            return next != Tag::noun && next != Tag::other;
        }
        return true;
    }

    bool reads_as_present(std::size_t i, const VerbEntry& verb, Tag previous, Tag next) {
        if (previous == Tag::pronoun || previous == Tag::relative) return true;
        if (is_determined(previous) || previous == Tag::be || previous == Tag::have) return false;
        if (previous == Tag::conjunction) {
            std::size_t j = i - 1;
            while (j > range_.begin && j + 12 > i && tag_at(j - 1) != Tag::verb) --j;
            const bool parallel = j > range_.begin && tag_at(j - 1) == Tag::verb && token(j - 1).form == verb.form;
            return parallel && (!verb.also_noun || opens_object(next) || capital_at(i + 1));
        }
        if (previous == Tag::punctuation) {
            if (!verb.also_noun && i > range_.begin) return verb.form == VerbForm::third;
            return i > range_.begin && verb.form == VerbForm::third && opens_object(next);
        }
        if (verb.form == VerbForm::third) {
            if (next == Tag::preposition && verb.also_noun) return false;
            return !verb.also_noun || opens_object(next) || capital_at(i + 1) || next == Tag::subordinator ||
                   (next == Tag::to && precedes_verb(i + 1));
        }
        if (!verb.also_noun) return true;
        const bool plural = i > range_.begin && token(i - 1).lower.ends_with('s');
        return plural && (opens_object(next) || capital_at(i + 1));
    }

    bool capital_at(std::size_t i) { return range_.contains(i) && token(i).capital; }

    Tag guess_by_ending(std::size_t i) {
        const std::string& word = token(i).lower;
        if (!token(i).capital && word.size() > 4 && word.ends_with("ly")) return Tag::adverb;
        const auto ends_with = [&](std::string_view ending) {
            return word.size() > ending.size() + 2 && word.ends_with(ending);
        };
        if (!token(i).capital && std::ranges::any_of(words_.adjective_endings, ends_with)) return Tag::adjective;
        return Tag::noun;
    }

    const TaggerWords& words_ = TaggerWords::builtin();
    Document& document_;
    Range range_;
    bool heading_;
};

}  // namespace

std::string singular(std::string_view lower) {
    if (lower.size() > 4 && lower.ends_with("ies")) return std::string(lower.substr(0, lower.size() - 3)) + "y";
    if (lower.size() > 4 &&
        (lower.ends_with("sses") || lower.ends_with("shes") || lower.ends_with("ches") || lower.ends_with("xes"))) {
        return std::string(lower.substr(0, lower.size() - 2));
    }
    if (lower == "men") return "man";
    if (lower.ends_with("women")) return "woman";
    if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") &&
        !lower.ends_with("is")) {
        return std::string(lower.substr(0, lower.size() - 1));
    }
    return std::string(lower);
}

void Tagger::apply(Document& document) const {
    for (const Sentence& sentence : document.sentences) SentenceTagger(document, sentence).run();
}

}  // namespace kith::text
