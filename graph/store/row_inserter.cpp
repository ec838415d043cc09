#include "graph/store/row_inserter.hpp"

#include <algorithm>
#include <cmath>

namespace kith {

namespace {

TextSpan as_counted(const EvidencePlace& place, TextSpan bytes) {
    return place.points ? place.points->of_bytes(bytes) : bytes;
}

std::int64_t integer(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

}  // namespace

std::int64_t thousandths(double confidence) {
    return static_cast<std::int64_t>(std::lround(std::clamp(confidence, 0.0, 1.0) * 1000.0));
}

std::optional<Day> day_of(const ResolvedClaim& claim, const ClaimRecord& record) {
    if (record.time.empty()) return claim.published;
    const auto interval = parse_interval(record.time);
    if (!interval) return claim.published;
    return interval->first ? interval->first : interval->last;
}

ClaimRow::ClaimRow(const ResolvedClaim& claim, const ClaimRecord& told)
    : parties(claim),
      status(told.status),
      confidence(thousandths(told.confidence)),
      day(day_of(claim, told)),
      item(told.item),
      role(told.role),
      time(told.time),
      unnamed_speaker(told.unnamed_speaker) {}

void ClaimRow::bind_to(Statement& insert, int first) const {
    insert.bind(first, parties.subject)
        .bind(first + 1, std::int64_t{parties.relation})
        .bind(first + 2, parties.object)
        .bind(first + 3, static_cast<std::int64_t>(status))
        .bind(first + 4, confidence)
        .bind(first + 5, day)
        .bind(first + 6, parties.speaker)
        .bind_text_or_null(first + 7, item)
        .bind_text_or_null(first + 8, role)
        .bind(first + 9, parties.place)
        .bind_text_or_null(first + 10, time)
        .bind(first + 11, unnamed_speaker);
}

EvidenceRow::EvidenceRow(ClaimId of, const EvidencePlace& place, const ClaimRecord& told)
    : claim(of),
      document(place.document),
      source(place.lineage),
      sentence(as_counted(place, told.sentence)),
      cue(as_counted(place, told.cue)),
      line(told.line),
      confidence(thousandths(told.confidence)),
      record(told.record),
      url(told.url),
      quote(told.quote),
      extractor(told.extractor) {}

void EvidenceRow::bind_to(Statement& insert, int first) const {
    const auto if_any = [](bool is_there, std::size_t number) {
        return is_there ? std::optional(integer(number)) : std::nullopt;
    };
    insert.bind(first, claim)
        .bind(first + 1, document)
        .bind(first + 2, integer(sentence.begin))
        .bind(first + 3, integer(sentence.end))
        .bind(first + 4, if_any(!cue.empty(), cue.begin))
        .bind(first + 5, if_any(!cue.empty(), cue.end))
        .bind(first + 6, if_any(line > 0, line))
        .bind(first + 7, confidence)
        .bind(first + 8, source)
        .bind_text_or_null(first + 9, record)
        .bind_text_or_null(first + 10, url)
        .bind_text_or_null(first + 11, quote)
        .bind(first + 12, extractor);
}

}  // namespace kith
