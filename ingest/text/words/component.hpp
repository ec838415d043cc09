// A step of the analysis of articles: it reads the document at hand and adds its part (ingest/text/pipeline.hpp).
//
//     class OwnershipRules final : public Component {
//     public:
//         std::string_view name() const override { return "ownership"; }
//         void apply(Document& document) const override;
//     };
#pragma once

#include <string_view>

#include "ingest/text/words/document.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

class Component {
public:
    virtual ~Component() = default;
    virtual std::string_view name() const = 0;
    virtual void apply(Document& document) const = 0;  // safe from several threads
};

}  // namespace text
}  // namespace kith
