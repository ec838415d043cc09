// What records in JSON hold: texts, lists of texts, dates, codes of states.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kith::interchange {

inline constexpr std::size_t most_values = 200;  // of one member; more are left out

// Empty where there is none, or something else.
std::string text_of(const nlohmann::json& object, const char* key);

// A text, or the texts of a list.
void append_texts(const nlohmann::json& values, std::vector<std::string>& texts);

// Its first bytes, without half a character.
std::string shortened(std::string text, std::size_t most_bytes);

// As far as it is a date: "2022-06-03T00:00:00". Empty: it is none.
std::string date_of(std::string_view text);

// "2015..2018", "2015..", "..2018"; empty where neither is a date.
std::string interval_of(std::string_view from, std::string_view to);

// "by": Belarus. Empty for no code of a state (ISO 3166-1).
std::string state_named(const std::string& code);

// The object, or nothing (a discarded value) for what is no JSON or is nested deeper than 64 levels.
nlohmann::json parse_record(std::string_view text);

}  // namespace kith::interchange
