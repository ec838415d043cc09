#!/bin/bash
# pages.sh PREFIX: what is installed beside the program can be read by those whom it is for: manual pages by man and
# mandoc, completions by their shells, kith.py by Python. What this machine lacks is passed over.
set -eu
share=$1/share
has() { command -v "$1" >/dev/null; }
fail() { echo "$*" >&2; exit 1; }

for file in doc/kith/README.md doc/kith/docs/commands.md doc/kith/examples/c/main.c kith/kith.py \
    man/man1/kith.1 man/man1/kith-path.1; do
    [ -s "$share/$file" ] || fail "nothing is installed as share/$file"
done
commands=$("$1/bin/kith" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$commands")" -gt 15 ] || fail "kith --help lists no commands"
for command in $commands; do
    [ -s "$share/man/man1/kith-$command.1" ] || fail "kith $command has no manual page"
    for option in $("$1/bin/kith" "$command" --help | grep -oE '^  (-., ?)?--[a-z-]+' | grep -oE '\-\-[a-z-]+'); do
        grep -qF -- "${option//-/\\-}" "$share/man/man1/kith-$command.1" || fail "kith-$command.1 lacks $option"
    done
done
for page in "$share"/man/man1/*.1; do
    if has mandoc; then
        complaints=$(mandoc -T lint -W warning "$page" | grep -v 'missing date' || true)
        [ -z "$complaints" ] || fail "$complaints"
    fi
    if has man && has groff; then
        complaints=$(MANWIDTH=100 man --warnings -l "$page" 2>&1 >/dev/null)
        [ -z "$complaints" ] || fail "$page: $complaints"
    fi
done

# As bash would ask: the words so far, of which the last is being typed.
completed() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _kith || true
    echo "${COMPREPLY[*]}"
}
. "$share/bash-completion/completions/kith"
[ "$(completed kith pa)" = path ] || fail "bash completes no command"
[ "$(completed kith path Wagner Iran --max-h)" = --max-hops ] || fail "bash completes no option"
[ "$(completed kith path Wagner --format s)" = svg ] || fail "bash completes no value"
[ -z "$(completed kith ingest articles/)" ] || fail "bash completes files as options"
if has zsh; then zsh -n "$share/zsh/site-functions/_kith"; fi
if has fish; then
    fish --no-execute "$share/fish/vendor_completions.d/kith.fish"
    fish --no-config -c "source $share/fish/vendor_completions.d/kith.fish; complete -C 'kith pa'" | grep -q '^path' ||
        fail "fish completes no command"
fi
if has python3; then python3 -m py_compile "$share/kith/kith.py" && rm -rf "$share/kith/__pycache__"; fi
