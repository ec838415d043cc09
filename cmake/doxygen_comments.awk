# Shows Doxygen the comments of a header, which it would pass over: it reads only those with a mark of their own, and
# kith's are plain, since people read them where they stand.
#
#     // The header's story.            /// @file, then the same
#     // What a function does.          /// What a function does.
#     int line = 0;  // from 1          int line = 0;  ///< from 1
#                    // on              ///< on            (in the same column: the comment goes on)
#     /* In C */                        /** In C */
#
# Of the guide, which is the first page, links go: they lead to files that are not in the reference.
function plain(text) { # characters that mean something to Doxygen; not in examples, which are indented
    if (text ~ /^ ? ? ? ?    /) return text
    gsub(/[\\@#%]/, "\\\\&", text)
    gsub(/</, "\\\\<", text)
    gsub(/>/, "\\\\>", text)
    return text
}
FILENAME ~ /\.md$/ {
    while (match($0, /\[[^]]*\]\([^)]*\)/)) {
        text = substr($0, RSTART + 1, RLENGTH - 1)
        rest = substr($0, RSTART + RLENGTH)
        sub(/\].*/, "", text)
        $0 = substr($0, 1, RSTART - 1) text rest
    }
    print
    next
}
FNR == 1 && /^\/\// { print "/// @file" }
FNR == 1 && /^\/\*/ { print "/** @file"; sub(/^\/\*/, " *") }
/^ *\/\/( |$)/ {
    at = index($0, "//")
    print substr($0, 1, at - 1) (at == trailing ? "///<" : "///") plain(substr($0, at + 2))
    next
}
{ trailing = 0 }
!/^}/ && match($0, /[^ ]   *\/\/ /) {
    trailing = RSTART + RLENGTH - 3
    print substr($0, 1, trailing - 1) "///<" plain(substr($0, trailing + 2))
    next
}
/[^ ]  *\/\* .*\*\/$/ { sub(/\/\* /, "/**< ") }
/^\/\* / { sub(/^\/\*/, "/**") }
{ print }
