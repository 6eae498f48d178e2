# Two commands from a fresh clone: `make demo` shows the application, `make test` checks it.

.PHONY: demo test faults fuzz endurance bench pictures package lock clean

demo:
	@sh packaging/set-up.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    .venv/bin/bcautotask-gui --demo; \
	else \
	    echo "There is no display here: the application shows itself in pictures, in tour/."; \
	    .venv/bin/bcautotask-gui --demo --tour tour; \
	fi

# A test that fails is run once more and then listed as RERUN: what passes only then holds nobody
# up, and is a race that somebody has to find.
test:
	@sh packaging/set-up.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest -n 2 --dist loadfile --reruns 1 -raR --ignore=tests/benchmarks

# Kills the real parts at every step, over and over, and prints what it cost; takes an hour.
faults:
	@sh packaging/set-up.sh test
	.venv/bin/python -m tests.faults
	FAULT_ROUNDS=20 .venv/bin/pytest --timeout=3600 tests/faults/test_model.py tests/faults/test_races.py

# Ten thousand new examples for every reader of foreign data; takes an hour.
fuzz:
	@sh packaging/set-up.sh test
	.venv/bin/pytest tests/fuzz -n 2 --hypothesis-profile=thorough --timeout=7200

# A working day in ten minutes, judged and printed; then everything in the window opened and closed
# two hundred times, half an hour or more. ENDURANCE="2 7" takes two minutes, with the seed 7.
endurance:
	@sh packaging/set-up.sh test
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.endurance $(ENDURANCE)
	LEAK_ROUNDS=100 .venv/bin/pytest tests/endurance --timeout=14400

# Measures the application beside the least that the same work costs, and prints one table; a dozen
# minutes. BENCH="autotask customers" measures those groups only, BENCH="--write README.md" keeps
# the table in the README.
bench:
	@sh packaging/set-up.sh test
	@[ -x .venv-bench/bin/python ] || .venv/bin/python -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check \
	    -r tests/benchmarks/reference.txt || \
	    { echo "Compared with plain GETs: py-autotask is not to be had."; rm -rf .venv-bench; }
	.venv/bin/python -m tests.benchmarks $(BENCH)

# A picture of every screen; PICTURES="--dark --scale 2" takes them so, --help tells what else.
pictures:
	@sh packaging/set-up.sh test
	.venv/bin/python -m tests.support.pictures pictures $(PICTURES)

# The one-folder application, a portable tar.gz and a .deb in dist/; as root, with debootstrap, the
# .deb is tried in a bare Debian.
package:
	sh packaging/linux/build.sh
	@if [ "$$(id -u)" = 0 ] && command -v debootstrap >/dev/null; then \
	    sh packaging/linux/try-deb.sh dist/bcautotask-gui_*.deb; \
	else \
	    echo "Not tried in a bare Debian: that needs root and debootstrap."; \
	fi

# Keeps the versions of requirements.lock where pyproject.toml allows; remove the file first to
# take the newest of each. Needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras \
	    --no-header --no-emit-index-url --constraint packaging/lock-constraints.txt \
	    pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv .venv-bench build dist tour pictures .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache
