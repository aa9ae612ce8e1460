# Hengelo Sociaal. Needs Python 3.11 or later and make; installs everything else itself.
#   make run    the whole application on this machine; PORT (8000) and DATA_DIR (.data) can be set
#   make test   every test, against real servers and a real browser
#   make lint   what a reviewer should not have to look at

PYTHON ?= python3
UV := .tools/bin/uv
PY := .venv/bin/python
PIP_COMPILE := $(UV) pip compile --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --no-header --quiet pyproject.toml
# The test tools include all that running needs; once there, or asked for, they are not taken away.
FOR_DEV := $(filter test lint format bench .venv/.dev,$(MAKECMDGOALS))
INSTALLED := $(if $(FOR_DEV)$(wildcard .venv/.dev .venv/bin/pytest),.venv/.dev,.venv/.lokaal)
ASSET_SOURCES := $(wildcard package.json package-lock.json) \
	$(shell find hengelo_sociaal/web/assets -type f 2>/dev/null)
ASSETS := $(if $(wildcard package.json),static/dist/.stamp)
# For checks that read the settings, as in production, and reach no server.
LINT_ENV := HTTPS=1 SECRET_KEY=geen-geheim-alleen-om-de-instellingen-te-kunnen-lezen-0123456789

export UV_PYTHON_DOWNLOADS = never
export UV_NO_PROGRESS = 1
# What this machine trusts counts: behind the proxy of an organisation nothing else does.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt),)
export UV_SYSTEM_CERTS = true
endif

.DELETE_ON_ERROR:
.PHONY: help run test lint format bench requirements assets chromium clean

help:
	@sed -n 's/^#   //p' Makefile

run: $(INSTALLED) assets
	@exec $(PY) manage.py dienst --met-ouder

test: .venv/.dev assets chromium
	@exec $(PY) -m pytest --numprocesses=auto --maxprocesses=4 --no-loadscope-reorder $(ARGS)

lint: .venv/.dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@$(LINT_ENV) .venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/djlint --lint --quiet templates
	@$(LINT_ENV) $(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@$(LINT_ENV) $(PY) manage.py check --deploy --fail-level WARNING

format: .venv/.dev
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	-.venv/bin/djlint --reformat --quiet templates

bench: .venv/.dev assets
	@exec $(PY) -m bench $(ARGS)

# Compiled without index addresses, so that any mirror will do.
requirements: $(UV)
	$(PIP_COMPILE) --output-file requirements/base.txt
	$(PIP_COMPILE) --extra lokaal --output-file requirements/lokaal.txt
	$(PIP_COMPILE) --extra dev --output-file requirements/dev.txt

assets: $(ASSETS)

chromium:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Chromium voor de browsertests wordt geïnstalleerd"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "Geen chromium gevonden: de browsertests worden overgeslagen."; fi

clean:
	rm -rf .tools .venv .test-data .test-artefacten node_modules static/dist staticfiles

$(UV):
	@echo "uv wordt geïnstalleerd"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools uv

$(PY): | $(UV)
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv

.venv/.lokaal: requirements/lokaal.txt $(PY)
	@echo "De Python-pakketten worden geïnstalleerd"
	@$(UV) pip sync --quiet --require-hashes --python $(PY) requirements/lokaal.txt
	@touch $@

.venv/.dev: requirements/dev.txt $(PY)
	@echo "De Python-pakketten worden geïnstalleerd"
	@$(UV) pip sync --quiet --require-hashes --python $(PY) requirements/dev.txt
	@touch $@

node_modules/.stamp: package-lock.json | $(INSTALLED)
	@echo "De pakketten voor de schermen worden geïnstalleerd"
	@$(PY) -m hengelo_sociaal.dienst.npm ci --no-fund --no-audit --loglevel=error
	@touch $@

static/dist/.stamp: node_modules/.stamp $(ASSET_SOURCES)
	@echo "De schermen worden gebouwd"
	@$(PY) -m hengelo_sociaal.dienst.npm run --silent build
	@touch $@
