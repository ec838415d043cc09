#include "ingest/text/ties/alternatives.hpp"

#include <algorithm>
#include <string_view>

namespace kith::text {
namespace {

// What stands between two names of a list.
enum class Between { comma, or_, else_ };

Between between(const Document& document, Range first, Range second) {
    if (first.end >= second.begin) return Between::else_;
    bool has_or = false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
        const std::string_view word = document.tokens[i].lower;
        if (word == "or") {
            has_or = true;
        } else if (word != "," && word != "the" && word != "either") {
            return Between::else_;
        }
    }
    return has_or ? Between::or_ : Between::comma;
}

// Marks chains of ties whose `varying` ends are a list joined by "or"; all have the same other end.
void mark(Document& document, std::vector<std::size_t> ties, Range Tie::*varying, int& alternatives) {
    std::ranges::stable_sort(ties, [&](std::size_t a, std::size_t b) {
        return (document.ties[a].*varying).begin < (document.ties[b].*varying).begin;
    });
    for (std::size_t begin = 0; begin < ties.size();) {
        std::size_t end = begin + 1;
        bool has_or = false;
        for (; end < ties.size(); ++end) {
            const Between how =
                between(document, document.ties[ties[end - 1]].*varying, document.ties[ties[end]].*varying);
            if (how == Between::else_) break;
            has_or = has_or || how == Between::or_;
        }
        if (has_or) {
            ++alternatives;
            for (std::size_t t = begin; t < end; ++t) document.ties[ties[t]].alternative = alternatives;
        }
        begin = end;
    }
}

}  // namespace

void Alternatives::apply(Document& document) const {
    int alternatives = 0;
    const std::vector<Tie>& all = document.ties;
    // What is denied of A or B is denied of both.
    const auto may_be = [&](std::size_t t) { return all[t].status != Status::denied && all[t].alternative == 0; };
    for (std::size_t first = 0; first < all.size(); ++first) {
        for (const bool by_subject : {true, false}) {
            if (!may_be(first)) continue;
            std::vector<std::size_t> alike;
            for (std::size_t t = first; t < all.size() && all[t].sentence == all[first].sentence; ++t) {
                const bool same_end =
                    by_subject ? all[t].subject == all[first].subject : all[t].object == all[first].object;
                if (may_be(t) && same_end && all[t].relation == all[first].relation &&
                    all[t].status == all[first].status)
                    alike.push_back(t);
            }
            if (alike.size() > 1)
                mark(document, alike, by_subject ? &Tie::object_tokens : &Tie::subject_tokens, alternatives);
        }
    }
}

}  // namespace kith::text
