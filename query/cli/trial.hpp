// `kith ingest --dry-run`: what the first rows of tables would become, and nothing written.
//
//     Trial trial(ontology);
//     ingest_paths(paths, {.tables = {.rows = 10}}, trial);
//     trial.print(console);
//
//     line  subject              relation  object             more
//     2     Ada Byron (person)   owns      Acme (company)     51 % · since 2019
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "graph/claim_sink.hpp"
#include "query/cli/console.hpp"
#include "query/export/claim_printer.hpp"

namespace kith::cli {

inline constexpr std::size_t rows_of_trial = 10;  // of each table

class Trial final : public ClaimSink {
public:
    // `ontology` must outlive it.
    explicit Trial(const Ontology& ontology) : ontology_(ontology), rules_(nowhere_, ontology) {}

    const Ontology& ontology() const override { return ontology_; }
    bool begin(const DocumentRecord& document) override;
    void add(const ClaimRecord& claim) override;
    void add_entity(const EntityReference& entity, TextSpan record) override;

    void print(Console& console) const;

private:
    struct Document {
        DocumentRecord document;
        std::vector<std::vector<std::string>> rows{};
    };

    const Ontology& ontology_;
    std::ostream nowhere_{nullptr};
    ClaimPrinter rules_;  // refuses what `kith extract` and the store refuse
    std::vector<Document> documents_;
};

}  // namespace kith::cli
