# Crieur's commands. Each sets up what it needs first; `make` alone lists them.
# Pass options on with ARGS, as in: make run ARGS="--lang fr"
.PHONY: help setup run demo test check test-servers hard bench pictures screenshots doctor words lock clean

BIN = .venv/bin

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-13s %s\n", $$1, $$2 }'

setup:
	@sh tools/setup.sh

run: ## Start Crieur
	@sh tools/setup.sh --needs-display && $(BIN)/crieur $(ARGS)

demo: ## Start the demonstration: an invented bakery, nothing is sent
	@sh tools/setup.sh --needs-display && $(BIN)/crieur --demo $(ARGS)

test: setup ## Run the tests (no network, no display)
	@$(BIN)/python -m pytest $(ARGS)

check: setup ## Check format, lint, types, import contracts and dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .

test-servers: setup ## Run the journeys against real servers on this machine
	@sh tests/servers/run.sh

hard: setup ## Run the long form of the checks
	@$(BIN)/python -m pytest -m hard --timeout 3600 $(ARGS)

bench: setup ## Measure the speed goals
	@for bench in benchmarks/bench_*.py; do \
		echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(BIN)/python "$$bench" || exit; done

pictures: setup ## Keep a picture of every screen in tests/pictures, for the tests to compare
	@$(BIN)/python tools/pictures.py

screenshots: setup ## Take the pictures of README anew, display or not
	@$(BIN)/python tools/readme_pictures.py

doctor: setup ## Say what is installed, what works, and how to mend the rest
	@$(BIN)/crieur doctor $(ARGS)

words: setup ## Collect the sentences to translate into resources/words
	@$(BIN)/python tools/words.py $(ARGS)

lock: ## Write requirements.lock and NOTICE anew from pyproject.toml (needs uv)
	@uv export --quiet --no-header --no-emit-project --all-groups --output-file requirements.lock
	@rm -f uv.lock
	@sh tools/setup.sh
	@$(BIN)/python tools/notice.py

clean: ## Remove everything that the commands made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache resources/words/*.qm
	find desktop tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
