#!/usr/bin/env bash
# Builds the images of a compiled application for real, without Docker and without the base images of Microsoft's registry: stand-ins
# with the same names, users and variables are made of this machine's Debian and .NET SDK. Then it looks: which image holds what,
# who runs it, whether a unit answers, and whether a second build gives the same image. Takes minutes; CI does not run it.
#
#   scripts/verify-containers.sh SOURCE_ROOT OUTPUT_FOLDER UNIT...
#
# Needs root, buildah, podman, runc and debootstrap, all of Debian.
set -euo pipefail
root=$(realpath "$1") output=$(realpath "$2"); shift 2
units=("$@")
work=${KLOTHO_CONTAINERS:-$(mktemp -d)}
store=(--root "$work/store" --runroot "$work/run" --storage-driver vfs)
dotnet=$(dirname "$(realpath "$(command -v dotnet)")")
mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
home=~root # in the images, too
mkdir -p "$work"
step() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }
stage() { buildah "${store[@]}" bud --quiet --isolation chroot --pull=never --timestamp 0 --build-arg TARGETARCH=amd64 --build-arg BUILDPLATFORM=linux/amd64 \
    --volume "${NUGET_PACKAGES:-$HOME/.nuget/packages}:$home/.nuget/packages" --file "$output/containers/Dockerfile" --target "$@" "$source"; }
source=$root

# An image of a folder, with what Microsoft's images set.
stand_in() {
    local container
    container=$(buildah "${store[@]}" from scratch)
    buildah "${store[@]}" add --quiet "$container" "$1" / > /dev/null
    buildah "${store[@]}" config --env APP_UID=1654 --env ASPNETCORE_HTTP_PORTS=8080 --env DOTNET_RUNNING_IN_CONTAINER=true \
        --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet --env DOTNET_ROOT=/usr/share/dotnet "$container"
    shift
    local name
    for name in "$@"; do buildah "${store[@]}" commit --quiet --timestamp 0 "$container" "$name" > /dev/null; done
    buildah "${store[@]}" rm "$container" > /dev/null
}

if [ ! -e "$work/ready" ]; then
    step 'stand-ins for the base images'
    system=$work/system chiseled=$work/chiseled
    [ -e "$system/etc" ] || debootstrap --variant=minbase --include=ca-certificates,tzdata,libicu72,libssl3,zlib1g,libstdc++6 "$release" "$system" "$mirror" > "$work/debootstrap.log"
    cp /etc/apt/sources.list "$system/etc/apt/" 2> /dev/null || true
    cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$system/etc/apt/" 2> /dev/null || true
    grep -q '^app:' "$system/etc/passwd" || echo 'app:x:1654:1654::/home/app:/bin/false' >> "$system/etc/passwd"
    mkdir -p "$system/usr/share/dotnet"
    cp -r "$dotnet"/{host,shared,dotnet} "$system/usr/share/dotnet/"

    # Chiseled: the files of what .NET needs, and neither shell nor package manager.
    mkdir -p "$chiseled"/{tmp,app,etc} "$chiseled"/usr/{share,bin,sbin,lib,lib64}
    for directory in bin sbin lib lib64; do if [ -L "$system/$directory" ]; then cp -a "$system/$directory" "$chiseled/"; fi; done
    chroot "$system" dpkg -L libc6 libgcc-s1 libstdc++6 zlib1g libssl3 libicu72 tzdata ca-certificates | sort -u | while read -r path; do
        if [ -f "$system$path" ] || [ -L "$system$path" ]; then (cd "$system" && cp -a --parents ".$path" "$chiseled/" 2> /dev/null || true); fi
    done
    cp -r --parents "$system/etc/ssl" "$chiseled/" 2> /dev/null || true
    cp "$system"/etc/{passwd,group,ld.so.cache} "$chiseled/etc/"
    mkdir -p "$chiseled/usr/share/dotnet" && cp -r "$system/usr/share/dotnet/." "$chiseled/usr/share/dotnet/"
    ln -sf /usr/share/dotnet/dotnet "$chiseled/usr/bin/dotnet"
    chmod 1777 "$chiseled/tmp"
    version=$(sed -n 's/^ARG SDK_IMAGE=.*sdk:\([0-9.]*\)-.*/\1/p' "$output/containers/Dockerfile")
    stand_in "$chiseled" "mcr.microsoft.com/dotnet/aspnet:$version-noble-chiseled-extra"
    stand_in "$system" "mcr.microsoft.com/dotnet/aspnet:$version-noble"
    cp -r "$dotnet"/{sdk,sdk-manifests,templates,packs,library-packs} "$system/usr/share/dotnet/" 2> /dev/null || true
    ln -sf /usr/share/dotnet/dotnet "$system/usr/bin/dotnet"
    stand_in "$system" "mcr.microsoft.com/dotnet/sdk:$version-noble"
    rm -rf "$system/usr/share/dotnet/sdk"
    touch "$work/ready"
fi

for unit in "${units[@]}"; do step "build $unit"; stage "$unit" --layers --tag "localhost/$unit:first" > /dev/null; done

step 'what the images hold'
for unit in "${units[@]}"; do
    container=$(buildah "${store[@]}" from --pull=never "localhost/$unit:first")
    folder=$(buildah "${store[@]}" mount "$container")
    found=() ; for name in sh apt-get tesseract cwebp; do [ -z "$(find "$folder" -path "*/bin/$name" -print -quit)" ] || found+=("$name"); done
    printf '%s: user %s, %s, %s MB, programs: %s\n' "$unit" \
        "$(buildah "${store[@]}" inspect --format '{{.OCIv1.Config.User}}' "$container")" \
        "$(buildah "${store[@]}" inspect --format '{{index .OCIv1.Config.Labels "org.opencontainers.image.title"}}' "$container")" \
        "$(du -sm "$folder" | cut -f 1)" "${found[*]:-none}"
    buildah "${store[@]}" umount "$container" > /dev/null; buildah "${store[@]}" rm "$container" > /dev/null
done

step "run ${units[0]}"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
id=$(podman "${store[@]}" --runtime runc --cgroup-manager cgroupfs run --detach --network host --ulimit nofile=20000:20000 --ulimit nproc=4096:4096 \
    --read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges --env "ASPNETCORE_HTTP_PORTS=$port" "localhost/${units[0]}:first")
for _ in $(seq 60); do health=$(curl --silent --show-error --fail "http://127.0.0.1:$port/_klotho/health" 2> "$work/curl.log") && break; sleep 1; done
printf '/_klotho/health: %s\n' "${health:-$(cat "$work/curl.log"; podman "${store[@]}" logs "$id")}"
process=$(podman "${store[@]}" inspect --format '{{.State.Pid}}' "$id")
printf 'process of user %s\n' "$(sed -n 's/^Uid:\t\([0-9]*\).*/\1/p' "/proc/$process/status")"
podman "${store[@]}" --cgroup-manager cgroupfs rm --force --time 2 "$id" > /dev/null

step 'build again, from nothing, of another folder, whose files have other times and permissions'
source=$work/again
mkdir -p "$source"
tar --create --exclude .git --exclude bin --exclude obj --exclude node_modules --directory "$root" . | tar --extract --directory "$source"
chmod -R g+w "$source"
find "$source" -exec touch --no-dereference --date=2001-02-03 {} +
status=0
for unit in "${units[@]}"; do
    stage "$unit" --no-cache --tag "localhost/$unit:second" > /dev/null
    for build in first second; do
        printf '%s %s: %s\n' "$unit" "$build" "$(buildah "${store[@]}" inspect --type image --format '{{.FromImageDigest}}' "localhost/$unit:$build")"
        buildah "${store[@]}" inspect --type image --format '{{range .OCIv1.RootFS.DiffIDs}}{{println .}}{{end}}' "localhost/$unit:$build" > "$work/$unit.$build"
    done
    if ! diff "$work/$unit.first" "$work/$unit.second"; then
        status=1
    fi
done
exit $status
