# Two commands do all the set-up: `make try` and `make test`. Everything is installed into .venv, and nowhere else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: try test check docs model clean

try: $(VENV)/installed
	@$(BIN)/python docs/try.py

test: $(VENV)/installed
	$(BIN)/python -m pytest -n auto

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python docs/examples.py --check

docs: $(VENV)/installed
	$(BIN)/python docs/examples.py
	$(BIN)/python docs/pictures.py

model: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python training/train.py
	$(BIN)/python training/sure.py
	$(BIN)/python training/card.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .try build dist
