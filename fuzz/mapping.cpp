// Mappings of tables, as JSON and as --columns has them: whatever they are, they are read or refused with a place.
#include "fuzz/program.hpp"
#include "ingest/records/mapping_json.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    try {
        const records::Mapping mapping = records::parse_mapping(text, "mapping.json", Ontology::builtin());
        fuzz::require(!mapping.claims.empty() || !mapping.entities.empty());
    } catch (const Error& error) {
        fuzz::require(error.position().file == "mapping.json");
    }
    fuzz::allow_errors([&] { records::mapping_of_columns(text); });
    return 0;
}
