# Everything a contributor or an installer types. Each target prepares what it needs by itself.
# ARGS="…" is handed on: make run ARGS="--windowed", make test ARGS="tests/unit -x".

.DEFAULT_GOAL := help
.SUFFIXES:
export PYTHON

ARGS ?=
ROUNDS ?= 10
PREPARE := sh assets/deploy/prepare.sh
# The folder itself, not the link: whatever is prepared meanwhile, a command keeps its environment.
BIN = "$$(readlink -f .venv)"/bin

.PHONY: help run test check format bench goldens cage machine deb deb-test update-test ansible-test texts-test fleet-test soak fuzz translations lock venv clean

help:
	@echo "make run      start the kiosk            make check    format, lint, types, QML"
	@echo "make test     run the tests              make format   write files as check wants them"
	@echo "make bench    run the benchmarks         make goldens  draw the reference pictures anew"
	@echo "make cage     kill the kiosk in cage, ROUNDS=50 times in each way, and print the figures"
	@echo "make machine  install and boot the service on a Debian with a real systemd (root only)"
	@echo "make deb      build the Debian packages into dist/ (ARGS=\"--arch arm64\")"
	@echo "make deb-test install, boot, update and remove them on a bare Debian (root only)"
	@echo "make update-test  updates that fail, and updates that are cut off (root only)"
	@echo "make ansible-test have Ansible make a kiosk of a bare Debian, twice (root only)"
	@echo "make texts-test   signed texts on a bare Debian, as docs/fleet.md has it (root only)"
	@echo "make fleet-test   ten kiosks, a broker and a web server for ten minutes (ARGS=2: for two)"
	@echo "make soak     play 2,000 visits and print what the kiosk takes (ARGS=\"--visits 200\"),"
	@echo "              then 200,000 events of the monkey"
	@echo "make fuzz     20,000 damaged texts, packs and pictures each (ARGS=\"packs --inputs 500\")"
	@echo "make translations   collect the kiosk's own words for translation, and compile them"
	@echo "make lock     pin the dependencies anew  make clean    remove what make has made"

run:
	@$(PREPARE) run
	@exec .venv/bin/kiosk run $(ARGS)

# Compiled modules are kept, whatever the environment says: hundreds of kiosks are started.
test:
	@$(PREPARE) test
	@exec env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest $(or $(ARGS),-n $$(($$(nproc) + 1)) --dist worksteal)

check:
	@$(PREPARE) test
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	.ci/qml-check $(BIN)/python

format:
	@$(PREPARE) test
	$(BIN)/python -m ruff format .
	$(BIN)/python -m ruff check --fix .
	.ci/qml-check $(BIN)/python fix

bench:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.bench $(ARGS)

goldens:
	@$(PREPARE) test
	@exec env KIOSK_GOLDENS=write $(BIN)/python -m pytest tests/goldens $(ARGS)

cage:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.cage.rounds $(ROUNDS)

machine:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.machine $(ARGS)

deb:
	@$(PREPARE) test
	@exec $(BIN)/python assets/deploy/package/build.py $(ARGS)

# ARGS=trixie for Debian 13.
deb-test:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.machine.package $(ARGS)

# ARGS="trixie 100": Debian 13, 100 updates that are cut off.
update-test:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.machine.updates $(ARGS)

# As above; ansible-core comes from PyPI, into that Debian.
ansible-test:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.machine.playbook $(ARGS)

texts-test:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.machine.texts $(ARGS)

fleet-test:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.fleet.together $(ARGS)

soak:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.soak $(ARGS)

fuzz:
	@$(PREPARE) test
	@exec $(BIN)/python -m tests.fuzz $(ARGS)

# New words come into the .ts files as unfinished: docs/translating.md.
translations:
	@$(PREPARE) test
	@$(BIN)/python assets/translations/words.py collect
	@$(BIN)/python assets/translations/words.py compile

venv:
	@$(PREPARE) test

# Pins stay as they are unless ARGS says so: make lock ARGS=--upgrade
# Only the index itself counts: a machine's own wheels would bring hashes nobody else can match.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= \
	PIP_EXTRA_INDEX_URL= build/lock-venv/bin/pip-compile --quiet --generate-hashes \
	--allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock:
	@$(PREPARE) test
	@test -x build/lock-venv/bin/pip-compile || { $(BIN)/python -m venv build/lock-venv && \
		build/lock-venv/bin/python -m pip install --quiet pip-tools; }
	@$(COMPILE) $(ARGS) --output-file requirements.lock pyproject.toml
	@$(COMPILE) $(ARGS) --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean:
	rm -f assets/translations/*.qm
	rm -rf .venv .venv-kiosk-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
