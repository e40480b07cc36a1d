#!/usr/bin/env bash
# Measures klotho compile beside other tools that make infrastructure out of code, on the same small application, and writes the table
# of docs/performance.md. Installs the others from npm into FOLDER (a temporary one); what cannot be had is left out, and the table says so.
# Usage: scripts/compare-peers.sh [FOLDER]
set -euo pipefail

peers=$(mkdir -p "${1:-${TMPDIR:-/tmp}/klotho-peers}" && cd "${1:-${TMPDIR:-/tmp}/klotho-peers}" && pwd)
cd "$(dirname "$0")/.."

install() {
    local folder=$peers/$1
    mkdir -p "$folder"
    [ -e "$folder/package.json" ] || echo '{ "private": true }' > "$folder/package.json"
    if ! (cd "$folder" && npm install --no-audit --no-fund --save-exact "${@:2}" > install.log 2>&1); then
        tail -3 "$folder/install.log" >&2
        echo "$1 is left out: npm could not install it." >&2
        rm -rf "$folder"
    fi
}

install aws-cdk aws-cdk@2.1148.1 aws-cdk-lib@2.276.0 constructs@10.8.1 typescript@5.9.3 ts-node@10.9.2 @types/node@22
install wing winglang@0.85.49
KLOTHO_PEERS=$peers dotnet run -c Release --project tests/Klotho.Benchmarks -- peers
