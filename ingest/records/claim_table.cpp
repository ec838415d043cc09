#include "ingest/records/claim_table.hpp"

#include <unicode/ustring.h>

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/partial_date.hpp"
#include "ingest/gazetteer/known_entity.hpp"

namespace kith::records {
namespace {

constexpr std::size_t longest_name_bytes = 1000;
constexpr std::int64_t rows_between_progress = 1 << 16;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string quoted(std::string_view text) {
    return "\"" + std::string(text.substr(0, 80)) + "\"";
}

bool is_text(std::string_view field) {
    if (std::ranges::none_of(field, [](char c) { return (c & 0x80) != 0 || c == '\0'; })) return true;
    if (field.find('\0') != field.npos) return false;
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, field.data(), static_cast<int32_t>(field.size()), &error);
    return error != U_INVALID_CHAR_FOUND;
}

EntityReference reference(const Gazetteer& gazetteer, std::string_view name, std::optional<EntityKind> kind,
                          const EntityKindSet& allowed) {
    EntityReference reference;
    reference.name = reference.mention = name;
    reference.kind = kind.value_or(EntityKind::organisation);
    recognise(gazetteer, allowed, kind.has_value(), reference);
    return reference;
}

void require_allowed(const Relation& relation, const ClaimRecord& claim) {
    const auto reject = [&](EntityKind kind, const std::string& side) {
        throw RejectedRecord(relation.name + " does not take an entity of kind " + std::string(to_string(kind)) +
                             " as its " + side + ". Give another in the column " + side + "_kind");
    };
    if (!relation.allows_subject(claim.subject.kind)) reject(claim.subject.kind, "subject");
    if (!relation.allows_object(claim.object.kind)) reject(claim.object.kind, "object");
}

}  // namespace

const std::array<std::string_view, ClaimTableReader::column_count> ClaimTableReader::column_names = {
    "subject", "relation",   "object", "subject_kind", "object_kind", "status",
    "speaker", "confidence", "date",   "item",         "source"};

ClaimTableReader::ClaimTableReader(ReadBytes read, char separator, std::string file, const Ontology& ontology,
                                   NoteSkipped skip, const TakeNote& note)
    : csv_(std::move(read), separator), file_(std::move(file)), skip_(std::move(skip)) {
    for (const Relation& known : ontology.all()) relations_.emplace(known.name, &known);
    places_.fill(absent);
    usable_ = read_header(note);
}

bool ClaimTableReader::read_header(const TakeNote& note) {
    if (!csv_.next()) {
        skip(0, "the table is empty. Begin it with a header: subject,relation,object");
        return false;
    }
    if (!csv_.fault().empty()) {
        skip(csv_.line(), std::string(csv_.fault()));
        return false;
    }
    width_ = csv_.fields().size();
    for (std::size_t i = 0; i < width_; ++i) {
        const std::string_view name = trimmed(csv_.fields()[i]);
        const auto known = std::ranges::find(column_names, ascii::lower_case(name));
        if (known == column_names.end()) {
            note(Note{InputPosition{file_, csv_.line(), 0},
                      "the column " + quoted(name) + " means nothing here and is left out"});
            continue;
        }
        std::size_t& place = places_[static_cast<std::size_t>(known - column_names.begin())];
        if (place != absent) {
            skip(csv_.line(), "the column " + quoted(name) + " stands twice in the header");
            return false;
        }
        place = i;
    }
    for (const Column column : {subject, relation, object}) {
        if (places_[column] != absent) continue;
        skip(csv_.line(), "the header has no column \"" + std::string(column_names[column]) +
                              "\". It must name subject, relation and object");
        return false;
    }
    return true;
}

bool ClaimTableReader::next(ClaimRow& row) {
    while (usable_ && csv_.next()) {
        std::string reason(csv_.fault());
        if (reason.empty()) reason = read_row(row);
        if (reason.empty()) return true;
        skip(csv_.line(), std::move(reason));
    }
    return false;
}

std::string_view ClaimTableReader::field(Column column) const {
    return places_[column] == absent ? std::string_view{} : trimmed(csv_.fields()[places_[column]]);
}

// Why the row cannot be taken; empty: it is good.
std::string ClaimTableReader::read_row(ClaimRow& row) const {
    if (csv_.fields().size() != width_) {
        return "the row has " + std::to_string(csv_.fields().size()) + " fields, the header " + std::to_string(width_);
    }
    if (!std::ranges::all_of(csv_.fields(), is_text)) return "not valid UTF-8";

    row = {};
    row.subject = field(subject);
    row.object = field(object);
    for (const Column column : {subject, object, speaker, item, source}) {
        if (field(column).size() > longest_name_bytes) {
            return std::string(column_names[column]) + " is longer than " + std::to_string(longest_name_bytes) +
                   " bytes";
        }
    }
    if (row.subject.empty()) return "no subject";
    if (row.object.empty()) return "no object";
    const auto known = relations_.find(field(relation));
    if (known == relations_.end()) return "unknown relation " + quoted(field(relation)) + ". kith relations lists them";
    row.relation = known->second;

    for (const auto& [column, kind] :
         {std::pair{subject_kind, &row.subject_kind}, std::pair{object_kind, &row.object_kind}}) {
        if (field(column).empty()) continue;
        const auto parsed = parse_entity_kind(field(column));
        if (!parsed) return "unknown kind of entity " + quoted(field(column));
        *kind = *parsed;
    }

    if (const std::string_view name = field(status); !name.empty()) {
        const auto parsed = parse_status(name);
        if (!parsed)
            return "unknown status " + quoted(name) + ". Use actual, planned, possible, demanded, denied or former";
        row.status = *parsed;
    }
    if (const std::string_view digits = field(confidence); !digits.empty()) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), row.confidence);
        const bool in_range = row.confidence >= 0.0 && row.confidence <= 1.0;
        if (error != std::errc{} || end != digits.data() + digits.size() || !in_range) {
            return "the confidence " + quoted(digits) + " is not a number from 0 to 1";
        }
    }
    row.date = field(date);
    if (!row.date.empty() && !parse_interval(row.date)) {
        return quoted(row.date) + " is not a date. Write it as 2023, 2023-11, 2023-11-21 or 2015..2018";
    }
    row.speaker = field(speaker);
    row.item = field(item);
    row.source = field(source);
    row.line = csv_.line();
    row.bytes = {csv_.begin(), csv_.end()};
    return {};
}

std::int64_t push_claim_table(ClaimTableReader& reader, const TableDefaults& defaults, const Gazetteer& gazetteer,
                              ClaimSink& sink, const std::function<void()>& progress) {
    std::unordered_set<std::string> sources;
    std::optional<std::string> current;
    std::int64_t rows = 0;
    ClaimRow row;
    while (reader.next(row)) {
        if (!current || *current != row.source) {
            current = row.source;
            sources.insert(*current);
            DocumentRecord document;
            document.location = row.source.empty() ? reader.file() : *current;
            document.publisher = row.source.empty() ? defaults.publisher : *current;
            document.published = defaults.date;
            sink.begin(document);
        }
        ClaimRecord claim;
        claim.subject = reference(gazetteer, row.subject, row.subject_kind, row.relation->subject_kinds);
        claim.relation = row.relation->name;
        claim.object = reference(gazetteer, row.object, row.object_kind, row.relation->object_kinds);
        claim.status = row.status;
        if (!row.speaker.empty()) claim.speaker = reference(gazetteer, row.speaker, std::nullopt, ~EntityKindSet());
        claim.item = row.item;
        claim.time = row.date;
        claim.confidence = row.confidence;
        claim.sentence = row.bytes;
        claim.line = row.line;
        try {
            require_allowed(*row.relation, claim);
            sink.add(claim);
        } catch (const RejectedRecord& rejected) {
            reader.skip(row.line, rejected.what());
        }
        if (++rows % rows_between_progress == 0) progress();
    }
    return static_cast<std::int64_t>(sources.size());
}

}  // namespace kith::records
