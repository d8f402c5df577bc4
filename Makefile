# `make help` lists the targets. PYTHON is the interpreter that makes the virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
QUESTION ?= What is the capital of France?
MODEL ?= local:smollm2-135m

.DEFAULT_GOAL := help
.PHONY: help demo demo-tools demo-structured test unit types completeness typing-report lint generate check-generated spec-diff spec-update api-report pages coverage reliability fuzz bench bench-quick check-spec format clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: $(VENV)/.installed-demo ## Ask the embedded model a question and stream its answer
	@$(BIN)/any-llm local pull
	@$(BIN)/any-llm respond "$(QUESTION)" --model $(MODEL) --temperature 0

demo-tools: $(VENV)/.installed-demo ## Have the embedded model call a function and answer with its result
	@$(BIN)/any-llm local pull
	@$(BIN)/python examples/tools.py $(MODEL)

demo-structured: $(VENV)/.installed-demo ## Have the embedded model fill in a typed object
	@$(BIN)/any-llm local pull
	@$(BIN)/python examples/structured.py $(MODEL)

test: $(VENV)/.installed-test ## Run everything: lint, types, unit, wire, documentation and live tests
	@$(BIN)/any-llm local pull
	@$(MAKE) --no-print-directory lint types
	$(BIN)/python -m pytest -n 2 --dist loadgroup

unit: $(VENV)/.installed-test ## Run the quick tests only
	$(BIN)/python -m pytest -n 2 -m "not slow and not live"

types: $(VENV)/.installed-test ## Check types with mypy and pyright, both strict
	$(BIN)/python -m mypy src codegen generated tests/typing
	$(BIN)/python -m pyright --pythonpath $(BIN)/python

completeness: $(VENV)/.installed-test ## Say what share of the public symbols has a known type
	@for package in any_llm any_llm_calls openresponses_types openai_responses_types; do \
	  echo "$$package"; \
	  PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pyright --ignoreexternal --verifytypes $$package \
	    | grep -E "exported by|docstring|score"; \
	done

typing-report: $(VENV)/.installed-test ## Measure both checkers beside the openai SDK and write the numbers into docs/typing.md
	@$(BIN)/python -m benchmarks.checkers $(ARGS)

lint: $(VENV)/.installed-test ## Check style and formatting
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

format: $(VENV)/.installed-test ## Format the hand-written code
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

generate: $(VENV)/.installed-test ## Write generated/ from spec/
	$(BIN)/python -m codegen generate

check-generated: $(VENV)/.installed-test ## Compare generated/ with what spec/ gives
	$(BIN)/python -m codegen check

spec-diff: $(VENV)/.installed-test ## Say what a newer document changes: FROM=file or URL, BASE=older one, ARGS=--json
	@$(BIN)/python -m codegen diff "$(FROM)" $(if $(BASE),--base "$(BASE)") $(ARGS)

spec-update: $(VENV)/.installed-test ## Adopt a newer document into spec/, keeping our texts: FROM=file or URL, ARGS="--json --draft"
	@$(BIN)/python -m codegen update "$(FROM)" $(ARGS)

api-report: $(VENV)/.installed-test ## Write the public API to docs/api.txt; what goes must be in CHANGELOG.md
	@$(BIN)/python -m tests.support.api_report

pages: $(VENV)/.installed-test ## Write the pages that come from the code: docs/providers.md, parts of docs/wires.md and docs/check.md
	$(BIN)/python -m tests.support.provider_page
	$(BIN)/python -m tests.support.wire_page
	@$(BIN)/any-llm local pull
	$(BIN)/python -m tests.support.check_page

coverage: $(VENV)/.installed-test ## Measure branch coverage: all of the pure core, 95 % of everything
	@rm -f .coverage .coverage.*
	$(BIN)/python -m coverage run -m pytest -q -n 2 --dist loadgroup --ignore tests/codegen --ignore tests/typing
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report --skip-covered --fail-under 95
	$(BIN)/python -m coverage report --include "*/_core/*" --skip-covered --show-missing --fail-under 100

reliability: $(VENV)/.installed-test ## Put calls before every fault that we know of; writes docs/reliability.md
	$(BIN)/python -m tests.faults

fuzz: $(VENV)/.installed-test ## Feed mutated bytes to the stream decoder: SECONDS=60
	@$(BIN)/python -m pip install -qq --group fuzz || echo "no atheris for this Python: the corpus is mutated without it"
	$(BIN)/python -m tests.fuzz.fuzz_stream --seconds $(or $(SECONDS),60)

bench: $(VENV)/.installed-test ## Measure speed and memory beside other clients; writes docs/performance.md and its chart
	@$(BIN)/python -m benchmarks $(ARGS)

bench-quick: $(VENV)/.installed-test ## Measure the part that takes two minutes; fails if a ratio got worse
	@$(BIN)/python -m benchmarks --quick $(ARGS)

check-spec: $(VENV)/.installed-test ## Compare spec/ with the published documents, where they are at hand
	@if [ -f ../shared/check_spec.py ]; then $(BIN)/python ../shared/check_spec.py; else echo "no published documents here"; fi

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/pip:
	@echo "creating $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --upgrade "pip>=25.1"

$(VENV)/.installed-demo: pyproject.toml $(VENV)/bin/pip
	@echo "installing any-llm-responses ..."
	@$(BIN)/python -m pip install -qq --editable ".[local,cli]"
	@touch $@

$(VENV)/.installed-test: pyproject.toml $(VENV)/bin/pip
	@echo "installing what the tests need ..."
	@$(BIN)/python -m pip install -qq --editable ".[local,cli]" --group test --group codegen
	@touch $(VENV)/.installed-demo $@
