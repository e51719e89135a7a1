#!/usr/bin/env bash
# Cargo for wasm32-unknown-unknown, with the Rust that can: the one on PATH, or
# else Debian's, which builds the standard library from its source.
# `scripts/wasm.sh check -p swv-region`
set -euo pipefail
cd "$(dirname "$0")/.."

target=wasm32-unknown-unknown
if rustc --print target-libdir --target "$target" 2>/dev/null | xargs -r test -d; then
    exec cargo "$@" --target "$target"
fi
RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_ENCODED_RUSTFLAGS=-Clinker=wasm-ld \
    exec /usr/bin/cargo "$@" --target "$target" -Z build-std=std,panic_abort
