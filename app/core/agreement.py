"""How far several people agree beyond chance: Cohen's and Fleiss' kappa."""

from collections import Counter
from collections.abc import Hashable, Sequence


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Agreement of two people beyond chance, -1..1; None where it is undefined: no pair, or one answer throughout.

    (po - pe) / (1 - pe), where po is the share of pairs that agree and pe what their own shares of each answer give by
    chance. J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960) 37-46.
    """
    count = len(pairs)
    if not count:
        return None
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) / count
    expected = sum(ones[answer] * others[answer] for answer in ones) / count**2
    return _beyond_chance(observed, expected)


def fleiss_kappa(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Agreement of more than two people beyond chance, -1..1; None where it is undefined, as for `cohen_kappa`.

    A unit has one answer of each; raises ValueError where units differ in that, or have fewer than two. The agreement
    of a unit is the share of its pairs that agree, that of chance comes from the shares of each answer over all units.
    J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971) 378-382.
    """
    if not units:
        return None
    raters = len(units[0])
    if raters < 2 or any(len(unit) != raters for unit in units):  # noqa: PLR2004 - one alone agrees with nobody
        raise ValueError("every unit needs an answer of each of at least two people")
    totals = Counter(answer for unit in units for answer in unit)
    observed = sum(map(pairs_agreeing, units)) / len(units)
    expected = sum((total / (len(units) * raters)) ** 2 for total in totals.values())
    return _beyond_chance(observed, expected)


def pairs_agreeing(unit: Sequence[Hashable]) -> float:
    """The share of the pairs of people who gave the same answer, 0..1, of at least two."""
    count = len(unit)
    return sum(same * (same - 1) for same in Counter(unit).values()) / (count * (count - 1))


def _beyond_chance(observed: float, expected: float) -> float | None:
    return None if expected >= 1 else (observed - expected) / (1 - expected)
