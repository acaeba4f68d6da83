"""Trains the last layers of the sentence model, and heads on them, to read heat.

The first layers stay as they are: their states are computed once. What is learned: the emotions that readers named in a
comment, and of an utterance whether it is at least annoyed, angry, furious.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

Floats = npt.NDArray[np.float32]
Params = dict[str, jax.Array]

HEADS = 12
SCALE = 6.0
"""Length of the mean state that the heads read."""

_DROPOUT = 0.1
_SHARED = 0.3
"""How much it weighs that the degrees of heat tell apart comments too."""
_HEAD_RATE = 10.0
_LENGTHS = (16, 24, 32, 48, 64, 128)
_CHUNK = 40
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """States of the tokens (tokens, 384) of each text before the trained layers, and what is to be read in it (0/1).

    `shared`, if there is one, is the answer that stands for every question of the other lesson, each with its own bias.
    """

    states: Sequence[npt.NDArray[np.float16]]
    answers: Floats
    shared: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Log-odds of each answer to a comment (texts, answers) and of each degree of heat (texts, 3)."""

    comments: Floats
    heats: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How it is learned: texts of each lesson in one step, the highest rate, and what chance begins with."""

    comments: int = 40
    utterances: int = 32
    rate: float = 1e-4
    seed: int = 0


def tune(
    layers: Mapping[str, Floats], comments: Lesson, utterances: Lesson, *, epochs: float, course: Course | None = None
) -> dict[str, Floats]:
    """Train layers, named as in `_run`, on `epochs` passes over the comments; prints the loss now and then."""
    course = course or Course()
    random = np.random.default_rng(course.seed)
    steps = int(epochs * len(comments.states) / course.comments)
    params = _start(layers, comments.answers.shape[1], utterances.answers.shape[1], random)
    teacher = _teacher(params, steps, course.rate)
    state, key = teacher.init(params), jax.random.PRNGKey(course.seed)

    loss_of = partial(_loss, shared=comments.shared)

    def step(
        params: Params, state: optax.OptState, batch: tuple[Floats, ...], key: jax.Array
    ) -> tuple[Params, optax.OptState, jax.Array]:
        loss, slopes = jax.value_and_grad(loss_of)(params, batch, key)
        updates, state = teacher.update(slopes, state, params)
        return optax.apply_updates(params, updates), state, loss

    fast = jax.jit(step)
    read, said = _batches(comments, course.comments, random), _batches(utterances, course.utterances, random)
    for number in range(steps):
        key, now = jax.random.split(key)
        params, state, loss = fast(params, state, (*next(read), *next(said)), now)
        if number % 200 == 0:
            print(f"  step {number} of {steps}, loss {float(loss):.2f}", flush=True)
    return {name: np.asarray(value) for name, value in params.items()}


def answer(trained: Mapping[str, Floats], states: Sequence[npt.NDArray[np.float16]]) -> Answers:
    """What trained layers read in texts."""
    params = {name: jnp.asarray(value) for name, value in trained.items()}
    named = np.zeros((len(states), params["comments"].shape[1]), np.float32)
    heats = np.zeros((len(states), params["heats"].shape[1]), np.float32)
    order = sorted(range(len(states)), key=lambda index: len(states[index]))
    read = jax.jit(partial(_run, key=None))
    for first in range(0, len(order), 64):
        rows = order[first : first + 64]
        found = read(params, *_padded([states[row] for row in rows], 64))
        named[rows], heats[rows] = (np.asarray(one)[: len(rows)] for one in found)
    return Answers(comments=named, heats=heats)


def _start(layers: Mapping[str, Floats], comments: int, heats: int, random: np.random.Generator) -> Params:
    heads = {
        "comments": random.normal(scale=0.02, size=(384, comments)),
        "comments_bias": np.full(comments, -3.0),
        "heats": random.normal(scale=0.02, size=(384, heats)),
        "heats_bias": np.zeros(heats),
        "heats_of_comments_bias": np.full(heats, -2.0),
    }
    return {name: jnp.asarray(value, jnp.float32) for name, value in {**layers, **heads}.items()}


def _teacher(params: Params, steps: int, highest: float) -> optax.GradientTransformation:
    rate = optax.warmup_cosine_decay_schedule(0.0, highest, steps // 10 + 1, steps, highest / 20)
    decays = {name: value.ndim > 1 for name, value in params.items()}
    faster = {name: name.startswith(("comments", "heats")) for name in params}
    return optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(rate, weight_decay=0.01, mask=decays),
        optax.masked(optax.scale(_HEAD_RATE), faster),
    )


def _loss(params: Params, batch: tuple[Floats, ...], key: jax.Array, shared: int | None) -> jax.Array:
    read, read_mask, named, said, said_mask, hot = batch
    first, second = jax.random.split(key)
    answers, heats_of_comments = _run(params, read, read_mask, first)
    _, heats = _run(params, said, said_mask, second)
    own = _surprise(answers, named) + _surprise(heats, hot)
    if shared is None:
        return own
    moved = heats_of_comments - params["heats_bias"] + params["heats_of_comments_bias"]
    return own + _SHARED * _surprise(moved, named[:, shared : shared + 1])


def _surprise(odds: jax.Array, truth: Floats) -> jax.Array:
    """Binary cross-entropy of log-odds, summed over the questions, mean over the texts."""
    each = jnp.maximum(odds, 0) - odds * truth + jnp.log1p(jnp.exp(-jnp.abs(odds)))
    return each.sum(axis=-1).mean()


def _run(params: Params, states: Floats, mask: Floats, key: jax.Array | None) -> tuple[jax.Array, jax.Array]:
    """BERT's layers from the first trained one, the mean of the states, and the heads on it."""
    hidden = encode(params, jnp.asarray(states), mask[:, None, None, :], key)
    mean = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    mean = dropped(SCALE * mean / jnp.linalg.norm(mean, axis=-1, keepdims=True), key)
    return mean @ params["comments"] + params["comments_bias"], mean @ params["heats"] + params["heats_bias"]


def encode(params: Params, hidden: jax.Array, seen: jax.Array | Floats, key: jax.Array | None) -> jax.Array:
    """BERT's layers (Devlin et al. 2019), those of them that are among `params` ("4/query").

    `seen` is 1 where a token sees another, of a shape that goes with (texts, heads, tokens, tokens).
    """
    for layer in sorted({name.split("/")[0] for name in params if "/" in name}):
        own = {name.split("/")[1]: value for name, value in params.items() if name.startswith(f"{layer}/")}
        keys = (None, None) if key is None else jax.random.split(jax.random.fold_in(key, int(layer)))
        attended = _attend(own, hidden, seen) @ own["attended"] + own["attended_bias"]
        hidden = _normal(hidden + dropped(attended, keys[0]), own["first_scale"], own["first_shift"])
        wide = jax.nn.gelu(hidden @ own["wide"] + own["wide_bias"], approximate=False)
        narrow = wide @ own["narrow"] + own["narrow_bias"]
        hidden = _normal(hidden + dropped(narrow, keys[1]), own["second_scale"], own["second_shift"])
    return hidden


def _attend(own: Params, hidden: jax.Array, seen: jax.Array | Floats) -> jax.Array:
    count, length, width = hidden.shape

    def split(name: str) -> jax.Array:
        parts = hidden @ own[name] + own[f"{name}_bias"]
        return parts.reshape(count, length, HEADS, width // HEADS).transpose(0, 2, 1, 3)

    closeness = split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(width // HEADS)
    shares = jax.nn.softmax(closeness + (1 - seen) * -1e9, axis=-1)
    return (shares @ split("value")).transpose(0, 2, 1, 3).reshape(count, length, width)


def _normal(values: jax.Array, scale: jax.Array, shift: jax.Array) -> jax.Array:
    off = values - values.mean(axis=-1, keepdims=True)
    return off / jnp.sqrt((off**2).mean(axis=-1, keepdims=True) + _EPSILON) * scale + shift


def dropped(values: jax.Array, key: jax.Array | None) -> jax.Array:
    """Values as they are learned from: some at random are left out."""
    if key is None:
        return values
    return values * jax.random.bernoulli(key, 1 - _DROPOUT, values.shape) / (1 - _DROPOUT)


def _padded(states: Sequence[npt.NDArray[np.float16]], count: int) -> tuple[Floats, Floats]:
    length = next(length for length in _LENGTHS if length >= max(len(one) for one in states))
    padded, mask = np.zeros((count, length, states[0].shape[1]), np.float32), np.zeros((count, length), np.float32)
    mask[len(states) :, 0] = 1
    for row, one in enumerate(states):
        padded[row, : len(one)], mask[row, : len(one)] = one, 1
    return padded, mask


def _batches(lesson: Lesson, size: int, random: np.random.Generator) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Endless batches of texts of like length, each text once a round."""
    lengths = np.array([len(one) for one in lesson.states])
    while True:
        order = random.permutation(len(lengths))
        rounds = [
            sorted(order[at : at + size * _CHUNK], key=lengths.__getitem__)
            for at in range(0, len(order), size * _CHUNK)
        ]
        batches = [chunk[at : at + size] for chunk in rounds for at in range(0, len(chunk) - size + 1, size)]
        random.shuffle(batches)
        for rows in batches:
            yield (*_padded([lesson.states[row] for row in rows], size), lesson.answers[rows])
