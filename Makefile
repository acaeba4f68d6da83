# Calmline's commands for people who build it. `make` alone lists them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# Where it is set, every process that a test starts compiles Calmline anew.
unexport PYTHONDONTWRITEBYTECODE

# What the windows and the sound need from a Linux system: shared library, a colon, the Debian package that holds it.
LIBRARIES := \
  libEGL.so.1:libegl1 \
  libGL.so.1:libgl1 \
  libX11.so.6:libx11-6 \
  libX11-xcb.so.1:libx11-xcb1 \
  libdbus-1.so.3:libdbus-1-3 \
  libfontconfig.so.1:libfontconfig1 \
  libglib-2.0.so.0:libglib2.0-0 \
  libportaudio.so.2:libportaudio2 \
  libpulse.so.0:libpulse0 \
  libxcb-cursor.so.0:libxcb-cursor0 \
  libxcb-icccm.so.4:libxcb-icccm4 \
  libxcb-image.so.0:libxcb-image0 \
  libxcb-keysyms.so.1:libxcb-keysyms1 \
  libxcb-randr.so.0:libxcb-randr0 \
  libxcb-render-util.so.0:libxcb-render-util0 \
  libxcb-shape.so.0:libxcb-shape0 \
  libxcb-shm.so.0:libxcb-shm0 \
  libxcb-sync.so.1:libxcb-sync1 \
  libxcb-xfixes.so.0:libxcb-xfixes0 \
  libxcb-xkb.so.1:libxcb-xkb1 \
  libxkbcommon.so.0:libxkbcommon0 \
  libxkbcommon-x11.so.0:libxkbcommon-x11-0

.SILENT:
.DEFAULT_GOAL := help
.PHONY: help demo test core pace rest long lint format bench pictures texts wheel clean system

help: ## list these commands
	sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

demo: system $(READY) ## replay the bundled call, in a window where there is a display
	$(BIN)/calmline demo

# These hear a sound server at real pace: what runs beside them reads no clock and gives way to them.
REAL_PACE := tests/adapters/test_pulse.py tests/adapters/test_pulse_player.py

# The tests of live capture start a sound server of their own, those of keys an X server; one of privacy watches a call.
test long: PROGRAMS := pulseaudio:pulseaudio pactl:pulseaudio-utils Xvfb:xvfb strace:strace
# That exported files open in LibreOffice is tried by long tests alone.
long: PROGRAMS += soffice:libreoffice-calc-nogui soffice:libreoffice-draw-nogui
test: system $(READY) ## run every check and test
	$(MAKE) --no-print-directory --jobs=3 lint core rest

core: $(READY)
	nice -n 19 $(BIN)/python -m pytest -q -m "not long" tests/core

pace: $(READY)
	$(BIN)/python -m pytest -q $(REAL_PACE)

# These often wait, for sounds and for processes: what is left of lint and core fills up with that.
rest: pace
	$(BIN)/python -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder -m "not long" \
	  $(addprefix --ignore=,tests/core $(REAL_PACE))

long: system $(READY) ## run the tests that take long
	$(BIN)/python -m pytest -q -m long

lint: system $(READY) ## check style, types and the direction of imports
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	nice -n 19 $(BIN)/mypy
	nice -n 19 $(BIN)/lint-imports --no-logo

format: $(READY) ## put the code into house style
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format

bench: $(READY) ## judge the scorer and the prompts on the labelled dialogues
	for set in dev plain heldout hard unseen fresh; do $(BIN)/python benchmarks/judge_dialogues.py tests/data/dialogues/$$set || exit 1; done
	$(BIN)/python benchmarks/word_error.py assets/demo/call.flac

pictures: system $(READY) ## make the README's pictures of the windows
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.make_pictures docs/images

texts: system $(READY) ## write the catalogues that translators work on
	$(BIN)/python -m tools.make_texts assets/translations

wheel: $(READY) ## build dist/calmline-*.whl
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	ls dist/*.whl

clean: ## remove what checks and builds leave behind; .venv stays
	rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find app benchmarks tests tools -name __pycache__ -prune -exec rm -rf {} +

$(READY): pyproject.toml
	command -v $(PYTHON) >/dev/null || \
	  { echo "$(PYTHON) was not found. Install Python 3.11 or later, or name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Calmline needs Python 3.11 or later; $(PYTHON) is older. Name another: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) lacks its venv module. On Debian and Ubuntu install python3-venv, then run make again."; exit 1; }
	echo "Installing Calmline and its speech model into .venv (about 1 GB, once) ..."
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# Installs missing system libraries where that needs no password; elsewhere names them and goes on.
system:
	command -v ldconfig >/dev/null || PATH="$$PATH:/usr/sbin:/sbin"; \
	known=$$(ldconfig -p 2>/dev/null) || exit 0; \
	missing=; \
	for pair in $(LIBRARIES); do \
	  case "$$known" in *"$${pair%:*} "*) ;; *) missing="$$missing $${pair#*:}" ;; esac; \
	done; \
	[ -n "$$(find /usr/share/fonts /usr/local/share/fonts -name '*.[ot]tf' 2>/dev/null | head -n 1)" ] || \
	  missing="$$missing fonts-dejavu-core"; \
	for pair in $(PROGRAMS); do command -v "$${pair%:*}" >/dev/null || missing="$$missing $${pair#*:}"; done; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing system libraries:$$missing"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  apt-get update -qq && apt-get install -qq --no-install-recommends $$missing >/dev/null && exit 0; \
	fi; \
	echo "Windows and sound need these system packages (Debian's names); please install:$$missing"
