"""What numbers can be of."""

from enum import StrEnum


class Topic(StrEnum):
    """What is being asked for or given."""

    CARD = "card"
    CODE = "code"
    EXPIRY = "expiry"
    BANK = "bank"
    SOCIAL = "social"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH = "birth"
    BIRTHDAY = "birthday"
    ENDING = "ending"
    ASIDE = "aside"
    QUESTION = "question"
    ANYTHING = "anything"
    AMOUNT = "amount"
    ORDINARY = "ordinary"
