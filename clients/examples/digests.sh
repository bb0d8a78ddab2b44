#!/bin/sh
# Selects files by a query, and prints the digest of each: digests.sh QUERY
# $RETICLE_URL and $RETICLE_TOKEN say where to ask; the token may select.
set -eu
url=${RETICLE_URL:-http://127.0.0.1:8750}
body=$(python3 -c 'import json, sys; print(json.dumps({"q": sys.argv[1]}))' "$1")
id=$(curl -fsS -H "Authorization: Bearer $RETICLE_TOKEN" -H 'Content-Type: application/json' \
  -d "$body" "$url/v1/selections" | python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
curl -fsS -H "Authorization: Bearer $RETICLE_TOKEN" "$url/v1/selections/$id.paths0" |
  xargs -0 -r sha256sum
