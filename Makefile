# make demo   installs what is missing, builds, harvests the sample corpus, answers a query, serves the page
# make test   installs what is missing and runs the whole test suite
# make deb    builds a Debian package and uses it in a folder of its own
# make browser-test   has Chromium use the page, where it and Playwright can be installed

SHELL := /bin/bash
PACKAGES := libsqlite3-dev libexpat1-dev zlib1g-dev libroaring-dev libzstd-dev libtiff-dev
CHECK := --explicit-target-dependency-import-check error
SERVE ?= yes
PORT ?= 8750
DEMO := .build/demo
RETICLE := .build/release/reticle

.PHONY: setup build demo test deb browser-setup browser-test lint peers clean

setup:
	@command -v swift >/dev/null || { echo "Swift 6.3 or newer is needed: see swift.org/install"; exit 2; }
	@missing=""; for p in $(PACKAGES); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$p 2>/dev/null)" = installed ] || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing from Debian:$$missing"; \
	  sudo=$$([ $$(id -u) = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else echo "System packages are there: $(PACKAGES)"; fi

build: setup
	swift build -c release --product reticle $(CHECK)

demo: build
	@mkdir -p $(DEMO)
	$(RETICLE) harvest corpus --index $(DEMO)/index.sqlite
	$(RETICLE) find 'voltage:5kV..20kV pixel.size<50nm' --index $(DEMO)/index.sqlite
ifeq ($(SERVE),yes)
	$(RETICLE) serve --index $(DEMO)/index.sqlite --port $(PORT)
endif

test: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	swift test $(CHECK)
	cd clients/python && RETICLE_PROGRAM=$(CURDIR)/.build/debug/reticle PYTHONDONTWRITEBYTECODE=1 \
	  python3 -m unittest discover -s tests

# Chromium from Debian, Playwright from PyPI; where they cannot be had, the tests say that they are skipped.
browser-setup:
	@command -v chromium >/dev/null || { sudo=$$([ $$(id -u) = 0 ] || echo sudo); \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || true
	@python3 -c 'import playwright, axe_playwright_python' 2>/dev/null \
	|| python3 -m pip install --quiet playwright axe-playwright-python || true

browser-test: setup browser-setup
	swift build --product reticle $(CHECK)
	python3 Tests/BrowserTests/run.py .build/debug/reticle

deb: build
	@command -v dpkg-deb >/dev/null || { echo "dpkg-deb is not here: no package is made"; exit 2; }
	packaging/deb.sh $(RETICLE) .build
	packaging/test-deb.sh .build/reticle_*.deb

# What the benchmarks compare with.
peers:
	@sudo=$$([ $$(id -u) = 0 ] || echo sudo); \
	$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends libimage-exiftool-perl postgresql >/dev/null
	python3 -m pip install --quiet tifffile tantivy duckdb "psycopg[binary]"

clean:
	rm -rf .build
