#!/usr/bin/env bash
# Makes a Debian package: deb.sh PROGRAM FOLDER. Needs dpkg-deb and python3.
set -euo pipefail
program=$(realpath "$1") output=$(realpath "$2")
cd "$(dirname "$0")/.."
version=$("$program" --version)
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

install -D -m 755 "$program" "$root/usr/bin/reticle"
strip --strip-unneeded "$root/usr/bin/reticle"
install -D -m 644 packaging/reticle.service "$root/lib/systemd/system/reticle.service"
install -D -m 644 packaging/reticle.yaml "$root/etc/reticle/reticle.yaml"
install -d "$root/usr/share/reticle" "$root/usr/share/man/man1" "$root/usr/share/doc/reticle"
cp -r extractors queries "$root/usr/share/reticle/"
install -m 644 README.md "$root/usr/share/doc/reticle/"
python3 packaging/man.py "$program" | gzip -9n > "$root/usr/share/man/man1/reticle.1.gz"
for shell in bash:bash-completion/completions/reticle zsh:zsh/vendor-completions/_reticle \
  fish:fish/vendor_completions.d/reticle.fish; do
  target="$root/usr/share/${shell#*:}"
  mkdir -p "$(dirname "$target")"
  "$program" --generate-completion-script "${shell%%:*}" > "$target"
done

mkdir "$root/DEBIAN"
echo /etc/reticle/reticle.yaml > "$root/DEBIAN/conffiles"
cat > "$root/DEBIAN/control" <<CONTROL
Package: reticle
Version: $version
Architecture: $architecture
Maintainer: Reticle <reticle@localhost>
Section: science
Priority: optional
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6, libstdc++6, libsqlite3-0, libroaring0, libtiff6, libexpat1, zlib1g
Description: finds imaging files by what they say about themselves
 Reads the metadata of imaging files into one index, and answers questions about
 it at the prompt, over HTTP and on a page.
CONTROL
cat > "$root/DEBIAN/postinst" <<'SCRIPT'
#!/bin/sh
set -e
if [ "$1" = configure ] && command -v adduser > /dev/null; then
  getent passwd reticle > /dev/null ||
    adduser --system --group --home /var/lib/reticle --no-create-home reticle
fi
SCRIPT
chmod 755 "$root/DEBIAN/postinst"
dpkg-deb --root-owner-group -Zgzip --build "$root" "$output/reticle_${version}_${architecture}.deb"
