#include "ingest/text/name_finder.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

#include "ingest/text/name_words.hpp"
#include "ingest/text/titles.hpp"
#include "ingest/text/unicode.hpp"
#include "ingest/text/verb_forms.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_name_tokens = 12;

bool is_particle(std::string_view lower) {
    static const std::unordered_set<std::string_view> words = {
        "al",  "el",  "ul",  "bin", "ibn", "bint", "ben", "de", "da",  "del", "di", "dos", "van",
        "von", "der", "den", "la",  "ad",  "ez",   "ar",  "as", "ash", "az",  "an", "abu", "e"};
    return words.contains(lower);
}

bool is_closed(Tag tag) {
    return tag == Tag::determiner || tag == Tag::pronoun || tag == Tag::preposition || tag == Tag::subordinator ||
           tag == Tag::conjunction || tag == Tag::relative || tag == Tag::modal || tag == Tag::be || tag == Tag::have ||
           tag == Tag::do_ || tag == Tag::to || tag == Tag::time || tag == Tag::number;
}

class Finder {
public:
    explicit Finder(const Document& document) : document_(document) {
        for (const Sentence& sentence : document.sentences) {
            for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Token& token = document.tokens[i];
                if (!token.capital) {
                    lower_words_.insert(token.lower);
                } else if (!sentence.heading && i > sentence.tokens.begin && !token.all_caps) {
                    capital_words_.insert(token.lower);
                }
            }
        }
    }

    std::vector<FoundName> run() {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            sentence_ = s;
            range_ = document_.sentences[s].tokens;
            for (std::size_t i = range_.begin; i < range_.end;) i = step(i);
        }
        return std::move(found_);
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    bool heading() const { return document_.sentences[sentence_].heading; }

    // Looks for a name that begins at i; returns where to look next.
    std::size_t step(std::size_t i) {
        if (token(i).lower == "the" && range_.contains(i + 1)) return i + 1;
        const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, i, range_.end);
        if (match.entry && is_plausible(i, match)) return add_known(i, match);
        if (!token(i).capital || token(i).tag == Tag::time) return i + 1;
        if (is_closed(token(i).tag) && !is_name_like(i)) return i + 1;
        return add_run(i);
    }

    // A closed-class word that is capitalised inside a sentence: "Al-Shabaab", "An Nahar", but not "In" or "The".
    bool is_name_like(std::size_t i) const {
        return is_particle(token(i).lower) && range_.contains(i + 1) && token(i + 1).lower == "-";
    }

    // One-word names at the start of a sentence that are also plain words: "Shell", "Dawn", "Nice".
    bool is_plausible(std::size_t i, const GazetteerMatch& match) const {
        if (match.tokens > 1) return true;
        const Token& word = token(i);
        if (!word.capital && match.entry->kind != EntityKind::armed_group) return false;
        const bool ordinary = lower_words_.contains(word.lower) && !word.all_caps;
        if (ordinary && (i == range_.begin || heading()))
            return match.entry->kind == EntityKind::state || match.adjective;
        if (word.lower == "us" && !word.all_caps) return false;
        if (is_titled_surname(i, *match.entry)) return false;
        // "Jordan Peterson": a given name and a family name, not the country.
        const bool name_follows = range_.contains(i + 1) && token(i + 1).capital && !heading() &&
                                  !token(i + 1).all_caps && match.entry->kind == EntityKind::place;
        return !(name_follows && gender_of_first_name(document_.text(word.span)) &&
                 !kind_of_head(document_.text(token(i + 1).span)));
    }

    // "General Azov": a person, though "Azov" alone is the short name of a body.
    bool is_titled_surname(std::size_t i, const GazetteerEntry& entry) const {
        if (i == range_.begin || !token(i - 1).capital || entry.name == document_.text(token(i).span)) return false;
        if (entry.kind == EntityKind::state || entry.kind == EntityKind::place) return false;
        return Titles::builtin().ending_at(document_, {range_.begin, i}) != nullptr;
    }

    std::size_t add_known(std::size_t i, const GazetteerMatch& match) {
        FoundName name{{i, i + match.tokens}, sentence_,         match.entry,
                       match.adjective,       match.entry->kind, match.entry->state};
        if (const std::size_t coalition = end_of_coalition(name.tokens.end); coalition > name.tokens.end) {
            name.tokens.end = coalition;
            name.entry = nullptr;
            name.adjective = false;
            name.kind = EntityKind::international_body;
        } else if (!heading() && match.entry->kind == EntityKind::state && name.tokens.end < range_.end) {
            if (const std::size_t end = end_of_body(name.tokens.end); end > name.tokens.end) {
                name.kind = kind_of_head(document_.text(token(end - 1).span));
                name.entry = nullptr;
                name.adjective = false;
                name.tokens.end = end_of_department(end);
            }
        }
        // "Sudan People's Army": no, but "Kuwait University", "Gaza Health Ministry".
        if (name.entry && !match.adjective && !heading() && name.entry->kind != EntityKind::state) {
            const std::size_t end = end_of_body(name.tokens.end);
            if (end > name.tokens.end && name.entry->kind == EntityKind::place) {
                name.kind = kind_of_head(document_.text(token(end - 1).span));
                name.entry = nullptr;
                name.tokens.end = end;
            }
        }
        // A maker called like its product: "Shahed | Aviation Industries".
        if (name.entry && name.entry->kind == EntityKind::weapon && !heading()) {
            std::size_t end = name.tokens.end;
            while (end < range_.end && token(end).capital && token(end).space_before && !is_closed(token(end).tag))
                ++end;
            if (end > name.tokens.end && kind_of_head(document_.text(token(end - 1).span)) == EntityKind::company) {
                name.kind = EntityKind::company;
                name.entry = nullptr;
                name.tokens.end = end;
            }
        }
        found_.push_back(name);
        return name.tokens.end;
    }

    // "Kenyan Ministry | of Health"
    std::size_t end_of_department(std::size_t begin) const {
        if (begin + 1 >= range_.end || token(begin).lower != "of" || !token(begin + 1).capital) return begin;
        std::size_t end = begin + 1;
        while (end < range_.end && end < begin + 5 && token(end).capital && !is_closed(token(end).tag)) ++end;
        return end;
    }

    // "the U.S.|-led coalition": goes by its leader's name.
    std::size_t end_of_coalition(std::size_t begin) const {
        if (begin + 2 >= range_.end || token(begin).lower != "-" || token(begin + 1).lower != "led") return begin;
        for (std::size_t i = begin + 2; i < std::min(range_.end, begin + 6); ++i) {
            if (token(i).lower == "coalition" || token(i).lower == "alliance") return i + 1;
            if (token(i).tag != Tag::adjective && token(i).lower != "-" && !token(i).capital) break;
        }
        return begin;
    }

    // "Russian | Defense Ministry": the end of a run of capitalised words whose last is the head of a body. The same
    // position where there is none.
    std::size_t end_of_body(std::size_t begin) const {
        std::size_t end = begin;
        while (end < range_.end && end - begin < 5 && token(end).capital && token(end).space_before &&
               !is_closed(token(end).tag)) {
            ++end;
        }
        while (end > begin) {
            const auto kind = kind_of_head(document_.text(token(end - 1).span));
            if (kind && (*kind == EntityKind::government_body || *kind == EntityKind::military_unit ||
                         *kind == EntityKind::party || *kind == EntityKind::ngo || *kind == EntityKind::armed_group)) {
                break;
            }
            --end;
        }
        if (end == begin) return begin;
        const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, begin, end);
        return match.entry && match.tokens == end - begin && !match.entry->state.empty() ? begin : end;
    }

    std::size_t add_run(std::size_t begin) {
        const std::size_t whole = end_of_run(begin);
        Range tokens{begin, whole};
        FoundName name;
        name.sentence = sentence_;
        strip_title(tokens, name);
        while (!tokens.empty() && drops_first_word(tokens)) ++tokens.begin;
        while (!tokens.empty() && !token(tokens.end - 1).capital && token(tokens.end - 1).tag != Tag::number)
            --tokens.end;
        if (tokens.empty() || token(tokens.begin).lower.size() < 2) return std::max(whole, begin + 1);
        name.tokens = tokens;
        if (heading() && !stands_elsewhere(tokens)) return whole;
        if (!name.kind) name.kind = kind_by_words(tokens);
        if (!name.kind) {
            if (const auto gender = gender_of_first_name(document_.text(token(tokens.begin).span));
                gender && tokens.size() > 1) {
                name.kind = EntityKind::person;
                name.gender = *gender;
            }
        } else if (name.kind == EntityKind::person && name.gender == Gender::unknown && tokens.size() > 1) {
            name.gender = gender_of_first_name(document_.text(token(tokens.begin).span)).value_or(Gender::unknown);
        }
        if (tokens.size() > 1 || !is_doubtful(tokens.begin)) found_.push_back(name);
        return whole;
    }

    bool has_body_head(Range tokens) const {
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            const auto kind = kind_of_head(document_.text(token(i).span));
            if (kind && token(i).lower != "government" && token(i).lower != "republic" && *kind != EntityKind::place)
                return true;
        }
        return false;
    }

    std::size_t end_of_run(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < range_.end && end - begin < max_name_tokens) {
            const Token& word = token(end);
            const bool next_capital = end + 1 < range_.end && token(end + 1).capital;
            if (word.lower == "-" && !word.space_before && end + 1 < range_.end && !token(end + 1).space_before &&
                (next_capital || is_particle(token(end - 1).lower) ||
                 is_digit(static_cast<unsigned char>(token(end + 1).lower[0])))) {
                end += 2;
                continue;
            }
            if (word.lower == "&" && next_capital) {
                end += 2;
                continue;
            }
            if (is_particle(word.lower) && !word.capital && word.space_before && follows_particle(end)) {
                ++end;
                continue;
            }
            if ((word.lower == "of" || word.lower == "for") && has_body_head({begin, end})) {
                const std::size_t next = end + 1 < range_.end && token(end + 1).lower == "the" ? end + 2 : end + 1;
                if (next < range_.end && token(next).capital && !is_closed(token(next).tag)) {
                    end = next + 1;
                    continue;
                }
            }
            if (word.lower == "and" && next_capital && has_of({begin, end})) {
                end += 2;
                continue;
            }
            if (!word.capital || !word.space_before || is_closed(word.tag)) break;
            if (cuts_run(begin, end)) break;
            ++end;
        }
        return end;
    }

    // "al", "bin", "van" join only what a capital or a hyphen follows.
    bool follows_particle(std::size_t i) const {
        if (i + 1 >= range_.end) return false;
        if (token(i).lower == "as" || token(i).lower == "an")
            return token(i + 1).lower == "-" && !token(i + 1).space_before;
        return token(i + 1).capital || (token(i + 1).lower == "-" && !token(i + 1).space_before);
    }

    // "Ministry of Foreign Affairs and Trade": "and" joins inside such a name only.
    bool has_of(Range tokens) const {
        const auto kind = kind_of_head(document_.text(token(tokens.begin).span));
        return tokens.size() >= 3 && token(tokens.begin + 1).lower == "of" && kind == EntityKind::government_body;
    }

    // A known name begins here, and what stands before is not a given name.
    bool cuts_run(std::size_t begin, std::size_t i) const {
        const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, i, range_.end);
        if (!match.entry || (match.tokens == 1 && is_titled_surname(i, *match.entry))) return false;
        if (gender_of_first_name(document_.text(token(i - 1).span)) && match.tokens == 1) return false;
        return match.entry->kind == EntityKind::state || match.tokens > 1 || !has_body_head({begin, i});
    }

    // Takes titles from the front: "Secretary of State John Kerry", "Defense Minister Rustem Umerov".
    void strip_title(Range& tokens, FoundName& name) const {
        for (std::size_t i = tokens.begin; i < tokens.end && i < tokens.begin + 4; ++i) {
            const Title* title = Titles::builtin().beginning_at(document_, {i, std::min(range_.end, tokens.end + 3)});
            if (!title || i + title->tokens >= tokens.end) continue;
            tokens.begin = i + title->tokens;
            name.kind = EntityKind::person;
            if (title->gender != Gender::unknown) name.gender = title->gender;
            i = tokens.begin - 1;
        }
        if (name.kind) return;
        // The run is a title and no more: "President", "Foreign Minister".
        const Title* title = Titles::builtin().ending_at(document_, tokens);
        if (title && !has_body_head(tokens)) {
            tokens.begin = tokens.end;
        } else if (has_title_before(tokens.begin)) {
            name.kind = EntityKind::person;
            name.gender = Titles::builtin().ending_at(document_, {range_.begin, tokens.begin})->gender;
        }
    }

    bool has_title_before(std::size_t begin) const {
        if (begin == range_.begin || !token(begin).space_before) return false;
        const Title* title = Titles::builtin().ending_at(document_, {range_.begin, begin});
        return title != nullptr && token(begin - 1).lower != "ally" && token(begin - 1).lower != "fighter" &&
               token(begin - 1).lower != "rival" && token(begin - 1).lower != "member" &&
               token(begin - 1).lower != "militant";
    }

    // The first word of a sentence that is no part of the name behind it: "Meanwhile", "Former".
    bool drops_first_word(Range tokens) const {
        const Token& word = token(tokens.begin);
        if (word.tag == Tag::punctuation) return true;
        if (tokens.begin != range_.begin &&
            !(token(tokens.begin - 1).tag == Tag::punctuation && !token(tokens.begin - 1).space_before)) {
            return false;
        }
        if (word.tag == Tag::adverb || word.tag == Tag::verb || (word.tag == Tag::adjective && tokens.size() > 1)) {
            return !capital_words_.contains(word.lower);
        }
        return tokens.size() > 1 && lower_words_.contains(word.lower) && !capital_words_.contains(word.lower) &&
               !gender_of_first_name(document_.text(word.span));
    }

    // A lone capitalised word that may be none: it begins the sentence or a quotation, or stands in lower case
    // elsewhere.
    bool is_doubtful(std::size_t i) const {
        const Token& word = token(i);
        if (word.all_caps) return word.lower.size() > 6 || word.lower.size() < 2 || is_ordinary(word);
        const bool opens = i == range_.begin || token(i - 1).tag == Tag::punctuation;
        if (lower_words_.contains(word.lower)) return true;
        return opens && !capital_words_.contains(word.lower);
    }

    bool is_ordinary(const Token& word) const {
        return lower_words_.contains(word.lower) || VerbForms::builtin().find(word.lower) != nullptr ||
               is_closed(word.tag);
    }

    bool stands_elsewhere(Range tokens) const {
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            if (token(i).capital && !capital_words_.contains(token(i).lower)) return false;
        }
        return true;
    }

    std::optional<EntityKind> kind_by_words(Range tokens) const {
        std::size_t head = tokens.end - 1;
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            if (i > tokens.begin && (token(i).lower == "of" || token(i).lower == "for")) {
                head = i - 1;
                break;
            }
        }
        if (token(head).tag == Tag::number && head > tokens.begin) --head;
        if (head == tokens.begin && head + 1 == tokens.end) return std::nullopt;
        return kind_of_head(document_.text(token(head).span));
    }

    const Document& document_;
    std::unordered_set<std::string_view> lower_words_, capital_words_;
    std::vector<FoundName> found_;
    std::size_t sentence_ = 0;
    Range range_;
};

}  // namespace

std::vector<FoundName> find_names(const Document& document) {
    return Finder(document).run();
}

}  // namespace kith::text
