#include "ingest/documents/mail/mail.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "graph/ascii.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/html/text.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t deepest_part = 32;
constexpr std::size_t most_parts = 1000;
constexpr std::size_t longest_header_bytes = 2000;
constexpr std::size_t least_share_of_plain = 4;  // a plain body has at least this part of the letters of the HTML one

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Reference = std::unique_ptr<Object, Unref>;

void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] {
        g_mime_init();
        const auto silent = [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {};
        g_log_set_handler("gmime", static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL), silent,
                          nullptr);
    });
}

// A header as valid UTF-8 on one line of bounded length.
std::string line_of(const char* header) {
    std::string line;
    for (const char c : std::string_view(header == nullptr ? "" : header)) {
        const bool is_within_letter = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (line.size() >= longest_header_bytes && !is_within_letter) break;
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    line = line.substr(begin, line.find_last_not_of(' ') + 1 - begin);
    return find_invalid_utf8(line) ? std::string() : line;
}

std::string bytes_of(GMimeStream* stream) {
    const GByteArray* const array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return array->data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(array->data), array->len);
}

std::string content_of(GMimePart* part) {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Reference<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    return bytes_of(stream.get());
}

// What the sender wrote himself: without lines that he quotes, and what stands below "-- ".
std::string own_words(const std::string& text) {
    std::string own;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line == "-- ") break;
        if (!line.starts_with('>')) own.append(line).append("\n");
        begin = end + 1;
    }
    return own;
}

class Reader {
public:
    Reader(Mail& mail, const std::string& file) : mail_(mail), file_(file) {}

    void read(GMimeObject* object, std::size_t depth) {
        if (object == nullptr || depth > deepest_part || ++parts_ > most_parts) return;
        if (GMIME_IS_MULTIPART_ENCRYPTED(object) || GMIME_IS_APPLICATION_PKCS7_MIME(object))
            throw UnusableInput(InputPosition{file_}, "an encrypted mail", "Decrypt it first.");
        if (GMIME_IS_MULTIPART(object)) {
            const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
            for (int i = 0; i < count; ++i) read(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            attach_message(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)));
        } else if (GMIME_IS_PART(object)) {
            read_part(GMIME_PART(object));
        }
    }

    std::string body() const {
        const std::string html = text_without_html(html_, file_);
        return plain_.size() * least_share_of_plain >= html.size() ? own_words(plain_) : html;
    }

private:
    void read_part(GMimePart* part) {
        GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const char* const name = g_mime_part_get_filename(part);
        const bool is_html = g_mime_content_type_is_type(type, "text", "html") != FALSE;
        const bool is_plain = g_mime_content_type_is_type(type, "text", "plain") != FALSE;
        if ((is_html || is_plain) && !g_mime_part_is_attachment(part)) {
            const char* const charset = g_mime_content_type_get_parameter(type, "charset");
            const std::string text = to_utf8(content_of(part), file_, charset == nullptr ? "" : charset);
            (is_html ? html_ : plain_) += text + "\n\n";
            return;
        }
        for (const char* left_out : {"image", "audio", "video", "font"}) {
            if (g_mime_content_type_is_type(type, left_out, "*")) return;
        }
        for (const char* left_out : {"pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "ms-tnef"}) {
            if (g_mime_content_type_is_type(type, "application", left_out)) return;
        }
        if (name != nullptr) mail_.attachments.push_back({line_of(name), content_of(part)});
    }

    void attach_message(GMimeMessage* message) {
        if (message == nullptr) return;
        const Reference<GMimeStream> stream(g_mime_stream_mem_new());
        g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
        mail_.attachments.push_back(
            {"message-" + std::to_string(mail_.attachments.size() + 1) + ".eml", bytes_of(stream.get())});
    }

    Mail& mail_;
    const std::string& file_;
    std::string plain_, html_;
    std::size_t parts_ = 0;
};

Reference<GMimeMessage> parse(const std::string& bytes) {
    start_gmime();
    const Reference<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Reference<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const std::unique_ptr<GMimeParserOptions, decltype(&g_mime_parser_options_free)> options(
        g_mime_parser_options_new(), &g_mime_parser_options_free);
    std::array<const char*, 3> charsets = {"utf-8", "windows-1252", nullptr};  // of headers that break the rules
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
    return Reference<GMimeMessage>(g_mime_parser_construct_message(parser.get(), options.get()));
}

std::string sender_of(GMimeMessage* message) {
    InternetAddressList* const from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) == 0) return {};
    return line_of(internet_address_get_name(internet_address_list_get_address(from, 0)));
}

std::string day_of(GMimeMessage* message) {
    GDateTime* const date = g_mime_message_get_date(message);
    if (date == nullptr) return {};
    std::array<int, 3> parts{};
    g_date_time_get_ymd(date, &parts[0], &parts[1], &parts[2]);
    if (parts[0] < 1970 || parts[0] > 9999) return {};
    const std::unique_ptr<gchar, decltype(&g_free)> day(g_date_time_format(date, "%Y-%m-%d"), &g_free);
    return day ? day.get() : "";
}

}  // namespace

bool looks_like_mail(std::string_view head) {
    const std::string lower = ascii::lower_case(head);
    std::size_t known = 0;
    for (std::size_t begin = 0; begin < lower.size();) {
        const std::size_t end = std::min(lower.find('\n', begin), lower.size());
        const std::string_view line = std::string_view(lower).substr(begin, end - begin);
        if (line.empty() || line == "\r") break;
        const std::string_view name = line.substr(0, line.find(':'));
        const bool goes_on = begin > 0 && (line.front() == ' ' || line.front() == '\t');
        if (!goes_on && (name.size() == line.size() || name.find(' ') != name.npos)) return false;
        for (const std::string_view header :
             {"from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path"}) {
            if (name == header) ++known;
        }
        begin = end + 1;
    }
    return known >= 3;
}

Mail read_mail(const std::string& bytes, const std::string& file) {
    const Reference<GMimeMessage> message = parse(bytes);
    const bool is_mail =
        message && g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) > 0;
    if (!is_mail) throw UnusableInput(InputPosition{file}, "no mail: it does not begin with headers");
    Mail mail;
    mail.id = line_of(g_mime_message_get_message_id(message.get()));
    mail.article.title = line_of(g_mime_message_get_subject(message.get()));
    mail.article.byline = sender_of(message.get());
    mail.article.published = day_of(message.get());
    Reader reader(mail, file);
    reader.read(g_mime_message_get_mime_part(message.get()), 0);
    const std::string body = reader.body();
    if (body.find_first_not_of(" \t\r\n") != body.npos)
        mail.article = clean_article(mail.article.title + "\n\n" + body, mail.article);
    return mail;
}

}  // namespace kith
