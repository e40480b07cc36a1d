#!/usr/bin/env bash
# Builds the images of a compiled application for real, without Docker and without the base images of public registries: stand-ins
# with the same names, users and variables are made of this machine's Debian and .NET SDK. Then it looks: which image holds what,
# who runs it, what it answers, and whether a second build, of another folder with other times and permissions, gives the same
# layers. Units without packages are built by .NET's own PublishContainer too, whose layers hold the time of the build: there the files
# are compared. Takes minutes; CI does not run it.
#
#   scripts/verify-containers.sh SOURCE_ROOT OUTPUT_FOLDER STAGE...
#
# A stage is a unit, or UNIT_site for a static unit that a container serves. SOURCE_ROOT must not change meanwhile.
# Needs root, buildah, podman, runc, debootstrap, nsenter, curl and python3, all of Debian.
set -euo pipefail
root=$(realpath "$1") output=$(realpath "$2"); shift 2
stages=("$@")
here=$(dirname "$(realpath "$0")")
work=${KLOTHO_CONTAINERS:-$(mktemp -d)}
store=(--root "$work/store" --runroot "$work/run" --storage-driver vfs)
dotnet=$(dirname "$(realpath "$(command -v dotnet)")")
mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
home=~root # in the images, too
mkdir -p "$work"
step() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }
build() { # FOLDER STAGE NAME OPTION...
    local folder=$1 stage=$2 name=$3; shift 3
    buildah "${store[@]}" bud --quiet --isolation chroot --pull=never --timestamp 0 --build-arg TARGETARCH=amd64 --build-arg BUILDPLATFORM=linux/amd64 \
        --volume "${NUGET_PACKAGES:-$HOME/.nuget/packages}:$home/.nuget/packages" --file "$output/containers/Dockerfile" --target "$stage" "$@" --tag "localhost/$name" "$folder" > /dev/null
}
content() { # IMAGE : the files below /app with their permissions
    local container
    container=$(buildah "${store[@]}" from --pull=never "$1")
    (cd "$(buildah "${store[@]}" mount "$container")" && find app -type f -exec stat --format '%a %n' {} + -exec sha256sum {} + | sort)
    buildah "${store[@]}" umount "$container" > /dev/null; buildah "${store[@]}" rm "$container" > /dev/null
}
digest() { buildah "${store[@]}" inspect --type image --format '{{.FromImageDigest}}' "$1"; }
layers() { buildah "${store[@]}" inspect --type image --format '{{range .OCIv1.RootFS.DiffIDs}}{{println .}}{{end}}' "$1"; }

# An image of a folder, with what Microsoft's images set.
stand_in() { # FOLDER NAME OPTION...
    local container folder=$1 name=$2; shift 2
    container=$(buildah "${store[@]}" from scratch)
    buildah "${store[@]}" add --quiet "$container" "$folder" / > /dev/null
    buildah "${store[@]}" config --env APP_UID=1654 --env ASPNETCORE_HTTP_PORTS=8080 --env DOTNET_RUNNING_IN_CONTAINER=true --env DOTNET_NOLOGO=true \
        --env DOTNET_GENERATE_ASPNET_CERTIFICATE=false --env DOTNET_CLI_TELEMETRY_OPTOUT=1 --env DOTNET_ROOT=/usr/share/dotnet \
        --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet "$@" "$container"
    buildah "${store[@]}" commit --quiet --timestamp 0 "$container" "$name" > /dev/null
    buildah "${store[@]}" rm "$container" > /dev/null
}

# An image with packages more.
extend() { # BASE NAME PACKAGES OPTION...
    local container base=$1 name=$2 packages=$3; shift 3
    container=$(buildah "${store[@]}" from --pull=never "$base")
    buildah "${store[@]}" run --isolation chroot --user root "$container" -- sh -c "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $packages > /dev/null 2>&1"
    if [ -d "$work/files/${packages%% *}" ]; then buildah "${store[@]}" add --quiet "$container" "$work/files/${packages%% *}" / > /dev/null; fi
    buildah "${store[@]}" config "$@" "$container"
    buildah "${store[@]}" commit --quiet --timestamp 0 "$container" "$name" > /dev/null
    buildah "${store[@]}" rm "$container" > /dev/null
}

# The system with what .NET's images add to it, and chiseled: the files of what .NET needs, and neither shell nor package manager.
system=$work/system chiseled=$work/chiseled
if [ ! -e "$work/system.ready" ]; then
    step 'a system for the stand-ins'
    debootstrap --variant=minbase --include=ca-certificates,tzdata,libicu72,libssl3,zlib1g,libstdc++6 "$release" "$system" "$mirror" > "$work/debootstrap.log"
    rm -f "$system/etc/apt/sources.list"
    cp /etc/apt/sources.list "$system/etc/apt/" 2> /dev/null || true
    cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$system/etc/apt/" 2> /dev/null || true
    echo 'app:x:1654:1654::/home/app:/bin/false' >> "$system/etc/passwd"
    mkdir -p "$chiseled"/{tmp,app,etc} "$chiseled"/usr/{share,bin,sbin,lib,lib64}
    for directory in bin sbin lib lib64; do if [ -L "$system/$directory" ]; then cp -a "$system/$directory" "$chiseled/"; fi; done
    chroot "$system" dpkg -L libc6 libgcc-s1 libstdc++6 zlib1g libssl3 libicu72 tzdata ca-certificates | sort -u | while read -r path; do
        if [ -f "$system$path" ] || [ -L "$system$path" ]; then (cd "$system" && cp -a --parents ".$path" "$chiseled/" 2> /dev/null || true); fi
    done
    (cd "$system" && cp -r --parents etc/ssl "$chiseled/")
    cp "$system"/etc/{passwd,group,ld.so.cache} "$chiseled/etc/"
    chmod 1777 "$chiseled/tmp"
    touch "$work/system.ready"
fi

with_dotnet() { # FOLDER PART... : the folder with those parts of .NET, as long as no other one is asked for
    local folder=$1; shift
    rm -rf "$folder/usr/share/dotnet"; mkdir -p "$folder/usr/share/dotnet"
    for part in "$@"; do if [ -e "$dotnet/$part" ]; then cp -r "$dotnet/$part" "$folder/usr/share/dotnet/"; fi; done
    ln -sf /usr/share/dotnet/dotnet "$folder/usr/bin/dotnet"
}

mapfile -t images < <(sed -n 's/^ARG [A-Z_]*IMAGE=//p' "$output/containers/Dockerfile" | sort -u)
for image in "${images[@]}"; do
    if buildah "${store[@]}" inspect --type image "$image" > /dev/null 2>&1; then continue; fi
    step "a stand-in for $image"
    case $image in
        */runtime-deps:*-chiseled-extra) rm -rf "$chiseled"/usr/{share,bin}/dotnet; stand_in "$chiseled" "$image" ;;
        */runtime-deps:*) rm -rf "$system"/usr/{share,bin}/dotnet; stand_in "$system" "$image" ;;
        */aspnet:*-chiseled-extra) with_dotnet "$chiseled" host shared dotnet; stand_in "$chiseled" "$image" ;;
        */aspnet:*) with_dotnet "$system" host shared dotnet; stand_in "$system" "$image" ;;
        */sdk:*)
            with_dotnet "$system" host shared dotnet sdk sdk-manifests templates packs library-packs
            # No process of a step outlives it, as none does in Docker.
            stand_in "$system" "$image" --env MSBUILDDISABLENODEREUSE=1 --env UseSharedCompilation=false
            case $image in *-aot) extend "$image" "$image" 'clang zlib1g-dev' ;; esac ;;
        */nginx-unprivileged:*)
            mkdir -p "$work/files/nginx/etc/nginx"
            printf '%s\n' 'pid /tmp/nginx.pid; error_log stderr; events {}' 'http { include /etc/nginx/mime.types; access_log off; client_body_temp_path /tmp/b; proxy_temp_path /tmp/p; fastcgi_temp_path /tmp/f;' \
                'uwsgi_temp_path /tmp/u; scgi_temp_path /tmp/s; server { listen 8080; root /usr/share/nginx/html; index index.html; } }' > "$work/files/nginx/etc/nginx/nginx.conf"
            stand_in "$system" "$image"
            extend "$image" "$image" nginx --user 101 --entrypoint '["nginx", "-g", "daemon off;"]' ;;
        *) echo "there is no stand-in for $image" >&2; exit 1 ;;
    esac
done

for stage in "${stages[@]}"; do step "build $stage"; build "$root" "$stage" "$stage:first" --layers --no-cache; done

step 'what the images hold'
for stage in "${stages[@]}"; do
    container=$(buildah "${store[@]}" from --pull=never "localhost/$stage:first")
    folder=$(buildah "${store[@]}" mount "$container")
    found=() ; for name in sh apt-get dotnet tesseract cwebp; do [ -z "$(find "$folder" -path "*/bin/$name" -print -quit)" ] || found+=("$name"); done
    printf '%s: user %s, %s, %s MB, of it /app %s MB, programs: %s\n' "$stage" \
        "$(buildah "${store[@]}" inspect --format '{{.OCIv1.Config.User}}' "$container")" \
        "$(buildah "${store[@]}" inspect --format '{{index .OCIv1.Config.Labels "org.opencontainers.image.title"}}' "$container")" \
        "$(du -sm "$folder" | cut -f 1)" "$(du -sm "$folder/app" 2> /dev/null | cut -f 1)" "${found[*]:-none}"
    buildah "${store[@]}" umount "$container" > /dev/null; buildah "${store[@]}" rm "$container" > /dev/null
done

# Started as hosts start it, and asked from within its own network.
ask() { # IMAGE PATH...
    local image=$1 id process answer; shift
    id=$(podman "${store[@]}" --runtime runc --cgroup-manager cgroupfs run --detach --network none --ulimit nofile=20000:20000 --ulimit nproc=4096:4096 \
        --read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges "$image")
    process=$(podman "${store[@]}" inspect --format '{{.State.Pid}}' "$id")
    for path in "$@"; do
        answer=failed
        for _ in $(seq 60); do answer=$(nsenter --target "$process" --net curl --silent --show-error --write-out ' (%{http_code})' "http://127.0.0.1:8080$path" 2> "$work/curl.log") && break; answer=failed; sleep 1; done
        printf '%s: %s %s\n' "$image" "$path" "$(tr '\n' ' ' <<< "$answer" | cut -c 1-200)"
        [ "$answer" != failed ] || { cat "$work/curl.log"; podman "${store[@]}" logs "$id"; exit 1; }
    done
    printf '%s: process of user %s\n' "$image" "$(sed -n 's/^Uid:\t\([0-9]*\).*/\1/p' "/proc/$process/status")"
    podman "${store[@]}" --cgroup-manager cgroupfs rm --force --time 2 "$id" > /dev/null
}

step 'run'
for stage in "${stages[@]}"; do
    case $stage in *_site) ask "localhost/$stage:first" / /missing ;; *) ask "localhost/$stage:first" /_klotho/health / ;; esac
done

step 'build again, from nothing, of another folder, whose files have other times and permissions'
again=$work/again
rm -rf "$again"; mkdir -p "$again"
tar --create --exclude .git --exclude bin --exclude obj --exclude node_modules --directory "$root" . | tar --extract --directory "$again"
chmod -R g+w "$again"
find "$again" -exec touch --no-dereference --date=2001-02-03 {} +
status=0
compare() { # WHAT FIRST SECOND
    if diff <(echo "$2") <(echo "$3"); then printf '%s: the same, %s\n' "$1" "$(wc -l <<< "$2")"; else printf '%s: not the same\n' "$1"; status=1; fi
}
for stage in "${stages[@]}"; do
    build "$again" "$stage" "$stage:second" --layers --no-cache
    compare "layers of $stage" "$(layers "localhost/$stage:first")" "$(layers "localhost/$stage:second")"
    compare "digest of $stage" "$(digest "localhost/$stage:first")" "$(digest "localhost/$stage:second")"
done

# Without the Dockerfile. The settings lie below the source root, or their paths would not be mapped.
inside=${output#"$root"/}
[ "$inside" != "$output" ] || exit $status
python3 "$here/serve-images.py" "$work/registry" > "$work/port" & registry=$!
trap 'kill $registry' EXIT
until [ -s "$work/port" ]; do sleep 0.1; done
port=$(cat "$work/port")
export DOTNET_CONTAINER_INSECURE_REGISTRIES=localhost:$port MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
project=$(sed -n 's/^ *dotnet publish \(.*\) -t:PublishContainer.*/\1/p' "$output/containers/Publish.props")
for stage in "${stages[@]}"; do
    base=$(sed -n "/'\$(KlothoUnit)' == '$stage'\"/,/<\/PropertyGroup>/s|.*<ContainerBaseImage>mcr.microsoft.com/\(.*\)</ContainerBaseImage>|\1|p" "$output/containers/Publish.props" | head -n 1)
    [ -n "$base" ] || continue
    if grep -A 1 "'\$(KlothoUnit)' == '$stage'\"" "$output/containers/Publish.props" | grep -q native_aot && ! command -v clang > /dev/null; then
        step "PublishContainer of $stage: left out, a native program needs clang on the machine that builds it"; continue
    fi
    step "PublishContainer of $stage, in both folders"
    mkdir -p "$work/registry/${base%:*}"
    buildah "${store[@]}" push --quiet "mcr.microsoft.com/$base" "oci:$work/registry/$base"
    for folder in "$root" "$again"; do
        archive=$work/$stage.$(basename "$folder").tar.gz
        (cd "$folder" && dotnet publish "$project" -t:PublishContainer -c Release -a x64 -v q -nologo "-p:KlothoUnit=$stage" \
            "-p:CustomAfterMicrosoftCommonProps=$folder/$inside/containers/Publish.props" "-p:ContainerBaseImage=localhost:$port/$base" "-p:ContainerArchiveOutputPath=$archive")
        name=$(podman "${store[@]}" load --quiet --input "$archive" | sed 's/^Loaded image: //')
        podman "${store[@]}" tag "$name" "localhost/$stage:$([ "$folder" = "$root" ] && echo published || echo published-again)"
    done
    ask "localhost/$stage:published" /_klotho/health
    compare "files of $stage" "$(content "localhost/$stage:published")" "$(content "localhost/$stage:published-again")"
    printf '%s: labels %s\n' "$stage" "$(buildah "${store[@]}" inspect --type image --format '{{.OCIv1.Config.Labels}}' "localhost/$stage:published")"
done
exit $status
