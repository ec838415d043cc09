#include "ingest/text/actors/actors_in.hpp"

#include "ingest/text/actors/actors.hpp"
#include "ingest/text/marked_text.hpp"
#include "ingest/text/words/tagger.hpp"

namespace kith::text {

List actors_in(const std::string& picture, const std::string& published) {
    Document document = marked(picture);
    document.article.published = published;
    Tagger().apply(document);
    Actors().apply(document);
    List result;
    for (const Mention& mention : document.mentions) {
        if (mention.actor == none) {
            result.emplace_back("nobody");
            continue;
        }
        const Actor& actor = document.actors[mention.actor];
        result.push_back(actor.name + "/" + std::string(to_string(actor.kind)));
    }
    return result;
}

}  // namespace kith::text
