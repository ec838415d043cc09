#include "ingest/records/row_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "graph/partial_date.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/records/cell_values.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::records {
namespace {

constexpr std::size_t most_claims = 1000;  // of one row

EntityKindSet kinds_allowed(const Relation* relation, bool is_subject) {
    if (relation == nullptr) return ~EntityKindSet();
    return is_subject ? relation->subject_kinds : relation->object_kinds;
}

std::string kind_is_not_allowed(const Relation& relation, EntityKind kind, std::string_view side) {
    return relation.name + " does not take an entity of kind " + std::string(to_string(kind)) + " as its " +
           std::string(side) + ". Give another in the column " + std::string(side) + "_kind";
}

bool is_too_long(std::string_view value, std::string_view what, Cells& cells) {
    if (value.size() <= longest_name_bytes) return false;
    cells.fault = std::string(what) + " is longer than " + std::to_string(longest_name_bytes) + " bytes";
    return true;
}

void reset(ClaimRecord& claim) {
    claim.status = Status::actual;
    claim.speaker.reset();
    claim.place.reset();
    for (std::string* text :
         {&claim.unnamed_speaker, &claim.item, &claim.role, &claim.time, &claim.record, &claim.url, &claim.quote})
        text->clear();
    claim.confidence = confidence_of_tables;
}

}  // namespace

ClaimRecord& TableRow::add_claim() {
    if (claim_count_ == claims_.size()) claims_.emplace_back();
    return claims_[claim_count_++];
}

RowReader::RowReader(const Mapping& mapping, const Header& header, DateOrder dates, const Ontology& ontology,
                     const Gazetteer* gazetteer, const LoadLookUp& load)
    : mapping_(mapping),
      gazetteer_(gazetteer),
      relations_(ontology),
      source_(mapping.source, header),
      url_(mapping.url, header),
      quote_(mapping.quote, header),
      record_(mapping.record, header),
      published_{BoundValue(mapping.published, header)} {
    for (const EntitySource& entity : mapping.entities) entities_.push_back(bind(entity, header, load));
    for (const ClaimSource& claim : mapping.claims) claims_.push_back(bind(claim, header, load));
    const DateOrder told = dates != DateOrder::unknown ? dates : mapping.dates;
    is_order_told_ = told != DateOrder::unknown;
    for (Date* const date : this->dates()) date->order = told;
}

RowReader::Entity RowReader::bind(const EntitySource& source, const Header& header, const LoadLookUp& load) const {
    Entity entity{&source, BoundValue(source.name, header), BoundValue(source.kind, header),
                  BoundValue(source.key, header)};
    for (const ValueSource& alias : source.aliases) entity.aliases.emplace_back(alias, header);
    for (const IdentifierSource& each : source.identifiers) entity.identifiers.emplace_back(each.value, header);
    std::string files;
    for (const std::string& file : source.look_up) {
        if (auto table = load ? load(file) : nullptr) entity.known.push_back(std::move(table));
        files += (files.empty() ? "" : " or ") + file;
    }
    if (load && entity.known.empty() && !source.name.is_given()) {
        throw Error(source.key.position,
                    "the table gives numbers alone, and " + files + ", which tells their names, does not lie beside it",
                    "Put it into the same folder under that name.");
    }
    return entity;
}

RowReader::Claim RowReader::bind(const ClaimSource& source, const Header& header, const LoadLookUp& load) const {
    Claim claim;
    claim.subject = bind(source.subject, header, load);
    claim.object = bind(source.object, header, load);
    for (const auto& [value, place] : {std::pair{&source.relation, &claim.relation},
                                       {&source.status, &claim.status},
                                       {&source.speaker, &claim.speaker},
                                       {&source.unnamed_speaker, &claim.unnamed_speaker},
                                       {&source.item, &claim.item},
                                       {&source.role, &claim.role},
                                       {&source.percentage, &claim.percentage},
                                       {&source.confidence, &claim.confidence},
                                       {&source.place, &claim.place},
                                       {&source.date, &claim.date.value},
                                       {&source.start, &claim.start.value},
                                       {&source.end, &claim.end.value}}) {
        *place = BoundValue(*value, header);
    }
    return claim;
}

std::vector<RowReader::Date*> RowReader::dates() {
    std::vector<Date*> all = {&published_};
    for (Claim& claim : claims_) all.insert(all.end(), {&claim.date, &claim.start, &claim.end});
    std::erase_if(all, [](const Date* date) { return !date->value.is_given(); });
    return all;
}

void RowReader::learn(CsvReader csv) {
    struct Seen {
        std::size_t day_first = 0, month_first = 0;
    };
    const std::vector<Date*> dates = is_order_told_ ? std::vector<Date*>() : this->dates();
    std::vector<Seen> seen(dates.size());
    std::vector<double> largest(claims_.size(), 0.0);
    std::vector<std::string_view> values;
    while (csv.next()) {
        Cells cells{csv.fields(), mapping_.empty};
        for (std::size_t i = 0; i < dates.size(); ++i) {
            values.clear();
            dates[i]->value.all(cells, values);
            for (const std::string_view value : values) {
                const auto told = order_told_by(value);
                if (told == DateOrder::day_first) ++seen[i].day_first;
                if (told == DateOrder::month_first) ++seen[i].month_first;
            }
        }
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            if (!claims_[i].percentage.is_given()) continue;
            const std::string_view cell = claims_[i].percentage.first(cells);
            largest[i] = std::max(largest[i], cell.ends_with('%') ? 100.0 : read_number(cell).value_or(0.0));
        }
    }
    for (std::size_t i = 0; i < dates.size(); ++i) {
        // A column in which both stand is one of two hands: nothing is certain.
        if (seen[i].day_first > 0 && seen[i].month_first == 0) dates[i]->order = DateOrder::day_first;
        if (seen[i].month_first > 0 && seen[i].day_first == 0) dates[i]->order = DateOrder::month_first;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) claims_[i].has_fractions = largest[i] > 0.0 && largest[i] <= 1.0;
}

std::string RowReader::read(std::span<const std::string_view> fields, TableRow& row) const {
    Cells cells{fields, mapping_.empty};
    row.claim_count_ = 0;
    row.entities_.clear();
    row.notes.clear();
    row.key_.clear();
    row.source = source_.first(cells);
    is_too_long(row.source, "source", cells);
    row.record = record_.first(cells);
    row.published = read_date(published_, cells, false);
    for (const Entity& entity : entities_) {
        for (const std::string_view name : names_of(entity, cells)) {
            if (row.entities_.empty()) row.key_ = entity.key.first(cells);
            fill(entity, name, cells, nullptr, true, row.entities_.emplace_back(), row);
        }
    }
    if (claims_.empty() && row.entities_.empty() && cells.fault.empty()) cells.fault = "no name";
    for (const Claim& claim : claims_) {
        if (cells.fault.empty()) read_claim(claim, cells, row);
    }
    return std::move(cells.fault);
}

std::vector<std::string_view> RowReader::names_of(const Entity& entity, Cells& cells) const {
    std::vector<std::string_view> names;
    entity.name.all(cells, names);
    // The key alone tells whom, to a table that is looked up in.
    if (names.empty() && !entity.source->look_up.empty() && !entity.key.first(cells).empty()) names.emplace_back();
    return names;
}

void RowReader::read_claim(const Claim& claim, Cells& cells, TableRow& row) const {
    const bool is_only_one = claims_.size() == 1 && entities_.empty() && !mapping_.is_silent_if_empty;
    const std::string_view word = claim.relation.first(cells);
    const RelationWord relation = word.empty() ? RelationWord{} : relations_.find(word);
    const std::vector<std::string_view> subjects = names_of(claim.subject, cells),
                                        objects = names_of(claim.object, cells);
    if (!cells.fault.empty()) return;
    if (subjects.empty() || objects.empty()) {
        if (is_only_one) cells.fault = subjects.empty() ? "no subject" : "no object";
        return;
    }
    if (relation.relation == nullptr) {
        if (!word.empty()) cells.fault = "unknown relation " + quoted(word) + ". kith relations lists them";
        if (word.empty() && claim.relation.is_plain()) cells.fault = "no relation";
        return;
    }
    if (row.claim_count_ + subjects.size() * objects.size() > most_claims) {
        cells.fault = "the row makes more than " + std::to_string(most_claims) + " claims";
        return;
    }
    for (const std::string_view subject : subjects) {
        for (const std::string_view object : objects) {
            ClaimRecord& record = row.add_claim();
            reset(record);
            record.relation = relation.relation->name;
            record.sentence = row.bytes;
            record.line = row.line;
            EntityReference& first = relation.is_inverse ? record.object : record.subject;
            EntityReference& second = relation.is_inverse ? record.subject : record.object;
            fill(claim.subject, subject, cells, relation.relation, !relation.is_inverse, first, row);
            fill(claim.object, object, cells, relation.relation, relation.is_inverse, second, row);
            if (cells.fault.empty() && !relation.relation->allows_subject(record.subject.kind))
                cells.fault = kind_is_not_allowed(*relation.relation, record.subject.kind, "subject");
            if (cells.fault.empty() && !relation.relation->allows_object(record.object.kind))
                cells.fault = kind_is_not_allowed(*relation.relation, record.object.kind, "object");
            if (cells.fault.empty()) read_facts(claim, row, cells, record);
            if (!cells.fault.empty()) return;
        }
    }
}

void RowReader::read_facts(const Claim& claim, const TableRow& row, Cells& cells, ClaimRecord& record) const {
    if (const std::string_view name = claim.status.first(cells); !name.empty()) {
        auto status = parse_status(name);
        if (!status) status = parse_status(ascii::lower_case(name));
        if (!status) {
            cells.fault =
                "unknown status " + quoted(name) + ". Use actual, planned, possible, demanded, denied or former";
            return;
        }
        record.status = *status;
    }
    if (const std::string_view digits = claim.confidence.first(cells); !digits.empty()) {
        const auto confidence = read_confidence(digits);
        if (!confidence) {
            cells.fault = "the confidence " + quoted(digits) + " is not a number from 0 to 1";
            return;
        }
        record.confidence = *confidence;
    }
    const auto named = [&](std::string_view name, EntityKind kind) {
        EntityReference reference{std::string(name), kind, std::string(name)};
        if (gazetteer_ != nullptr) recognise(*gazetteer_, ~EntityKindSet(), kind == EntityKind::place, reference);
        return reference;
    };
    if (const auto name = claim.speaker.first(cells); !name.empty() && !is_too_long(name, "speaker", cells))
        record.speaker = named(name, EntityKind::organisation);
    record.unnamed_speaker = claim.unnamed_speaker.first(cells);
    is_too_long(record.unnamed_speaker, "unnamed speaker", cells);
    if (const auto name = claim.place.first(cells); !name.empty() && !is_too_long(name, "place", cells))
        record.place = named(name, EntityKind::place);
    record.item = claim.item.first(cells);
    is_too_long(record.item, "item", cells);
    if (const std::string_view share = claim.percentage.first(cells); !share.empty()) {
        const auto percentage = read_percentage(share, claim.has_fractions);
        if (!percentage) {
            cells.fault =
                quoted(share) + " is not a percentage. Write it as 51, 51 % or 0.51, or map the column as item";
            return;
        }
        record.item = *percentage;
    }
    record.role = claim.role.first(cells);
    is_too_long(record.role, "role", cells);
    record.record = row.record;
    record.url = url_.first(cells);
    record.quote = quote_.first(cells);
    read_time(claim, cells, record.time);
}

void RowReader::read_time(const Claim& claim, Cells& cells, std::string& time) const {
    time = read_date(claim.date, cells, false);
    if (!time.empty() || !cells.fault.empty()) return;
    const std::string begin = read_date(claim.start, cells, false), end = read_date(claim.end, cells, true);
    if ((begin.empty() && end.empty()) || !cells.fault.empty()) return;
    time = begin == end ? begin : begin + ".." + end;
    if (!parse_interval(time)) cells.fault = "it ends " + end + ", before it begins " + begin;
}

// Of several dates the first or the last.
std::string RowReader::read_date(const Date& date, Cells& cells, bool is_last) const {
    if (!date.value.is_given()) return {};
    std::array<std::string_view, 1> only = {date.value.is_plain() ? date.value.first(cells) : std::string_view{}};
    std::vector<std::string_view> several;
    if (!date.value.is_plain()) date.value.all(cells, several);
    const std::span<const std::string_view> values =
        date.value.is_plain() ? std::span<const std::string_view>(only) : std::span<const std::string_view>(several);
    std::string found;
    for (const std::string_view value : values) {
        if (value.empty()) continue;
        auto time = records::read_time(value, date.order);
        if (!time) {
            cells.fault =
                quoted(value) + (could_be_two_dates(value)
                                     ? " could be two dates. Say which it is with --dates day-first or month-first"
                                     : " is not a date. Write it as 2023, 2023-11, 2023-11-21 or 2015..2018");
            return {};
        }
        if (found.empty() || (is_last ? *time > found : *time < found)) found = std::move(*time);
    }
    return found;
}

void RowReader::fill(const Entity& entity, std::string_view name, Cells& cells, const Relation* relation,
                     bool is_subject, EntityReference& reference, TableRow& row) const {
    const LookedUp* known = nullptr;
    const std::string_view key = entity.key.first(cells);
    for (const auto& table : entity.known) {
        if (known == nullptr) known = table->find(key, name);
    }
    const std::string_view side = is_subject ? "subject" : "object";
    if (known == nullptr && name.empty())
        cells.fault = quoted(key) + " does not stand in " + entity.source->look_up.front();
    if (!cells.fault.empty() || is_too_long(name, side, cells)) return;
    reference.name = known != nullptr ? std::string_view(known->name) : name;
    reference.mention = name.empty() ? std::string_view(reference.name) : name;
    reference.known_name.clear();
    reference.aliases.clear();
    reference.identifiers.clear();
    reference.known_identifiers.clear();
    if (const std::string_view words = entity.kind.first(cells); !words.empty()) {
        const auto kind = kind_named(words);
        if (!kind) {
            cells.fault = "unknown kind of entity " + quoted(words);
            return;
        }
        reference.kind = *kind;
    } else {
        const bool is_known = known != nullptr && known->is_kind_told;
        reference.kind = is_known ? known->kind : usual_kind(relation, is_subject);
    }
    const bool is_kind_told = (known != nullptr && known->is_kind_told) || !entity.kind.first(cells).empty();
    if (known != nullptr) reference.identifiers = known->identifiers;
    if (known != nullptr && !known->is_kind_told) reference.aliases = known->aliases;  // nothing else has told them
    std::vector<std::string_view> values;
    for (const BoundValue& alias : entity.aliases) alias.all(cells, values);
    for (const std::string_view alias : values) {
        if (alias.size() <= longest_name_bytes && alias != reference.name) reference.aliases.emplace_back(alias);
    }
    for (std::size_t i = 0; i < entity.identifiers.size(); ++i) {
        values.clear();
        entity.identifiers[i].all(cells, values);
        for (const std::string_view value : values) {
            try {
                Identifier identifier = make_identifier(entity.source->identifiers[i].scheme, value);
                if (std::ranges::find(reference.identifiers, identifier) == reference.identifiers.end())
                    reference.identifiers.push_back(std::move(identifier));
            } catch (const RejectedRecord& rejected) {
                std::string note = rejected.problem() + ": it is left out";
                if (std::ranges::find(row.notes, note) == row.notes.end()) row.notes.push_back(std::move(note));
            }
        }
    }
    if (gazetteer_ != nullptr) recognise(*gazetteer_, kinds_allowed(relation, is_subject), is_kind_told, reference);
}

}  // namespace kith::records
