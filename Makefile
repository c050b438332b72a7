# The same steps as .ci/run, by hand. Needs: pip install -e ".[dev]"

.PHONY: all test test-slow lint format docs guide pictures bundle fixtures bench

all: lint test

test:
	pytest -n auto

test-slow:
	pytest -n auto -m "slow or office"

lint:
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	python docs/build.py --check
	python docs/letter_template.py --check
	python fixtures/build.py --check

format:
	ruff check --fix .
	ruff format .

docs:
	python docs/build.py
	python docs/letter_template.py

guide:
	python docs/guide/build.py

bundle:
	python tools/bundle.py

pictures:
	python docs/pictures.py

fixtures:
	python fixtures/build.py

bench:
	python -m bench.pipeline
	python -m bench.walk
	python -m bench.across
	python -m bench.forms
	python -m bench.fuzz
