# Two promises from a fresh clone: `make demo` and `make test`. Each makes its own environment in .venv.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared/gold
DEMO := .demo

.DEFAULT_GOAL := help
.PHONY: help demo test lint types imports check cover score card bench docs secret clean

help: ## show the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/made: pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 with venv was found. Install one (on Debian also python3-venv), or say: make PYTHON=/path/to/python3.12" >&2; exit 2; }
	@echo "Making the environment in $(VENV) with $(PYTHON) (about a minute the first time) …"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --upgrade pip
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/made-dev: $(VENV)/made
	@echo "Adding the tools for tests …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/made ## read the samples, build the graph, ask it
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh samples/demo.sh $(DEMO)

test: $(VENV)/made-dev ## run every test
	$(BIN)/python -m pytest

cover: $(VENV)/made-dev ## run every test and hold the coverage floor
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(VENV)/made-dev ## ruff, and the generated files are up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m bilateral.schema.generate --check
	$(BIN)/python -m bilateral.cli.reference --check

types: $(VENV)/made-dev ## mypy, strict
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks

imports: $(VENV)/made-dev ## the floors: who may import whom
	$(BIN)/lint-imports

check: lint types imports test ## everything that CI checks

score: $(VENV)/made-dev ## measure extraction on the annotated articles beside the project
	@test -d $(GOLD) || { echo "The annotated articles are not at $(GOLD); say: make score GOLD=/path/to/gold" >&2; exit 2; }
	@GOLD=$(GOLD) BIN=$(BIN) sh benchmarks/score.sh

card: $(VENV)/made-dev ## measure anew and write the accuracy card (docs/accuracy.md)
	@test -d $(GOLD) || { echo "The annotated articles are not at $(GOLD); say: make card GOLD=/path/to/gold" >&2; exit 2; }
	$(BIN)/python -m bilateral.loaders.evaluation.card \
	  $(GOLD)/dev2 --about "drawn at random from newspapers, agencies and ministries; no rule was written on them" \
	  $(GOLD)/dev --about "chosen for variety from 31 outlets, hard cases among them; the rules were developed on them"

bench: $(VENV)/made-dev ## ratios against named rivals, measured in the same run
	@for b in benchmarks/bench_*.py; do echo "== $$b"; $(BIN)/python $$b || exit 1; done

docs: $(VENV)/made-dev ## write the generated reference pages
	$(BIN)/python -m bilateral.schema.generate
	$(BIN)/python -m bilateral.cli.reference

secret: ## a password for docker compose, kept out of git
	@sh tests/services/make_secret.sh

clean: ## remove what the targets made
	rm -rf $(VENV) $(DEMO) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
