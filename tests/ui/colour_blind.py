"""How colours look to eyes that miss one kind of cone, and how far two of them are apart then."""

import math
from collections.abc import Callable

from PySide6.QtGui import QColor

from tests.ui.contrast import linear

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

NOTICED = 2.3
"""The least difference (CIE76) that people see between two colours beside each other: Mahy et al., 1994."""

_AS_IT_IS: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
EYES: dict[str, Matrix] = {
    "all cones": _AS_IT_IS,
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Matrices for linear RGB at severity 1.0.

G. M. Machado, M. M. Oliveira and L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
Deficiency. IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, pages 1291 to 1298; the table of the
authors at https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html.
"""

_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)
"""sRGB after IEC 61966-2-1, under D65."""


def apart(one: str, other: str, eyes: str) -> float:
    """The difference of two colours to such eyes: CIE76, the distance in CIELAB."""
    return math.dist(_seen(one, EYES[eyes]), _seen(other, EYES[eyes]))


def _seen(colour: str, eyes: Matrix) -> Triple:
    """The colour in CIELAB, as such eyes see it."""
    seen = _times(eyes, linear(QColor(colour)), lambda part: min(1.0, max(0.0, part)))
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: Matrix, vector: Triple, then: Callable[[float], float] = float) -> Triple:
    first, second, third = (then(sum(a * b for a, b in zip(row, vector, strict=True))) for row in matrix)
    return first, second, third


def _root(part: float) -> float:
    """The cube root, straight near black."""
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
