"""Trains what weighs the rules of masking, word by word, and writes it to assets/masking.

    pip install -e .[training]
    python -m benchmarks.train_tagger tests/data/masking/*.json

The first three layers of the sentence model are trained anew on the calls that people wrote down. The verdict of the
rules is not learned from: they were mended by the same calls and are right there. Each call is met twice, mostly with
other digits that are grouped and said otherwise, some without signs or with words that were not heard. A word sees its
own turn and those before it. Files in `APART` are left out to measure by. Takes 15 to 20 minutes on two processors.

How good it is where nothing was learned is told by leaving files out here, and measuring them with benchmarks.masking
and the rules as they were before they were mended by them.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from app.adapters.masking_tagger import BIAS, HEAD, LAYERS, TurnReader
from app.compose import MASKING_WEIGHTS, SENTENCE_VOCABULARY
from app.paths import bundled
from benchmarks.heat.states import original_layers
from benchmarks.heat.tuning import Params, dropped, encode
from benchmarks.heat.writing import packed_layers
from benchmarks.tags.lines import Call, calls_of
from benchmarks.tags.rewording import Rewording
from benchmarks.tags.rows import Batch, Floats, Row, RowMaker

APART = frozenset({"thirtyfirst", "thirtyfifth"})
TRAINED = (0, 1, 2)
EPOCHS, SIZE, RATE, HEAD_RATE, AS_WRITTEN = 2, 32, 2.5e-4, 5.0, 0.2
"""Passes, calls at once, the highest rate, how much faster the head learns; share of calls left as they are."""

_CHUNK = 60


def main() -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=bundled(*MASKING_WEIGHTS), help="write it here instead")
    options = parser.parse_args()
    calls = list(calls_of([file for file in options.files if file.stem not in APART]))
    maker, random = RowMaker(TurnReader(bundled(*SENTENCE_VOCABULARY))), Random(0)
    params = tuned(original_layers(TRAINED), len(calls), partial(rows_of, calls, maker, random), maker.batch)
    write(options.out, params)


def rows_of(calls: Sequence[Call], maker: RowMaker, random: Random) -> list[Row]:
    """Each call once, mostly told anew."""
    return [maker.row(call if random.random() < AS_WRITTEN else Rewording.drawn(random).told(call)) for call in calls]


def tuned(
    layers: Mapping[str, Floats], count: int, rows: Callable[[], list[Row]], batch_of: Callable[[Sequence[Row]], Batch]
) -> dict[str, npt.NDArray[np.float32]]:
    """Layers and head after `EPOCHS` passes over `count` rows that are made anew for each; prints the loss at times."""
    random = np.random.default_rng(0)
    head = {HEAD: random.normal(scale=0.02, size=(384, 1)), BIAS: np.full(1, -1.0)}
    params: Params = {name: jnp.asarray(value, jnp.float32) for name, value in {**layers, **head}.items()}
    steps = EPOCHS * (count // SIZE)
    teacher = _teacher(params, steps)
    state, key = teacher.init(params), jax.random.PRNGKey(0)

    def step(
        params: Params, state: optax.OptState, batch: Batch, key: jax.Array
    ) -> tuple[Params, optax.OptState, jax.Array]:
        loss, slopes = jax.value_and_grad(_loss)(params, batch, key)
        updates, state = teacher.update(slopes, state, params)
        return optax.apply_updates(params, updates), state, loss

    fast = jax.jit(step)
    for number, some in zip(range(steps), _batches(rows, random), strict=False):
        key, now = jax.random.split(key)
        params, state, loss = fast(params, state, batch_of(some), now)
        if number % 50 == 0:
            print(f"  step {number} of {steps}, loss {float(loss):.2f}", flush=True)
    return {name: np.asarray(value) for name, value in params.items()}


def _teacher(params: Params, steps: int) -> optax.GradientTransformation:
    rate = optax.warmup_cosine_decay_schedule(0.0, RATE, steps // 12 + 1, steps, RATE / 20)
    decays = {name: value.ndim > 1 for name, value in params.items()}
    return optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(rate, weight_decay=0.01, mask=decays),
        optax.masked(optax.scale(HEAD_RATE), {name: name in {HEAD, BIAS} for name in params}),
    )


def _loss(params: Params, batch: Batch, key: jax.Array) -> jax.Array:
    """Binary cross-entropy of the log-odds of tokens, weighed, summed over each call."""
    embedded, seen, hidden, weights = batch
    states = encode(params, jnp.asarray(embedded), seen, key)
    odds = (dropped(states, jax.random.fold_in(key, 99)) @ params[HEAD])[..., 0] + params[BIAS]
    each = jnp.maximum(odds, 0) - odds * hidden + jnp.log1p(jnp.exp(-jnp.abs(odds)))
    return (each * weights).sum() / len(embedded)


def _batches(rows: Callable[[], list[Row]], random: np.random.Generator) -> Iterator[list[Row]]:
    """Endless batches of rows of like length, each row once a round; what a round leaves over is left out."""
    while True:
        made = rows()
        order = random.permutation(len(made))
        rounds = [
            sorted(order[at : at + SIZE * _CHUNK], key=lambda row: len(made[row].ids))
            for at in range(0, len(order), SIZE * _CHUNK)
        ]
        batches = [chunk[at : at + SIZE] for chunk in rounds for at in range(0, len(chunk) - SIZE + 1, SIZE)]
        random.shuffle(batches)
        yield from ([made[row] for row in batch] for batch in batches)


def write(file: Path, params: Mapping[str, Floats]) -> None:
    """Layers packed to 8 bits, and the head."""
    file.parent.mkdir(exist_ok=True)
    layers = {name: value for name, value in params.items() if "/" in name}
    arrays = {LAYERS + name: array for name, array in packed_layers(layers).items()}
    head, bias = params[HEAD][:, 0], np.array(params[BIAS][0])
    np.savez_compressed(file, allow_pickle=False, **{HEAD: head, BIAS: bias}, **arrays)


if __name__ == "__main__":
    main()
