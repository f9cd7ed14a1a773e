# The two that matter: `make site` builds the site, `make test` checks everything. Both do their own set-up,
# and do it again only when a lock file changes. What they run stands in the README as plain commands.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PORT ?= 8000

# Material prints a notice about MkDocs 2 into every build unless told not to.
export NO_MKDOCS_2_WARNING := 1
# A virtual environment that happens to be active must not leak into ours.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH
# Compiled once and kept, every start of Python is a tenth of a second shorter.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve test check bench lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/site.stamp ## build the site into site/
	@$(BIN)/mkdocs build --quiet --strict
	@echo "The site is in site/. To read it: python3 -m http.server -d site $(PORT), then open http://127.0.0.1:$(PORT)/"

serve: $(VENV)/site.stamp ## show the site while you write; every saved change shows (PORT=8001 where 8000 is taken)
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/test.stamp tests/browser/node_modules/.stamp ## run every check and test, browser tests included
	@.ci/chromium $(BIN)/python
	@.ci/test $(BIN)

check: $(VENV)/test.stamp tests/browser/node_modules/.stamp ## run the linters and type checks alone
	@.ci/check $(BIN)

bench: $(VENV)/site.stamp ## measure a large chronology: make bench, make bench ARGS='--events 2000 --articles 200'
	@$(BIN)/python tests/bench $(ARGS)

lock: $(VENV)/site.stamp ## resolve the dependencies anew: make lock, make lock ARGS=--upgrade
	@$(PIP) install uv
	@UV=$(BIN)/uv .ci/lock $(ARGS)
	@cd tests/browser && npm install --package-lock-only --silent

clean: ## remove everything that these commands made
	rm -rf $(VENV) site dist tests/browser/node_modules .coverage .hypothesis .*_cache
	find timeline tests -name __pycache__ -prune -exec rm -rf {} +

# A lock file is complete, so nothing is resolved anew: the pip that comes with Python 3.11 may otherwise choose a newer
# version for `package[extra]` than the one locked, and then refuse it for want of a hash. The project itself is
# installed as editable, from what the lock file has already brought.
define install
	@echo "installing $(1)"
	@$(PIP) install --no-deps --require-hashes --requirement $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q timeline
	@touch $@
endef

$(VENV)/site.stamp: requirements/site.txt pyproject.toml .ci/python
	@.ci/python $(VENV)
	$(call install,requirements/site.txt)

# It holds the same versions as site.txt, so that one environment serves both.
$(VENV)/test.stamp: requirements/test.txt pyproject.toml | $(VENV)/site.stamp
	$(call install,requirements/test.txt)

tests/browser/node_modules/.stamp: tests/browser/package-lock.json tests/browser/package.json
	@command -v npm >/dev/null || { \
	  echo "The browser tests need npm, which is missing. On Debian: sudo apt-get install -y npm" >&2; exit 1; }
	@echo "installing tests/browser/package-lock.json"
	@cd tests/browser && npm ci --silent
	@touch $@
