# Needs Python 3.11 or newer with its venv module, and make. Everything else is put into .venv.

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import ensurepip, sys, venv; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
BIN := .venv/bin
# What was installed when: a second run finds nothing to do.
RUNNING := .venv/.running
DEVELOPMENT := .venv/.development
SPEAKING := .venv/.speaking
DEEPENING := .venv/.deepening
MUTATING := .venv/.mutating
PROJECT := pyproject.toml hatch_build.py
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run setup test check format draw speak teach bench listening soak mutants screenshots lock install film
.DELETE_ON_ERROR:

run: $(RUNNING) ## Telegram, if `make setup` kept a token, or UNHUNCH_TOKEN or UNHUNCH_TOKEN_FILE is set; else a phone in the browser
	@exec $(BIN)/python -m bot start

setup: $(RUNNING) ## asks for the bot's token, tries it and keeps it for later starts
	@exec $(BIN)/python -m bot setup

# Compiled here, and the content read, as the bot on a server may write nothing beside its code, and would do both at every start.
install: $(RUNNING) ## what running needs, into .venv
	@$(BIN)/python -m compileall -q bot
	@$(BIN)/python -m bot.app.kept_knowledge

film: $(RUNNING) ## the films of the ready routines, some minutes, so that nobody waits for one
	@$(BIN)/python -m bot film

# Python keeps what it compiled, wherever it is told not to: tests start the bot dozens of times.
export PYTHONDONTWRITEBYTECODE :=

# One thread a process: the processes share the cores among them.
export OPENBLAS_NUM_THREADS := 1

# Some tests compute and others wait: on two cores, four at a time leave neither idle. Neighbours stay in one process, so that what the tests
# of a file share is mostly made once, until a process has nothing left and takes from another; tests/conftest.py says which come first.
# As low in rank as the processes that draw put themselves: beside tests that keep all cores busy, those would wait for most of a minute.
PYTEST := nice -n 19 $(BIN)/python -m pytest -n 4 --dist worksteal

test: $(DEVELOPMENT) ## all tests but the long ones; args="-k word" to choose
	$(PYTEST) $(args)

check: $(DEVELOPMENT) ## everything that must hold before a change goes in
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check
	$(PYTEST) $(args)

format: $(DEVELOPMENT)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

draw: $(DEVELOPMENT) ## the pictures of exercises whose poses changed; args="--look cat-cow" for a quick look
	$(BIN)/python -m bot draw $(args)

speak: $(SPEAKING) ## the voice: what is said and was not yet recorded; args="--check": what a recogniser hears in it
	OMP_NUM_THREADS=1 $(BIN)/python -m bot speak $(args)

teach: $(DEEPENING) ## teach anew the ear that reads whole sentences: an hour of one core
	OMP_NUM_THREADS=1 $(BIN)/python -m bot learn --deep

bench: $(DEVELOPMENT) ## figures: speed, memory; args="million", args="cpu --against FOLDER" for those that take long
	$(BIN)/python -m tests.bench $(args)

listening: $(DEVELOPMENT) ## how well people are heard, and what is missed; args="--language de", or a sentence
	$(BIN)/python -m tests.listening $(args)

soak: $(DEVELOPMENT) ## the long runs
	$(BIN)/python -m pytest -m soak $(args)

mutants: $(MUTATING) ## what the tests of the domain would not notice; args="bot.domain.session.*" chooses: docs/mutants.md
	$(BIN)/mutmut run --max-children 2 $(args)

screenshots: $(DEVELOPMENT) ## the README's pictures; looks best with Roboto and an emoji font on the system
	$(BIN)/python -m tests.pictures

# The other locks take their versions from the first: what is tested is what runs.
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url
lock: $(DEVELOPMENT) ## choose the newest versions allowed and write all locks
	$(COMPILE) --upgrade pyproject.toml --extra figure --extra film --group dev --output-file requirements-dev.lock
	$(COMPILE) --upgrade pyproject.toml --extra film --group build --constraints requirements-dev.lock --output-file requirements.lock
	$(COMPILE) --upgrade pyproject.toml --extra deep --constraints requirements-dev.lock --output-file requirements-deep.lock
	$(COMPILE) --upgrade pyproject.toml --extra voice --constraints requirements-dev.lock --output-file requirements-voice.lock
	$(COMPILE) --upgrade --group mutants --constraints requirements-dev.lock --output-file requirements-mutants.lock

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Unhunch needs Python 3.11 or newer with its venv module (on Debian: python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNNING): requirements.lock $(PROJECT) | $(BIN)/python
	@echo "Setting up .venv: what running needs. This takes a minute, once."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Holds all of the running lock, at the same versions, so it counts as both.
$(DEVELOPMENT): requirements-dev.lock $(PROJECT) | $(BIN)/python
	@echo "Setting up .venv: what tests and checks need. This takes a minute or two, once."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(RUNNING) $@

# What computes and the model to begin with, some GB; beside what tests need.
$(DEEPENING): requirements-deep.lock | $(DEVELOPMENT)
	@echo "Setting up .venv: what teaching the deep ear needs."
	@$(PIP) install --require-hashes --requirement requirements-deep.lock
	@touch $@

# Engine, weights and recogniser, 450 MB; beside what tests need.
$(SPEAKING): requirements-voice.lock | $(DEVELOPMENT)
	@echo "Setting up .venv: what recording the voice needs."
	@$(PIP) install --require-hashes --requirement requirements-voice.lock
	@touch $@

# Makes the mutants; beside what tests need.
$(MUTATING): requirements-mutants.lock | $(DEVELOPMENT)
	@echo "Setting up .venv: what mutating takes."
	@$(PIP) install --require-hashes --requirement requirements-mutants.lock
	@touch $@
