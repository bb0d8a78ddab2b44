# make demo   installs what is missing, builds, harvests the sample corpus, answers a query, serves the page
# make test   installs what is missing and runs the whole test suite

SHELL := /bin/bash
PACKAGES := libsqlite3-dev libexpat1-dev zlib1g-dev libroaring-dev
CHECK := --explicit-target-dependency-import-check error
SERVE ?= yes
PORT ?= 8750
DEMO := .build/demo
RETICLE := .build/release/reticle

.PHONY: setup build demo test lint peers clean

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

# What the benchmarks compare with.
peers:
	@sudo=$$([ $$(id -u) = 0 ] || echo sudo); \
	$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends libimage-exiftool-perl postgresql >/dev/null
	python3 -m pip install --quiet tifffile tantivy duckdb "psycopg[binary]"

clean:
	rm -rf .build
