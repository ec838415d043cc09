// Reads the rows of one table by a mapping: fields to claims and entities.
//
//     RowReader rows(mapping, header, options, ontology, load_look_up);
//     rows.learn(source.open_head());                 // which number of a date is the day, and the like
//     std::string fault = rows.read(fields, row);     // empty: `row` has what the fields say
//
// A claim of a mapping that has several is not told where its subject or object is empty; where there is but one, the
// row is refused.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/relation.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/records/bound_value.hpp"
#include "ingest/records/csv.hpp"
#include "ingest/records/look_up.hpp"
#include "ingest/records/mapping.hpp"
#include "ingest/records/relation_words.hpp"

namespace kith::records {

inline constexpr double confidence_of_tables = 0.9;  // made by hand, or by a tool that checks

// What a row says. It owns what it holds, and is used again for the next row.
class TableRow {
public:
    std::size_t line = 0;
    TextSpan bytes{};         // of the row in its file
    std::string source{};     // who says so; empty: the table
    std::string published{};  // when; empty: it is not told
    std::string record{};     // its number in its source; empty: it has none
    std::vector<std::string> notes{};

    std::span<const ClaimRecord> claims() const { return std::span(claims_).first(claim_count_); }
    std::span<const EntityReference> entities() const { return entities_; }
    const std::string& key() const { return key_; }  // of its first entity, for those who look it up

private:
    friend class RowReader;
    ClaimRecord& add_claim();

    std::vector<ClaimRecord> claims_{};  // those behind the count keep their memory
    std::size_t claim_count_ = 0;
    std::vector<EntityReference> entities_{};
    std::string key_{};
};

class RowReader {
public:
    // `mapping`, `ontology` must outlive it. Throws Error, with the mapping's place, for a column that the header lacks.
    RowReader(const Mapping& mapping, const Header& header, DateOrder dates, const Ontology& ontology,
              const Gazetteer* gazetteer, const LoadLookUp& load);

    // Takes up from the first rows what single cells do not tell. `csv` stands before the first of them.
    void learn(CsvReader csv);

    // Why the row cannot be taken; empty: `row` has it.
    std::string read(std::span<const std::string_view> fields, TableRow& row) const;

private:
    struct Date {
        BoundValue value{};
        DateOrder order = DateOrder::unknown;
    };
    struct Entity {
        const EntitySource* source = nullptr;
        BoundValue name{}, kind{}, key{};
        std::vector<BoundValue> aliases{};
        std::vector<BoundValue> identifiers{};
        std::vector<std::shared_ptr<const LookUpTable>> known{};
    };
    struct Claim {
        Entity subject{}, object{};
        BoundValue relation{}, status{}, speaker{}, unnamed_speaker{}, item{}, role{}, percentage{}, confidence{},
            place{};
        Date date{}, start{}, end{};
        bool has_fractions = false;  // percentages are written 0.51
    };

    Entity bind(const EntitySource& source, const Header& header, const LoadLookUp& load) const;
    Claim bind(const ClaimSource& source, const Header& header, const LoadLookUp& load) const;
    std::vector<Date*> dates();
    void read_claim(const Claim& claim, Cells& cells, TableRow& row) const;
    void read_facts(const Claim& claim, const TableRow& row, Cells& cells, ClaimRecord& record) const;
    void read_time(const Claim& claim, Cells& cells, std::string& time) const;
    std::string read_date(const Date& date, Cells& cells, bool is_last) const;
    void fill(const Entity& entity, std::string_view name, Cells& cells, const Relation* relation, bool is_subject,
              EntityReference& reference, TableRow& row) const;
    std::vector<std::string_view> names_of(const Entity& entity, Cells& cells) const;

    const Mapping& mapping_;
    const Gazetteer* gazetteer_;
    RelationWords relations_;
    std::vector<Claim> claims_;
    std::vector<Entity> entities_;
    BoundValue source_, url_, quote_, record_;
    Date published_;
    bool is_order_told_ = false;
};

}  // namespace kith::records
