# Two commands for a newcomer: `make demo` and `make test`. Each makes its own environment from nothing.
PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test contract e2e lint format types imports docs bench lock clean
.DELETE_ON_ERROR:

demo: .venv/made            ## Run the demo: no accounts, nothing to configure, no network once installed
	.venv/bin/voxpop demo

test: .venv-dev/made        ## Run the tests
	.venv-dev/bin/pytest

.venv/made: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Voxpop needs Python 3.11 or newer; set PYTHON=…' if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	.venv/bin/pip install --quiet --no-deps .
	touch $@

.venv-dev/made: requirements-dev.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Voxpop needs Python 3.11 or newer; set PYTHON=…' if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv .venv-dev
	.venv-dev/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	.venv-dev/bin/pip install --quiet --no-deps --editable .
	touch $@

lint: .venv-dev/made        ## Formatting and lint
	.venv-dev/bin/ruff format --check .
	.venv-dev/bin/ruff check .

types: .venv-dev/made       ## Strict types
	.venv-dev/bin/mypy

imports: .venv-dev/made     ## Who may import whom
	.venv-dev/bin/lint-imports

format: .venv-dev/made      ## Format the code
	.venv-dev/bin/ruff format .
	.venv-dev/bin/ruff check --fix .

contract: .venv-dev/made    ## Ask the vendors' API descriptions, served by Prism (needs Node), whether we ask them rightly
	VOXPOP_CONTRACT=1 .venv-dev/bin/pytest tests/contract

e2e: .venv-dev/made         ## Whole journeys in local-slack (needs Linux and Node), with pictures of them in build/e2e (needs Chromium)
	VOXPOP_E2E=1 .venv-dev/bin/pytest tests/e2e

bench: .venv-dev/made       ## Speed and memory, as ratios within one run
	.venv-dev/bin/python -m bench
	.venv-dev/bin/python -m bench.zendesk
	.venv-dev/bin/python -m bench.ack 100000 20000

lock:                       ## Pin every version anew (needs uv); no addresses in the lock files
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --generate-hashes --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv .venv-dev build dist *.egg-info
