#!/usr/bin/env bash
# Makes the packages that this machine can make, into FOLDER: the libraries, the templates, the tool for any platform, the
# tool natively compiled for this one, and the package that leads to them. A native tool is linked with its own system's
# linker, so a release runs this on each system and publishes all that comes out; with --ready-to-run it also makes the
# tools of the other platforms here, ahead of time compiled but not native, for those that no such machine exists for.
# Usage: scripts/pack.sh FOLDER [--ready-to-run]
set -euo pipefail

(($# >= 1)) || { sed -n 's/^# //p' "$0" >&2; exit 2; }
mkdir -p "$1"
feed=$(cd "$1" && pwd)
others=${2:-}
[[ "$others" == '' || "$others" == --ready-to-run ]] || { echo "unknown option $others" >&2; exit 2; }
cd "$(dirname "$0")/.."

property() { dotnet msbuild src/Klotho.Cli -nologo -getProperty:"$1"; }
pack() { dotnet pack "$@" -c Release -o "$feed" -v q -nologo; }

here=$(property NETCoreSdkRuntimeIdentifier)
for project in src/Klotho.Runtime*/; do pack "$project"; done
pack templates
pack src/Klotho.Cli
pack src/Klotho.Cli -r any
pack src/Klotho.Cli -r "$here"
if [[ "$others" == --ready-to-run ]]; then
    for platform in $(property ToolPackageRuntimeIdentifiers | tr ';' ' '); do
        [[ "$platform" == any || "$platform" == "$here" ]] || pack src/Klotho.Cli -r "$platform" -p:PublishReadyToRun=true
    done
fi

ls "$feed"
