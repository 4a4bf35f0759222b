"""Runs the scripts in a folder and compares both sides with what Gradlens found.

    SCRIPTS_TO=/tmp/scripts npx mocha dist/test/unit/script/*.test.js && python3 test/oracle/run_scripts.py /tmp/scripts
"""
import contextlib
import io
import json
import pathlib
import re
import sys

import numpy as np

# Central differences of second derivatives keep this many digits; automatic differentiation keeps them all.
LIMITS = {'numpy': 1e-5, 'pytorch': 1e-9}


def run(path):
    """The largest relative error of either side."""
    code = path.read_text()
    found = re.search(r'# Gradlens: (.*) on the left, (.*) on the right\.', code)
    scope = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, path.name, 'exec'), scope)
    return max(gap(json.loads(text), scope[side]) for text, side in zip(found.groups(), ('left', 'right')))


def gap(expected, value):
    value = value.detach().numpy() if hasattr(value, 'detach') else value
    expected, value = np.ravel(expected), np.ravel(value).astype(float)
    assert expected.shape == value.shape, (expected, value)
    return np.abs(expected - value).max() / max(1e-3, np.abs(expected).max())


def main(folder):
    failed = 0
    worst = dict.fromkeys(LIMITS, 0.0)
    paths = sorted(pathlib.Path(folder).glob('*.py'))
    for path in paths:
        library = path.stem.rsplit('-', 1)[1]
        try:
            error = run(path)
            assert error < LIMITS[library], f'off by {error}'
            worst[library] = max(worst[library], error)
        except Exception as problem:
            failed += 1
            print(f'{path.name}: {type(problem).__name__} {problem}')
    print(f'{len(paths)} scripts, {failed} failed; largest relative error', worst)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
