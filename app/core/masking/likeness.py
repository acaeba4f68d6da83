"""Whether digits are a known number's, or nearly, and whether they hold a card's or a device's."""

from collections.abc import Sequence

from app.core.masking.checks import is_card
from app.core.masking.fitting import ACCOUNT_DIGITS

CARD_DIGITS = range(13, 20)
_AMEX_DIGITS, _AMEX = 15, ("34", "37")
_ISSUERS = "23456"
"""How the cards begin that `is_card` knows."""
_DEVICES = "35"
"""How the numbers of most phones begin; cards that begin so have a digit more."""
_GROUP, _MOST_STRAY = 4, 2


def is_again(digits: str, known: str) -> bool:
    """Whether it is a known number or a part of it, of a long one also with a digit that was misheard."""
    is_long = len(digits) == len(known) >= ACCOUNT_DIGITS
    return digits in known or (is_long and sum(one != other for one, other in zip(digits, known, strict=True)) == 1)


def is_group_out_of_order(digits: str, card: str) -> bool:
    """Four digits of a card's number that were taken down in another order."""
    groups = [card[at : at + _GROUP] for at in range(0, len(card), _GROUP)]
    return len(card) in CARD_DIGITS and any(sorted(digits) == sorted(group) for group in groups if len(group) == _GROUP)


def holds_card(pieces: Sequence[str]) -> bool:
    """Whether a number is a card's but for a word or two too many at its ends."""
    if not CARD_DIGITS.start <= len("".join(pieces)) <= CARD_DIGITS.stop + ACCOUNT_DIGITS:
        return False
    ends = range(len(pieces) - _MOST_STRAY, len(pieces) + 1)
    return any(is_card("".join(pieces[first:last])) for first in range(_MOST_STRAY + 1) for last in ends)


def may_be_a_device(digits: str) -> bool:
    """The number of a phone (IMEI) has 15 digits with a check digit like a card's."""
    return len(digits) == _AMEX_DIGITS and not digits.startswith(_AMEX)


def is_no_card(digits: str) -> bool:
    """Whether a number is too long to be a part of a card's, and no issuer's begins like it.

    That of a phone (IMEI), a SIM card, a parcel or a meter is, as a rule.
    """
    if len(digits) < CARD_DIGITS.start or _has_card(digits):
        return False
    return digits[0] not in _ISSUERS or (len(digits) == _AMEX_DIGITS and digits.startswith(_DEVICES))


def _has_card(digits: str) -> bool:
    """Whether a card's number is a part of it, whatever stands before and behind."""
    starts = range(len(digits) - CARD_DIGITS.start + 1)
    return any(is_card(digits[start : start + length]) for start in starts for length in CARD_DIGITS)
