// An input that is XML, in whatever encoding, as its tags and texts come.
#pragma once

#include "ingest/documents/input.hpp"
#include "ingest/documents/xml/xml_events.hpp"

namespace kith {

// Throws UnusableInput, as read_xml does, and for an encoding that is not recognised.
void read_xml(Input& input, XmlHandler& handler);

}  // namespace kith
