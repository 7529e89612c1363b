# Two commands do for most days: make run, make test.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
# Words for pytest: make test ARGS="-k sheet -x"
ARGS ?=
# Tests run beside each other, three processes on two cores, since a third of their time is waiting: make test JOBS=1
JOBS ?= $$($(BIN)/python -c "import os; print(os.cpu_count() * 3 // 2)")

.PHONY: help setup run test check wheel bench torture pictures coverage outlines words lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' Makefile | expand -t 18

setup:
	@packaging/setup.sh

run: setup ## set everything up and open the window
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	    echo "There is no display here, so the main job runs off screen; its pictures and documents go to build/tour."; \
	    exec $(BIN)/forecall tour --to build/tour; \
	else \
	    exec $(BIN)/forecall; \
	fi

test: setup ## set everything up and run every test
	@packaging/tools_for.sh tests
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal $(ARGS)

check: setup ## style, types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

wheel: setup ## build the wheel and try it in a clean environment
	@packaging/try_wheel.sh

bench: setup ## measure speed: a table, and the figures as JSON in build/
	@$(BIN)/python -m tests.benchmarks $(ARGS)

torture: setup ## try what is promised when things go wrong, within 45 minutes: a table, and the figures in build/
	@packaging/tools_for.sh torture
	@$(BIN)/python -m tests.torture $(ARGS)

pictures: setup ## draw the README's pictures anew, and every page in every look into build/pictures
	@$(BIN)/python -m tests.pictures packaging/pictures
	@$(BIN)/python -m tests.gallery build/pictures $(ARGS)

coverage: setup ## write anew where each thing the sources teach is met
	@$(BIN)/python -m pytest -q tests/teaching --renew-coverage

outlines: setup ## write anew how each page reads to who hears it; read what changed
	@$(BIN)/python -m pytest -q tests/gallery/test_outlines.py --renew-outlines

words: setup ## gather the words to translate and bring each language up to date
	@mkdir -p resources/languages
	@$(BIN)/pybabel -q extract -F pyproject.toml --project Forecall --add-location=file --sort-by-file \
	    -o resources/languages/forecall.pot .
	@for catalogue in resources/languages/*/LC_MESSAGES/forecall.po; do \
	    [ -e "$$catalogue" ] || continue; \
	    language=$$(basename "$$(dirname "$$(dirname "$$catalogue")")"); \
	    $(BIN)/pybabel -q update --width=110 --ignore-pot-creation-date --no-fuzzy-matching -D forecall -l "$$language" -i resources/languages/forecall.pot -d resources/languages; \
	    $(BIN)/pybabel -q compile -D forecall -l "$$language" -d resources/languages; \
	done

lock: ## resolve the dependencies anew (needs uv)
	@command -v uv >/dev/null || { echo "This needs uv: pip install uv" >&2; exit 1; }
	@uv pip compile pyproject.toml --group dev --universal --generate-hashes --quiet \
	    --no-emit-index-url --no-header --no-annotate -o packaging/requirements.lock

clean: ## remove what was built, .venv included
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
