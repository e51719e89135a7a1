#!/usr/bin/env bash
# Everything that must hold before a change lands: installs what the tests
# need, then formatting, lints, docs, plugins rebuilt from source, all tests.
#
# Each crate is compiled once to be checked and once to be run. That takes the
# same features everywhere, so what is no test says `--examples`: there are
# none, and Cargo then chooses features as it does for tests.
set -euo pipefail
cd "$(dirname "$0")/.."

ended=""
step() {
    [ -z "$ended" ] || printf '   (%s s)\n' "$((SECONDS - ended))"
    ended=$SECONDS
    printf '\n== %s\n' "$1"
}

step "toolchain for WebAssembly"
if rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -r test -d; then
    echo "the installed Rust has the target wasm32-unknown-unknown"
elif command -v rustup >/dev/null && rustup target add wasm32-unknown-unknown 2>/dev/null; then
    echo "added the target wasm32-unknown-unknown"
elif [ -f /usr/lib/rustlib/src/rust/library/Cargo.lock ] && [ -x /usr/bin/cargo ] && command -v wasm-ld >/dev/null; then
    echo "Debian's Rust is installed with its source and linker"
elif command -v apt-get >/dev/null; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -q
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qy rustc-web cargo-web rust-web-src lld
else
    echo "run: rustup target add wasm32-unknown-unknown" >&2
    exit 1
fi

step "formatting"
cargo fmt --all --check

if command -v cargo-deny >/dev/null; then
    step "dependencies, by cargo-deny"
    cargo deny --locked check bans licenses sources
fi

step "lints"
cargo clippy --workspace --all-targets --locked -- -D warnings

step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --lib --bins --examples --locked

step "what needs no engine, for the browser"
scripts/wasm.sh check --locked -p swv-core -p swv-region -p swv-exchange -p swv-drawing

step "plugins, rebuilt and compared with the committed ones"
cargo build --workspace --bins --examples --locked
for plugin in plugins/*/; do
    target/debug/swv plugin build --verify "$plugin"
done
target/debug/swv plugin build --verify tests/hostile --region tests/fixtures/hostile

step "tests"
if [ ! -d ../shared/data/duo ]; then
    echo "NOTE: ../shared/data/duo is not there: the tests on DUO's real files are left out"
    export SWV_WITHOUT_SHARED_DATA=1
fi
cargo test --workspace --locked

step "all checks passed, in $SECONDS seconds"
