// A database that a disk or a stranger has changed: read whole, it gives answers or errors.
#include "fuzz/patches.hpp"
#include "fuzz/program.hpp"
#include "tests/every_question.hpp"

using namespace kith;

namespace {

void read_all(const Store& store) {
    fuzz::allow_errors([&] { store.ties(store.claims({})); });
    for (const std::int64_t id : {1, 2, 3}) {
        fuzz::allow_errors([&] { store.aliases(id); });
        fuzz::allow_errors([&] { store.evidence(id); });
        fuzz::allow_errors([&] { store.alternatives(store.claim(id)); });
    }
    fuzz::allow_errors([&] {
        for (const Document& document : store.documents()) store.text(document.id);
    });
    fuzz::allow_errors([&] { store.find_entity("Boo"); });
    test::ask_every_question(store, "Ada", "Cy");
    test::ask_every_question(store, "#2", "#3");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Example example;
    static const std::string sound = fuzz::read_file(example.database());
    static const std::string changed = example.database() + "-changed";

    fuzz::write_file(changed, fuzz::patched(sound, fuzz::text_of(data, size)));
    fuzz::allow_errors([&] { read_all(Store(changed)); });
    fuzz::allow_errors([&] { StoreWriter(changed).commit(); });  // opens, or refuses, or migrates
    return 0;
}
