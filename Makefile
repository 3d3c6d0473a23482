# Balai. Two commands are enough: `make run` and `make test`. Each sets up what it needs, says so, and does nothing where
# nothing is missing. CARGO_TARGET_DIR is respected.
SHELL := bash
COMMA := ,
TARGET := $(or $(CARGO_TARGET_DIR),target)
SITE := $(TARGET)/site
PROFILE ?= release
BIN := $(TARGET)/$(PROFILE)/balai
TOOLS := $(abspath $(TARGET)/tools)
BINDGEN := $(TOOLS)/bin/wasm-bindgen
STANDARDS := $(TOOLS)/standards
BINDGEN_VERSION := 0.2.130
WASM_FEATURES := --enable-bulk-memory --enable-reference-types --enable-multivalue --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
BROWSER_SOURCES := $(shell find app -name '*.rs' -o -name Cargo.toml) Cargo.toml Cargo.lock
STYLE_SOURCES := $(shell find style public -type f) app/assets.mjs app/src/islands/photo-editor.js $(wildcard app/src/outbox/*.js app/locales/*.ftl) app/src/shell.rs app/src/feedback/outbox_pages.rs app/src/feedback/send_screens.rs app/src/feedback/exit.rs app/src/components/field.rs

.PHONY: run test check crash bench size build setup setup-tests nextest packages server site format end2end standards
.DEFAULT_GOAL := help
help:
	@echo "make run    set up, build and serve the demonstration at http://127.0.0.1:3000"
	@echo "make test   set up and run every test"
	@echo "make check  the quick loop: format, lints, fast tests"
	@echo "make crash  kills the portal 200 times while people work (KILLS=…)"
	@echo "make standards  validators on everything that is published"
	@echo "make bench  tables of speed;  make size  table of bytes a page"

run: build
	$(BIN) serve --demo --data-dir data/demo --site-dir $(SITE)

build: setup site server

# What building needs and a fresh machine may lack.
setup: $(TOOLS)/wasm-target $(BINDGEN) end2end/node_modules/.package-lock.json
$(TOOLS)/wasm-target:
	@echo "set-up 1/3: the WebAssembly target of the compiler"
	@rustup target add wasm32-unknown-unknown || { echo "The wasm32-unknown-unknown target could not be installed; install it with your Rust toolchain." >&2; exit 1; }
	@mkdir -p $(TOOLS) && touch $@
$(BINDGEN):
	@echo "set-up 2/3: wasm-bindgen $(BINDGEN_VERSION) (about two minutes)"
	@if command -v wasm-bindgen >/dev/null && [ "$$(wasm-bindgen --version)" = "wasm-bindgen $(BINDGEN_VERSION)" ]; then mkdir -p $(TOOLS)/bin && ln -sf "$$(command -v wasm-bindgen)" $@; else cargo install wasm-bindgen-cli@$(BINDGEN_VERSION) --root $(TOOLS) --target-dir $(TOOLS)/build --quiet && rm -rf $(TOOLS)/build; fi
end2end/node_modules/.package-lock.json: end2end/package-lock.json
	@echo "set-up 3/3: wasm-opt and esbuild from npm"
	@cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json

# The browser half: compiled for size, bound, shrunk. The two halves are never built together (features are unified).
$(TARGET)/pkg/app_bg.wasm: $(BROWSER_SOURCES) | setup
	@echo "building the browser half"
	cargo build -p app --lib --profile browser --target wasm32-unknown-unknown --no-default-features --features hydrate
	$(BINDGEN) --target web --no-typescript --out-dir $(TARGET)/pkg $(TARGET)/wasm32-unknown-unknown/browser/app.wasm
	end2end/node_modules/.bin/wasm-opt -Oz $(WASM_FEATURES) $(TARGET)/pkg/app_bg.wasm -o $(TARGET)/pkg/app_bg.wasm
$(SITE)/assets.json: $(TARGET)/pkg/app_bg.wasm $(STYLE_SOURCES) end2end/node_modules/.package-lock.json
	node app/assets.mjs $(SITE) $(TARGET)/pkg
site: $(SITE)/assets.json
# For the tests with the features that they were built with: else half of it would be compiled once more.
server:
	cargo build -p server --bin balai $(if $(filter release,$(PROFILE)),--release,--features domain/testing$(COMMA)app/default)

# The quick loop; under a minute when warm.
check:
	cargo fmt --all --check
	cargo clippy -p vocabulary -p domain -p app -p server --all-targets --quiet -- --deny warnings
	cargo nextest run -p vocabulary -p domain -p app -p server --cargo-quiet -E 'not test(postgres)'

setup-tests: setup nextest packages $(STANDARDS)/installed
nextest:
	@command -v cargo-nextest >/dev/null || { echo "set-up: cargo-nextest" && cargo install cargo-nextest --locked --quiet; }
# A browser, PostgreSQL for the other half of the tests, Python for the validators of open data.
packages:
	@missing=(); command -v chromium >/dev/null || missing+=(chromium); \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql); \
	python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv); \
	if [ $${#missing[@]} -gt 0 ]; then echo "set-up: $${missing[*]}" && apt-get update -qq && apt-get install -y -qq "$${missing[@]}" >/dev/null; fi

test: setup-tests site
	end2end/postgres.sh cargo nextest run -p vocabulary -p domain -p app -p server
	$(MAKE) PROFILE=debug server end2end standards

# The crash loop that every run of the tests does eight times.
KILLS ?= 200
crash:
	BALAI_KILLS=$(KILLS) cargo nextest run -p server --test pages --success-output immediate -E 'test(survives_being_killed)'

end2end:
	cd end2end && BALAI_BIN=$(abspath $(BIN)) BALAI_SITE_DIR=$(abspath $(SITE)) npx playwright test

# What is published, held against its standards by validators that others wrote.
standards: $(STANDARDS)/installed end2end/node_modules/.package-lock.json
	node end2end/standards/run.mjs $(abspath $(BIN)) $(abspath $(SITE)) $(STANDARDS)/bin
$(STANDARDS)/installed: end2end/standards/requirements.txt | packages
	@echo "set-up: validators of open data (half a minute)"
	@python3 -m venv --clear $(STANDARDS) && $(STANDARDS)/bin/pip install --quiet --disable-pip-version-check -r $< && touch $@

bench: build
	cargo build -p server --release --bin bench
	BALAI_POSTGRES_FSYNC=on end2end/postgres.sh $(abspath $(TARGET))/release/bench $(abspath $(SITE)) $(CASES)

size: setup site server
	node end2end/size.mjs $(BIN) $(SITE)

format:
	cargo fmt --all
