#!/usr/bin/env bash
# Unpacks a Debian package into a folder of its own and uses it: test-deb.sh PACKAGE
set -euo pipefail
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
dpkg-deb --extract "$1" "$root"
dpkg-deb --info "$1" > /dev/null
reticle="$root/usr/bin/reticle" index="$root/index.sqlite"
echo '{"path":"/a.tif","facts":{"kV":200}}' | "$reticle" import - --quiet --index "$index"
[ "$("$reticle" find 'kV>100' --count --index "$index")" = 1 ]
"$reticle" query --index "$index" > /dev/null
"$reticle" serve --config "$root/etc/reticle/reticle.yaml" --port 0 --index "$index" > "$root/said" &
server=$!
for _ in $(seq 100); do [ -s "$root/said" ] && break; sleep 0.1; done
url=$(sed 's/.* //' "$root/said")
python3 - "$url" <<'PYTHON'
import json, sys, urllib.request
answer = json.load(urllib.request.urlopen(sys.argv[1] + "v1/search?q=kV:200"))
assert answer["total"] == 1, answer
PYTHON
kill -TERM "$server"
wait "$server"
for file in usr/share/man/man1/reticle.1.gz lib/systemd/system/reticle.service \
  usr/share/bash-completion/completions/reticle usr/share/reticle/extractors/vocabulary.yaml; do
  [ -s "$root/$file" ] || { echo "missing: $file"; exit 1; }
done
echo "the package works"
