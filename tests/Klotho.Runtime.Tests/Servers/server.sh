#!/bin/sh
# server.sh postgres|redis PORT: a new server on loopback, which ends and leaves nothing when standard input closes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

case $1 in
postgres)
    bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1 || true)
    [ -n "$bin" ] || bin=$(dirname "$(command -v postgres)") || { echo 'PostgreSQL is not installed.' >&2; exit 127; }
    # PostgreSQL does not run as root.
    as=''
    if [ "$(id -u)" = 0 ]; then
        as='setpriv --reuid=postgres --regid=postgres --clear-groups'
        chown postgres:postgres "$folder"
    fi
    # Keys must be ordered by their bytes under any collation of the database.
    $as "$bin/initdb" --pgdata="$folder/data" --username=app --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > /dev/null
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout "$folder/data/server.key" -out "$folder/data/server.crt" 2> /dev/null
    if [ -n "$as" ]; then chown postgres:postgres "$folder/data/server.key" "$folder/data/server.crt"; fi
    chmod 600 "$folder/data/server.key"
    cat > "$folder/data/pg_hba.conf" <<- 'RULES'
	host all locked 127.0.0.1/32 scram-sha-256
	host all all 127.0.0.1/32 trust
	RULES
    $as "$bin/postgres" -D "$folder/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
        -c ssl=on -c max_connections=300 -c shared_buffers=16MB >&2 &
    ;;
redis)
    command -v redis-server > /dev/null || { echo 'Redis is not installed.' >&2; exit 127; }
    redis-server --bind 127.0.0.1 --port "$2" --save '' --appendonly no --dir "$folder" >&2 &
    ;;
esac

server=$!
cat > /dev/null
kill -INT $server
wait $server || true
