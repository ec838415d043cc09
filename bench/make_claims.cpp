// Makes the data that the benchmarks run on, as a CSV file for `kith ingest` and its peers, or straight as a database:
//
//     kith_make_claims csv 1000000 10000000 > claims.csv
//     kith_make_claims database 1000000 10000000 large.db
#include <iostream>
#include <string>

#include "bench/random_database.hpp"

namespace {

using namespace kith;
using namespace kith::bench;

void write_csv(const Size& size) {
    RandomClaims claims(size);
    std::cout << "subject,relation,object,subject_kind,object_kind,status,confidence,date,source\n";
    while (const auto claim = claims.next()) {
        std::cout << name_of(claim->subject) << ',' << Ontology::builtin().at(claim->relation).name << ','
                  << name_of(claim->object) << ',' << to_string(kind_of(claim->subject)) << ','
                  << to_string(kind_of(claim->object)) << ',' << to_string(claim->status) << ','
                  << claim->confidence_thousandths / 1000.0 << ',' << date_of(claim->day).to_string() << ",publisher-"
                  << claim->document % 200 << '\n';
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string form = count > 1 ? arguments[1] : "";
    if (!(form == "csv" && count == 4) && !(form == "database" && count == 5)) {
        std::cerr << "usage: kith_make_claims csv ACTORS CLAIMS | database ACTORS CLAIMS FILE\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const Size size{static_cast<std::uint32_t>(std::stoul(arguments[2])),
                    static_cast<std::uint32_t>(std::stoul(arguments[3])), 1};
    if (form == "csv") {
        write_csv(size);
    } else {
        write_random_database(size, arguments[4]);
    }
}
