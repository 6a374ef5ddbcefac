#!/bin/sh
# Write secrets/neo4j_auth, once: the name and a new password of the server in docker-compose.yml. $1: another folder.
set -eu
folder=${1:-$(dirname "$0")/../../secrets}
file=$folder/neo4j_auth
if [ -e "$file" ]; then
  echo "$file exists already; a server that was started with it keeps its password" >&2
  exit 0
fi
mkdir -p "$folder"
umask 077
password=$(LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 24)
printf 'neo4j/%s' "$password" >"$file"
echo "wrote $file" >&2
