"""Numbers that prove themselves by their digits."""

_IBAN_CHECK = 97
_LUHN_DOUBLES = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_SHORTEST_CARD = 13
_CARDS = (
    # Issuers' first digits and lengths (ISO/IEC 7812; the issuers' own ranges).
    (("4",), (13, 16, 19)),
    (tuple(str(n) for n in (*range(51, 56), *range(2221, 2721))), (16,)),
    (("34", "37"), (15,)),
    (("6011", "65", *(str(n) for n in range(644, 650)), "62"), (16, 17, 18, 19)),
    (("36", "38", "39", *(str(n) for n in range(300, 306))), (14, 16, 17, 18, 19)),
    (tuple(str(n) for n in range(3528, 3590)), (16, 17, 18, 19)),
    (("50", *(str(n) for n in range(56, 70))), (13, 14, 15, 16, 17, 18, 19)),
)


def has_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812-1."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += _LUHN_DOUBLES[int(digit)] if place % 2 else int(digit)
    return total % 10 == 0


def is_card(digits: str) -> bool:
    """Whether an issuer gives out cards of this beginning and length, and the check digit is right."""
    if len(digits) < _SHORTEST_CARD or not has_luhn(digits):
        return False
    return any(len(digits) in lengths and digits.startswith(beginnings) for beginnings, lengths in _CARDS)


def is_iban(text: str) -> bool:
    """Whether letters and digits are an account's international number (ISO 13616)."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    moved = plain[4:] + plain[:4]
    return int("".join(str(int(letter, 36)) for letter in moved)) % _IBAN_CHECK == 1
