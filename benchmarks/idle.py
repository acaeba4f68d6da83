"""What listening costs while nobody speaks: two minutes of digital silence, then of the faint noise of a line.

    python -m benchmarks.idle [--minutes 2]

From the root of a checkout. Each runs at real pace through the live runner, in a process of its own.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import soundfile

from benchmarks.live import listen

RATE_HZ = 16000
LINE_NOISE = 10 ** (-72 / 20)
"""RMS of full scale; telephone lines hiss at about -72 dBFS."""


def main() -> None:
    """Print the processor seconds per call second of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=2.0)
    options = parser.parse_args()
    shape = (round(options.minutes * 60 * RATE_HZ), 2)
    hiss = np.random.default_rng(7).normal(0.0, LINE_NOISE, shape)
    with tempfile.TemporaryDirectory() as folder:
        for name, samples in (("digital silence", np.zeros(shape)), ("line noise", hiss)):
            call = Path(folder) / "call.wav"
            soundfile.write(call, samples, RATE_HZ, subtype="PCM_16")
            cost = listen(call, model="tiny.en").cost
            print(f"{name}: {cost['per_second']:.3f} processor seconds per call second, {cost['peak_mb']:.0f} MB")


if __name__ == "__main__":
    main()
