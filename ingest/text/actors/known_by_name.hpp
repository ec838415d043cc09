// What the gazetteer knows by a name of a text: as it is written, or without what names of its sort have beside.
//
//     KnownByName(document).as_written(mention, name, tokens)   // "The Hague"; "FL", read as a place, is Florida
//     KnownByName(document).by_sort(surface, mention, tokens)   // "Nangarhar Province", "Breitbart.com", "a Kurd"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/tsv.hpp"
#include "ingest/text/actors/surface.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::text {

// Names in the gazetteer by what they are written as: two columns of a table, of which these are views.
using NamesByForm = std::unordered_map<std::string_view, std::string_view>;
NamesByForm read_forms(std::string_view table, const std::string& file);

// The year in a column of such a table, which may be left out.
std::optional<int> year_in(const TsvRow& row, std::size_t column);

// All of these tokens as one name.
std::optional<GazetteerMatch> match_all(const Document& document, Range tokens);

// "Ft." before the name of a place, spelt out; false: it is another word. In lower case.
bool spell_out(std::string& word);

// Whether it is the gazetteer's name of one of the United States.
bool is_american_state(std::string_view name);

class KnownByName {
public:
    // The document must outlive this.
    explicit KnownByName(const Document& document) : document_(document) {}

    // "(R-Ky.)", "(R., Tenn.)", ", D-N.C.": as American papers have it.
    std::optional<GazetteerMatch> by_party_letter(const Mention& mention) const;

    // The tokens are the name without its article.
    std::optional<GazetteerMatch> as_written(const Mention& mention, Range name, Range tokens) const;

    // What is known by other words than those written: they lack what names of this sort have, or have it beside.
    std::optional<GazetteerMatch> by_sort(const Surface& surface, const Mention& mention, Range tokens) const;

    // Whether something is known by these words, letter by letter.
    bool is_written_so(Range tokens) const;

private:
    std::optional<GazetteerMatch> match_without_generic_word(Range tokens) const;
    bool is_place_by_chance(const GazetteerMatch& match, const Mention& mention, Range tokens) const;
    std::optional<GazetteerMatch> match_without_party(Range tokens) const;
    std::optional<GazetteerMatch> match_without_medium(Range tokens) const;
    std::optional<GazetteerMatch> match_without_last_word(Range tokens, EntityKind kind) const;
    std::optional<GazetteerMatch> match_spelt_out(const std::string& text) const;
    std::optional<GazetteerMatch> match_web_name(const std::string& text) const;
    std::optional<GazetteerMatch> match_tokens(Range tokens) const;
    const Document& document_;
};

}  // namespace kith::text
