# The whole interface of the checkout. Needs python3 (3.11 or newer) with venv, git and make; everything else is fetched.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo run serve test browser attacks coverage lint format bench fit accuracy install lock clean
demo: .venv/ready
	$(BIN)/aggregator demo

run: .venv/ready
	$(BIN)/aggregator run --every 15

serve: .venv/ready
	$(BIN)/aggregator serve

# All but those in a real browser and the attacks, which have commands of their own. tests/conftest.py has the order.
test: .venv/ready
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder --ignore=tests/browser --ignore=tests/test_attacks.py

# The pages in a real browser; draws the pictures of docs/screens anew. Another machine's fonts make other pictures.
browser: .venv/ready
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && \
		apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; } || \
		{ echo "There is no chromium: sudo apt-get install chromium fonts-dejavu-core"; exit 1; }
	SCREENS=$(CURDIR)/docs/screens $(BIN)/python -m pytest -q -n auto --dist loadfile tests/browser
	@echo "docs/screens is drawn anew; pictures that differ: $$(git status --short docs/screens | wc -l)"

coverage: .venv/ready
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered -q -n auto --dist loadfile --no-loadscope-reorder --ignore=tests/browser --ignore=tests/test_attacks.py

# A running site under attack, each within two seconds: by itself, as other tests would take its time.
attacks: .venv/ready
	$(BIN)/python -m pytest -q tests/test_attacks.py

lint: .venv/ready
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format: .venv/ready
	$(BIN)/ruff check --fix-only -q . && $(BIN)/ruff format -q .

# Benchmarks print numbers and never fail. FEEDS=FOLDER, GOLD="a.csv b.csv" and MULTI=several-languages.csv add those that
# need data of yours; BESIDE=PYTHON names a Python that has lemon24/reader and Scrapy, to be measured beside.
bench: .venv/ready
	$(BIN)/python -m bench.importing
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.readers
	$(BIN)/python -m bench.blindspots
	$(BIN)/python -m bench.briefing
	$(BIN)/python -m bench.whole_cycle
	$(BIN)/python -m bench.speed --window 10000 --baseline
	$(BIN)/python -m bench.throughput $(if $(BESIDE),--beside $(BESIDE))
	$(if $(FEEDS),$(BIN)/python -m bench.feeds $(FEEDS))
	$(if $(GOLD),$(BIN)/python -m bench.grouping $(GOLD))
	$(if $(GOLD),$(BIN)/python -m bench.briefs $(GOLD))
	$(if $(MULTI),$(BIN)/python -m bench.languages $(MULTI))

# Weights of the pair score, fitted anew to gold files of yours: make fit GOLD="a.csv b.csv".
fit: .venv/ready
	$(BIN)/python -m bench.fit_grouping $(GOLD) > .fitted && mv .fitted aggregator/grouping/weights.py

# Writes docs/accuracy.md from GOLD="a.csv b.csv", MULTI=several-languages.csv, BROAD=broad-topics.csv and RATED=printed.csv;
# without GOLD from tests/grouping_gold.csv, and says so.
accuracy: .venv/ready
	$(BIN)/python -m bench.accuracy $(GOLD) $(addprefix --multi ,$(MULTI)) $(addprefix --precision-only ,$(BROAD)) \
		$(addprefix --ratings ,$(RATED)) \
		--out docs/accuracy.md

# A fresh venv's own pip (23.2.1) dies on extras such as lxml[html-clean], so it is upgraded first.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# What a server needs, without the tools for tests (docs/deploy.md). Services that may not write find the code compiled.
install:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r deploy/requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q aggregator spiders demo

lock:
	$(PYTHON) -m venv .venv && $(BIN)/python -m pip install -q --upgrade pip uv
	$(BIN)/uv pip compile -q --generate-hashes --extra build --extra ai --extra dev --extra parquet --extra semantic --extra warc --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --generate-hashes --extra build --extra parquet --extra semantic -c requirements.lock --python-version 3.11 pyproject.toml -o deploy/requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .coverage
