# demo   build, make up some logs with an incident in them, and find it
# test   everything that must hold: formatting, lints, every test
# lint   formatting, lints, licences and sources of dependencies
# bench  measure against DuckDB and chDB, write docs/benchmarks.md
# dist   the release archive and the Debian package, tried out

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := demo
.PHONY: demo test lint bench dist

demo:
	scripts/setup cc
	cargo build --locked --profile demo -p ashiato
	scripts/demo target/demo/ashiato

test:
	scripts/setup cc python3
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo test --locked --workspace --no-fail-fast

lint:
	scripts/setup cc
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	scripts/check-dependencies

bench:
	scripts/setup cc python3-venv
	cargo build --locked --release -p ashiato
	cargo build --locked --release -p ashiato-event --example floor
	test -d .venv || python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement bench/requirements.txt
	.venv/bin/python bench/run.py

dist:
	scripts/setup cc
	scripts/dist
	scripts/try-dist
