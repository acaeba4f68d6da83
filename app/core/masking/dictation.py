"""Whether a number that nothing names is being dictated: read out, with nothing else in its sentence."""

from app.core.masking.context import Context
from app.core.masking.numbers import Speech
from app.core.masking.shapes import Shape

_LEAST, _LEAST_WITH_ZERO, _LEAST_BEGUN, _LEAST_IN_PARTS = 4, 3, 2, 6
_LEAST_GROUPS, _LEAST_OF_GROUPS = 2, 7


def are_groups(speech: Speech) -> bool:
    """Whether some numbers of a text have nothing beside them in their sentences: the groups of one."""
    if len(speech.runs) < _LEAST_GROUPS:
        return False
    alone = [len(run) for run in speech.runs if len(run) >= _LEAST_WITH_ZERO and _is_alone(Shape(speech, run))]
    return len(alone) >= _LEAST_GROUPS and sum(alone) >= _LEAST_OF_GROUPS


def _is_alone(shape: Shape) -> bool:
    return shape.is_a_clause and not (shape.is_ordinary or shape.is_quantity or shape.is_date or shape.is_full_year)


def is_dictated(shape: Shape, context: Context, whole: str, *, goes_on: bool, in_groups: bool) -> bool:
    """Whether a number is told as nobody tells but what others write down.

    While one is told, or where a card, an account or a phone was spoken of, two digits by themselves are enough.
    """
    if shape.is_full_year and not context.is_unfinished:
        return False
    if context.is_unfinished or context.near:
        return _is_group(shape, context)
    if in_groups and len(shape) >= _LEAST_WITH_ZERO and _is_alone(shape):
        return True
    if goes_on and shape.is_read_out and shape.begins_a_clause and len(whole) >= _LEAST_IN_PARTS:
        return True
    least = _LEAST_WITH_ZERO if whole.startswith("0") else _LEAST
    is_long = shape.is_read_out and len(whole) >= least and not shape.is_ordinary
    return is_long and (shape.is_pure or (shape.is_bare and shape.is_a_clause))


def _is_group(shape: Shape, context: Context) -> bool:
    if context.is_unfinished and shape.is_a_sentence:
        return True
    if len(shape) < _LEAST_BEGUN or (shape.is_ordinary and not context.is_unfinished):
        return False
    if shape.is_in_singles and shape.begins_a_clause and (context.is_unfinished or shape.is_in_a_row):
        return True
    return shape.is_a_clause and (context.is_unfinished or len(shape) >= _LEAST)
