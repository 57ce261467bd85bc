# demo   build, make up some logs with an incident in them, and find it
# test   everything that must hold: formatting, lints, every test. Property tests draw the same cases in every run,
#        so that a failure is the change's; PROPTEST_RNG_SEED=N draws others
# fuzz   every fuzz target for a minute, where cargo-fuzz and a nightly toolchain are
# lint   formatting, lints, licences and sources of dependencies
# bench  measure against DuckDB and chDB, write docs/benchmarks.md
# dist   the release archive and the Debian package, tried out

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := demo
.PHONY: demo test fuzz lint bench dist

# The S3 server that tests of the command talk to, and the clients that talk to ours; the tests that need them are
# skipped where they cannot be had.
define S3_SERVER
	.venv-test/bin/python -c 'import moto.server, awscli' 2>/dev/null \
	  || { scripts/setup python3-venv && python3 -m venv .venv-test \
	    && .venv-test/bin/pip install --quiet --requirement tests/requirements.txt; } \
	  || { rm -rf .venv-test; echo "no .venv-test: the tests of s3:// and of AWS's clients are skipped" >&2; }
endef

# Clippy compiles the workspace, so that what is linted is what is tested: `cargo clippy` would have all dependencies
# checked in a build of their own, a third of the time. Its arguments are those that `cargo clippy -- -D warnings` passes.
LINTED = RUSTC_WORKSPACE_WRAPPER="$$(rustc --print sysroot)/bin/clippy-driver" \
  CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__

# Without the server, proofs, ORC and Avro, whose libraries would take a third more time to build.
demo:
	scripts/setup cc
	cargo build --locked --profile demo -p ashiato --no-default-features
	scripts/demo target/demo/ashiato

test:
	scripts/setup cc python3
	scripts/setup postgresql || echo "no PostgreSQL: the state's tests run on SQLite alone" >&2
	scripts/setup faketime || echo "no libfaketime: no test sets the clock of a process" >&2
	cargo fmt --all --check
	$(S3_SERVER)
	$(LINTED) cargo test --locked --workspace --no-run
	PROPTEST_RNG_SEED=$${PROPTEST_RNG_SEED-271828} $(LINTED) cargo test --locked --workspace --no-fail-fast

fuzz:
	scripts/fuzz

lint:
	scripts/setup cc
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	scripts/check-dependencies

bench:
	scripts/setup cc python3-venv
	cargo build --locked --release --workspace --bins --examples
	test -d .venv || python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement bench/requirements.txt
	.venv/bin/python bench/run.py

dist:
	scripts/setup cc
	scripts/dist
	scripts/try-dist
