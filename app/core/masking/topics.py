"""Which topic words name, by what stands around them."""

import re

from app.core.masked_spans import Label
from app.core.masking.context import Context
from app.core.masking.cue_topics import Topic
from app.core.masking.cues import Cue
from app.core.masking.numbers import Run, Speech
from app.core.masking.tokens import Sort

LABELS = {
    Topic.CARD: Label.CARD,
    Topic.CODE: Label.CODE,
    Topic.EXPIRY: Label.CODE,
    Topic.BANK: Label.ACCOUNT,
    Topic.SOCIAL: Label.NATIONAL_ID,
    Topic.EMAIL: Label.EMAIL,
    Topic.PHONE: Label.PHONE,
    Topic.BIRTH: Label.BIRTH_DATE,
    Topic.BIRTHDAY: Label.BIRTH_DATE,
}
"""What is hidden, and behind which label."""
SENSITIVE = frozenset({Topic.CARD, Topic.CODE, Topic.BANK, Topic.SOCIAL, Topic.PHONE})
"""Topics of which numbers are asked, no dates and no addresses."""
HARMLESS = frozenset({Topic.ORDINARY, Topic.AMOUNT, Topic.ENDING, Topic.QUESTION, Topic.ANYTHING})
"""Topics whose numbers stay."""
PLAIN = frozenset({Topic.ORDINARY, Topic.AMOUNT})
"""Of these, what is named by its own words."""
_CUE_BEHIND = 12
"""A cue belongs to what follows it where that begins within so many letters."""
_LONG_CUE = 20
_CLOSE, _CODE = 4, 3
_BEFORE_A_CUE = re.compile(
    r"\W*(?:[A-D]\W+)?(?:(?:is|was|that's|that is|as|for|being|are)\b)?(?: ?(?:my|the|your|our|a|on|it)\b)*\W*",
    re.IGNORECASE,
)
_THREE = re.compile(r"\b(?:three|3)\b", re.IGNORECASE)
"""Of a card only the security code has so many digits."""
_THAT_IS = re.compile(r"\bthat(?:'s| is)\b", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:is|was|that's|as|being|for)\b", re.IGNORECASE)
_NOT_THE = re.compile(r"\b(?:not|rather than|instead of) (?:the |your |my |a )?\Z", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:what|which|where|is there|can you (?:read|see))\b[^.?!]*\?", re.IGNORECASE)
_BARE_QUESTION = re.compile(
    r"\b(?:the|your|that|this|a|what) (?:long |whole |full |other )?numbers?"
    r"(?: (?:please|now|then|again|there))?(?:, \w+)?\?",
    re.IGNORECASE,
)
_HAS_NONE = re.compile(
    r"\b(?:don't|do not|doesn't|didn't|haven't|hasn't|never)(?: even| actually| really)? (?:have|had|got|use|own|get)"
    r"(?: got)? (?:an? |any )?\Z",
    re.IGNORECASE,
)
_ON_FILE = re.compile(r" (?:for|from|here|on (?:file|here|record|the)|yet|listed|down|at the moment)\b", re.IGNORECASE)
"""Who has no number of somebody's asks for it."""
_OF = re.compile(
    r"(?:'s)?(?: ?,? ?(?:exactly |just )?(?:as|like|the way)(?: it(?:'s| is| appears| shows| says)?)?"
    r"(?: (?:shown|printed|written|given|stated|per))?)?"
    r" ?(?:(?:i|we|you|they)(?:'ve)? (?:have|got|see)(?: got| here| down)*)?"
    r"(?: (?:top|bottom|left|right|hand|corner|side|edge))*"
    r" ?(?:on|for|of|with|in|from|at|to)?(?: (?:the|your|my|this|that|our))? ?",
    re.IGNORECASE,
)
_FOR = re.compile(r"[^.?!,:\d]{0,40}\b(?:for|against|towards|under) (?:(?:the|your|this|that|a) )?", re.IGNORECASE)
_PAYING = re.compile(
    r"\b(?:payment|pay|paying|deposit|card)\b[^.?!,:\d]{0,30}\b(?:for|against|towards|on)"
    r" (?:(?:the|your|this|that|a) )?\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\W*(?:on|across|along|off|from) (?:the )?(?:front|face|middle)", re.IGNORECASE)
_OTHER_CODE = re.compile(r"(?:the )?code(?:'s| is)?", re.IGNORECASE)
"""Beside a card it is the card's."""
_BARE = re.compile(r"(?:\A|[.,?!:]|\b(?:is|and|so|yes|yeah|okay|um|uh))\s*\Z", re.IGNORECASE)
_CARD = re.compile(r"\b(?:card|visa|mastercard|amex|signature|strip|white box)\b", re.IGNORECASE)
_BACKS_TOO = re.compile(
    r"\b(?:fridge|freezer|box|router|machine|device|boiler|oven|tv|telly|laptop|washer|dryer|modem|hub|remote|unit"
    r"|loader|washing|kilos|cooker|heater|inverter|panels|sticker|model|serial|label|appliance)\b",
    re.IGNORECASE,
)
"""Not only cards have numbers on the back."""
_EXPIRES_TOO = re.compile(
    r"\b(?:contract|warrant|guarantee|offer|policy|policies|passport|licen[sc]e|voucher|coupon|subscription|food|milk"
    r"|points|miles|ticket|deal|price|quote|lease|mot|insurance|promo|trial|member(?! since)|permit|certificate"
    r"|(?:travel|tourist|student|work|entry|visitor) visa|my visa,? (?:the|expires (?:in|on) (?!oh|zero|\d)|runs)"
    r"|medic|tablets|plan|gift|bus\b|pass\b|railcard|inhaler|pills|cream|drops"
    r"|credit(?! card)|status|tier|season|allowance|roaming|tenancy|registration|bundle|bonus"
    r"|tariff|fix|discount|cover|notice|battery|domain|link|password|parking)",
    re.IGNORECASE,
)
"""Not only cards expire."""
_EXPIRED_ON = re.compile(
    r"(?:expired|(?<=went )out of date) (?:back )?(?:on|in|last)(?: the)?"
    r" (?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\w+day\b|week|month|year|\w+(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_OF_THE_CARD = re.compile(r" (?:on|of|for) (?:the|your|my|that|this) (?:\w+ )?card\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:cards?|accounts?|ones?|visa|master ?card|amex|debit|credit)(?:,? (?:that|which))?(?:'s)? \Z", re.IGNORECASE
)
"""As in "the card ending in": what is told is the end of it and no more."""
_SAID_TO_THE_END = re.compile(r"\W*(?:(?:please|then|now|there)\W*)*\Z", re.IGNORECASE)
_SECRET = re.compile(r"\b(?:don't|do not|never) (?:share|give|tell|disclose)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:how|what|when)\b", re.IGNORECASE)
"""What begins so asks for a number and names none before it."""
_INSTEAD = re.compile(r"\b(?:before|after|without|besides|than|not|of|as well as) \Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!]")
_ANY_NUMBER = re.compile(
    r"what.*|and (?:then|the rest)\?|so far|(?:first|second|third|fourth|next|other|middle|last|remaining)"
    r" (?:block|group|set|chunk|lot|bit|part|two|four|six|eight|[2468])(?: (?:digits|numbers|of .*))?",
    re.IGNORECASE,
)
"""Asks for more of the number that is being told, whatever it is of."""
_ASKING = re.compile(
    r", (?:will|would|does|do|can|could|is (?:it|that) (?:ok|okay|alright|all right|fine|enough|still|good))\b",
    re.IGNORECASE,
)


def topic_named(cue: Cue, speech: Speech, context: Context) -> Topic | None:
    """The topic that a cue brings up, None where the one before stays."""
    if _is_aside(cue, speech, context):
        return None
    is_bare = _SAID_TO_THE_END.match(speech.text, cue.end) is not None and context.topic not in PLAIN
    if cue.topic is Topic.ENDING and (context.with_card or is_bare) and _THREE.search(speech.text, cue.start, cue.end):
        return Topic.CODE
    is_told = context.topic in PLAIN and cue.topic in {Topic.ENDING, Topic.QUESTION}
    if is_told or (cue.topic is Topic.QUESTION and (context.topic in LABELS or context.is_unfinished)):
        return None
    if cue.topic is Topic.CARD and context.topic in LABELS and _ANY_NUMBER.fullmatch(speech.text[cue.start : cue.end]):
        return None
    if cue.topic in {*PLAIN, Topic.CARD, Topic.SOCIAL} and _is_of_what_was_named(cue, speech, context):
        return None
    return Topic.ORDINARY if _is_of_another_thing(cue, speech, context) else cue.topic


def topic_behind(run: Run, speech: Speech, topic: Topic | None) -> Topic | None:
    """The topic that words behind a number name: "12345678 is my account number"; None where there are none.

    A number of an ordinary thing needs more than words beside it.
    """
    cue = _cue_behind(run, speech)
    if cue is None or cue.topic is Topic.ASIDE:
        return None
    if cue.topic in HARMLESS and _ASKS.match(speech.text, cue.start):
        return None
    if cue.topic in {Topic.CARD, Topic.CODE} and _is_of_a_device(speech):
        return None
    if cue.topic is Topic.EXPIRY and speech.text[run.start - 1 : run.start].isalpha():
        return None
    between = speech.text[run.end : cue.start]
    if cue.topic in HARMLESS and _SENTENCE_END.search(between):
        return None
    is_named = _NAMING.search(between) is not None
    return cue.topic if is_named or topic not in PLAIN else None


def is_question(text: str) -> bool:
    """Whether something is asked that nobody hides: here no cue is looked for, and "the number?" is no such thing."""
    return _QUESTION.search(text) is not None and _BARE_QUESTION.search(text) is None


def _cue_behind(run: Run, speech: Speech) -> Cue | None:
    numbers = [other.start for other in speech.runs]
    numbers += [token.start for token in speech.tokens if token.sort is Sort.LABEL]
    for cue in speech.cues:
        if cue.start >= run.end and _BEFORE_A_CUE.fullmatch(speech.text[run.end : cue.start]):
            is_ahead = any(cue.end <= start < cue.end + _CUE_BEHIND for start in numbers)
            return cue if not is_ahead or _THAT_IS.search(speech.text, run.end, cue.start) else None
    return None


def _is_aside(cue: Cue, speech: Speech, context: Context) -> bool:
    """Whether a cue tells nothing of the numbers behind it."""
    if cue.topic is Topic.CARD and context.topic in PLAIN and _INSTEAD.search(speech.text[: cue.start]):
        return True
    if cue.topic is Topic.ENDING and context.given == 0 and _ENDS.search(speech.text[: cue.start]):
        return False
    is_short = cue.end - cue.start < _LONG_CUE
    goes_on = context.is_unfinished or (context.topic in SENSITIVE and is_short)
    if cue.topic is Topic.ASIDE or (cue.topic is Topic.ENDING and goes_on):
        return True
    if cue.topic in {*PLAIN, Topic.QUESTION} and _is_for_payment(cue, speech):
        return True
    return cue.topic in SENSITIVE and _is_not_had(cue, speech)


def _is_of_what_was_named(cue: Cue, speech: Speech, context: Context) -> bool:
    """Whether a thing, a place on it or a paper belongs to the topic before: "the phone number on the order"."""
    if cue.topic is Topic.SOCIAL:
        return context.topic in {Topic.BIRTH, Topic.BIRTHDAY} and _is_of_the_last(cue, speech)
    before = [other.topic for other in speech.cues if other.end <= cue.start]
    is_place = before[-1:] == [Topic.ORDINARY] and _PLACE.match(speech.text, cue.start) is not None
    if (context.topic in LABELS or is_place) and _is_of_the_last(cue, speech):
        return True
    if cue.topic is Topic.CARD or context.topic not in LABELS:
        return False
    is_paid_for = context.topic is Topic.CARD and _is_paid_for(cue, speech)
    return is_paid_for or _NOT_THE.search(speech.text[: cue.start]) is not None


def _is_paid_for(cue: Cue, speech: Speech) -> bool:
    """As in "which card should I charge for the booking?"."""
    ends = [other.end for other in speech.cues if other.end <= cue.start and other.topic is Topic.CARD]
    return bool(ends) and _FOR.fullmatch(speech.text[ends[-1] : cue.start]) is not None


def _is_for_payment(cue: Cue, speech: Speech) -> bool:
    """As in "can I take a payment for the reservation?", where no number of it follows."""
    is_followed = any(run.start >= cue.end for run in speech.runs)
    return not is_followed and _PAYING.search(speech.text[: cue.start]) is not None


def _is_not_had(cue: Cue, speech: Speech) -> bool:
    """As in "I don't have a routing number"."""
    is_none = _HAS_NONE.search(speech.text[: cue.start]) is not None
    return is_none and _ON_FILE.match(speech.text, cue.end) is None


def _is_of_the_last(cue: Cue, speech: Speech) -> bool:
    """As in "the phone number on the order"."""
    ends = [other.end for other in speech.cues if other.end <= cue.start]
    return bool(ends) and _OF.fullmatch(speech.text[ends[-1] : cue.start]) is not None


def _is_of_another_thing(cue: Cue, speech: Speech, context: Context) -> bool:
    """Contracts expire too, and others than cards have codes."""
    if cue.topic is Topic.EXPIRY:
        if _EXPIRED_ON.match(speech.text, cue.start) and not context.with_card and not _CARD.search(speech.text):
            return True
        if _OF_THE_CARD.match(speech.text, cue.end):
            return False
        is_known = context.topic is Topic.ORDINARY and not context.with_card
        return is_known or _EXPIRES_TOO.search(_without_question(cue, speech)) is not None
    if cue.topic in {Topic.CARD, Topic.CODE} and _BACKS_TOO.search(speech.text):
        return _is_of_a_device(speech) and not context.with_card
    return cue.topic is Topic.CODE and _is_another_code(cue, speech, context)


def _without_question(cue: Cue, speech: Speech) -> str:
    """As "it expires in June" of "it expires in June, will that cover the subscription?"."""
    question = _ASKING.search(speech.text, cue.end)
    return speech.text[: question.start()] if question else speech.text


def _is_of_a_device(speech: Speech) -> bool:
    """Whether something is named that has numbers on its back too, and no card."""
    return _BACKS_TOO.search(speech.text) is not None and _CARD.search(speech.text) is None


def _is_another_code(cue: Cue, speech: Speech, context: Context) -> bool:
    said = speech.text[cue.start : cue.end]
    if context.topic is Topic.ORDINARY and said.casefold().endswith(("back", "reverse")):
        return True
    expires = any(other.topic is Topic.EXPIRY for other in speech.cues)
    is_secret = _SECRET.search(speech.text, cue.end) is not None
    is_of_card = context.with_card or context.near is Topic.BANK or is_secret or expires or _is_read_out_at(cue, speech)
    return _OTHER_CODE.fullmatch(said) is not None and not is_of_card


def _is_read_out_at(cue: Cue, speech: Speech) -> bool:
    """Whether three digits follow, said one by one, as many as a card's code has; "colour code" is another."""
    if not _BARE.search(speech.text[: cue.start]):
        return False
    return any(0 <= run.start - cue.end < _CLOSE and len(run) == len(run.pieces) == _CODE for run in speech.runs)
