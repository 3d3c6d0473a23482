#!/usr/bin/env bash
# Runs a command with a private PostgreSQL cluster in a temporary folder; BALAI_TEST_POSTGRES names it.
# PostgreSQL refuses to run as root, so as root it runs as the user "postgres" (or "nobody").
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ] && command -v initdb >/dev/null; then bin=$(dirname "$(command -v initdb)"); fi
if [ -z "$bin" ]; then
  if [ "${CI:-}" = true ]; then echo "PostgreSQL is not installed, and CI needs it" >&2; exit 1; fi
  echo "skipped: PostgreSQL is not installed; its half of the tests says so" >&2
  exec "$@"
fi
folder=$(mktemp -d /tmp/balai-postgres.XXXXXX)
as=()
if [ "$(id -u)" = 0 ]; then
  user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$folder"
  as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
fi
cd /
"${as[@]}" "$bin/initdb" --pgdata="$folder/data" --username=balai --auth=trust --encoding=UTF8 --locale=C >"$folder/log.init" 2>&1 || { cat "$folder/log.init" >&2; exit 1; }
# Durability is not what these tests are about: without fsync they are three times as quick.
"${as[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --wait --log="$folder/data/log" --options="-c listen_addresses='' -c unix_socket_directories=$folder -c fsync=${BALAI_POSTGRES_FSYNC:-off} -c max_connections=200" start >/dev/null
trap '"${as[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
export BALAI_TEST_POSTGRES="postgres://balai@${folder//\//%2F}"
cd "$OLDPWD"
"$@"
