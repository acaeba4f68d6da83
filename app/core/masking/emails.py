"""E-mail addresses, written and spoken."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.core.masking.number_words import is_digit_word, is_filler
from app.core.masking.tokens import NAMES_OF_LETTERS, Sort, Token, words_in

PROVIDERS = words_in("""
    gmail googlemail hotmail outlook yahoo icloud aol btinternet protonmail proton ymail comcast
    verizon gmx msn bigpond optusnet virginmedia talktalk sympatico eircom
    """)
_NAME = r"[\w.+-]{1,64}"  # as long as RFC 5321 lets it be; without an end every long word would be tried at length
_WRITTEN = re.compile(
    rf"\b(?:{'|'.join(sorted(PROVIDERS))})\.(?:com|net|org|co\.uk|ca|ie)\b"
    rf"|{_NAME}\s?[@＠]\s?\w[\w-]{{0,62}}(?:\s?(?:\.(?:\s(?-i:(?=[a-z])))?|dot\s?)\w{{1,63}})*",
    re.IGNORECASE,
)
_AT = {"at", "@", "＠"}
_DOTS = {"dot", ".", "period"}
_PROVIDER_ENDS = {"mail", "internet", "media", "talk"}
_NO_DOMAINS = {",", "your", "my", "it", "is", "their", "least"}
_NO_NAMES = words_in(
    "was am is be looking looked look working were work log sign logged signed it you them him her page"
)
JOINTS = {"dot", ".", "underscore", "_", "hyphen", "dash", "-", "plus", "period"}
_SAID_JOINTS = JOINTS - {".", "-", "_"}
_TLDS = words_in("""
    com org net edu gov co uk ie io ca au nz us me info biz de fr eu tv mil nhs ac za ph
    """)
_LONG_TLDS = words_in("app online shop store live email site club cloud dev tech xyz scot wales london mobi coop")
"""Behind a dot that is said; so are all of two letters, each a country's."""
_ASIDES = words_in("""
    all one word lower lowercase case upper uppercase capital no spaces space as in for um uh er erm
    then and the number numbers letter like , symbol sign together so that's with a same joined up
    small em words straight
    """)
_SPELLING = JOINTS | {",", "as", "in", "for", "like", "double"} | NAMES_OF_LETTERS
_NO_NAME = words_in("i he she they we you said says has have with got put write wrote name name's not")
_SAID_OF_IT = words_in("case lowercase uppercase spaces space word together")
"""With these it is told how an address is written."""
_MOST_NAMES = 3
_LONGEST_DOMAIN = 14
_LONGEST_PART = 20
_LONGEST_READ_BACK = 12
_COUNTRY = 2
_BREAKS = {",", ".", "?", "!", ";", "…"}
_LONGEST_ASIDE = 6
_BREATHS = {"um", "uh", "er", "erm"}
_LEADS = words_in("""
    it's is its it to on email e-mail mail me that's address my yes yeah sure okay you at so use the
    was be or try contact send under : um uh . ? !
    """)

_BESIDES = _LEADS | _ASIDES
COMMON = _AT | _DOTS | JOINTS | _ASIDES | _LEADS | _TLDS | PROVIDERS | NAMES_OF_LETTERS


def written_emails(text: str) -> list[tuple[int, int]]:
    """Places of addresses that stand in the text as they are written."""
    return [match.span() for match in _WRITTEN.finditer(text)]


def spoken_emails(tokens: Sequence[Token], asked_from: Sequence[int | None]) -> list[tuple[int, int]]:
    """First and last tokens of addresses as they are spoken.

    For each token `asked_from` says from where on an address may be the answer to a question. All from there on is
    its name, but for the words that lead to it; elsewhere it reaches back over letters, digits and joints, to the word
    before them.
    """
    found = []
    for place, token in enumerate(tokens):
        if token.word in _AT and (last := _domain_end(tokens, place)) is not None:
            begin = asked_from[place]
            first = _name_begin(tokens, place) if begin is None else _answer_begin(tokens, begin, place)
            if place == 0 or (first < place and tokens[place - 1].word not in _NO_NAMES):
                found.append((first, last))
    return found


def spoken_parts(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """First and last token of what looks like a part of an address, in answer to the question for one."""
    places = [n for n, token in enumerate(tokens) if token.sort is not Sort.SIGN and token.word not in _BESIDES]
    if not places or len(places) > _LONGEST_PART:
        return None
    words = {token.word for token in tokens}
    telling = (JOINTS - {".", "-"}) | {"@", "lower", "lowercase"} | PROVIDERS
    said = [token for token in tokens if token.sort is not Sort.SIGN]
    is_written = any(_is_written_dot(tokens, place) for place in range(1, len(tokens) - 1))
    is_written = is_written or _has_joined_digits(tokens)
    is_named = bool(telling & words) or {"one", "word"} <= words or said[-1].word in _AT
    is_part = is_written or is_named or bool(spelled(tokens))
    return (places[0], places[-1]) if is_part else None


def _is_written_dot(tokens: Sequence[Token], place: int) -> bool:
    """As in "dgray.hvac"; no number has such a one."""
    before, dot, behind = tokens[place - 1 : place + 2]
    is_joined = dot.word == "." and before.end == dot.start == behind.start - 1
    return is_joined and before.sort is behind.sort is Sort.WORD


def _has_joined_digits(tokens: Sequence[Token]) -> bool:
    """As in "jpatel84"."""
    sorts = Sort.WORD, Sort.NUMBER
    return any((one.sort, behind.sort) == sorts and one.end == behind.start for one, behind in pairwise(tokens))


def begun_part(tokens: Sequence[Token], behind: int) -> tuple[int, int] | None:
    """First and last token of the beginning of an address that is broken off: "my email is anna dot b, hang on"."""
    first = behind
    while first < len(tokens) and tokens[first].word in _BESIDES:
        first += 1
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].word not in _BREAKS:
        last += 1
    words = [token.word for token in tokens[first : last + 1]]
    is_told = not _SAID_JOINTS.isdisjoint(words[1:-1]) or words[-1:] == ["at"]
    return (first, last) if is_told and len(words) <= _LONGEST_PART else None


def read_back(tokens: Sequence[Token]) -> bool:
    """Whether a part of an address is said again: "R dot Hollowby, was it quickpost?"."""
    return len(tokens) <= _LONGEST_READ_BACK and any(token.word in {"dot", "underscore"} for token in tokens)


def domains(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """First and last tokens of providers with what stands behind their dot."""
    found = []
    for place, token in enumerate(tokens[:-2]):
        if token.word in PROVIDERS and tokens[place + 1].word in _DOTS and tokens[place + 2].word in _TLDS:
            found.append((place, place + 2))
    return found


def has_end(tokens: Sequence[Token]) -> bool:
    """Whether an address is told to its end: its provider, or what stands behind a dot."""
    dots = (place for place in range(2, len(tokens)) if tokens[place - 1].word in _DOTS)
    return any(token.word in PROVIDERS for token in tokens) or any(_is_end(tokens, place) for place in dots)


def spelled(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """First and last tokens of what is spelled letter by letter."""
    found: list[tuple[int, int]] = []
    letters: list[int] = []
    for place in range(len(tokens) + 1):
        word = tokens[place].word if place < len(tokens) else ""
        if len(word) == 1 and word.isalpha():
            letters.append(place)
        elif not letters or word not in _SPELLING:
            if len(letters) > 2:  # noqa: PLR2004 - fewer are an initial
                found.append((letters[0], letters[-1]))
            letters = []
    return found


def _domain_end(tokens: Sequence[Token], at: int) -> int | None:
    """The last token of the domain behind an "at"; None where none follows."""
    end, begin = None, _behind_a_breath(tokens, at + 1)
    for place in range(begin, min(begin + _LONGEST_DOMAIN, len(tokens))):
        word, before = tokens[place].word, tokens[place - 1].word
        is_first = place <= begin + 1
        if word == "www" or (end is None and word in _NO_DOMAINS):
            return None
        if before in _DOTS and not is_first and (last := _spelled_end(tokens, place)) is not None:
            return last
        if word in PROVIDERS or (before in _DOTS and not is_first and _is_end(tokens, place)):
            end = place
        elif (
            word in _AT
            or (end is not None and word not in _DOTS | _PROVIDER_ENDS | {","})
            or (before in _DOTS and not is_first and tokens[place].sort is not Sort.WORD)
        ):
            break
    return end


def _behind_a_breath(tokens: Sequence[Token], place: int) -> int:
    """Where the domain begins behind an "at" and a pause: "at, um, aol"; a comma alone is one before a provider."""
    behind = place
    while behind < len(tokens) and tokens[behind].word in _BREATHS | {","}:
        behind += 1
    is_pause = any(token.word in _BREATHS for token in tokens[place:behind])
    is_named = behind < len(tokens) and tokens[behind].word in PROVIDERS
    return behind if is_pause or is_named else place


def _is_end(tokens: Sequence[Token], place: int) -> bool:
    token, dot, before = tokens[place], tokens[place - 1], tokens[place - 2]
    is_joined = dot.word == "dot" or before.end == dot.start == token.start - 1
    is_long = is_joined and token.sort is Sort.WORD
    return token.word in _TLDS or (is_long and (len(token.word) == _COUNTRY or token.word in _LONG_TLDS))


def _spelled_end(tokens: Sequence[Token], first: int) -> int | None:
    """The last letter of a domain's end that is spelled, as in "dot c-a"."""
    letters = [place for place in range(first, min(first + 5, len(tokens))) if tokens[place].word != "-"]
    for count in (3, 2):
        said = [tokens[place].word for place in letters[:count]]
        if len(said) == count and max(map(len, said)) == 1 and "".join(said) in _TLDS:
            return letters[count - 1]
    return None


def _answer_begin(tokens: Sequence[Token], begin: int, at: int) -> int:
    first = begin
    while first < at and (tokens[first].word in _BESIDES or is_filler(tokens[first])):
        first += 1
    return first


def _name_begin(tokens: Sequence[Token], at: int) -> int:
    first = at
    while first > 0 and _belongs(tokens, first - 1, at):
        first -= 1
    if (joint := _joint_before(tokens, first)) is not None:
        return _name_begin(tokens, joint)
    first = _with_words_before(tokens, _with_spelled_name(tokens, first))
    while first < at and tokens[first].word in _LEADS | {","}:
        first += 1
    return first


def _joint_before(tokens: Sequence[Token], first: int) -> int | None:
    """Where a name that goes on with a joint was broken off at one: "anna dot, hang on, dot b at"."""
    behind = next((token.word for token in tokens[first:] if token.word != ","), "")
    if first == 0 or (behind not in _SAID_JOINTS and tokens[first - 1].word != ","):
        return None
    places = range(first - 1, max(0, first - _LONGEST_ASIDE), -1)
    return next((place for place in places if tokens[place].word in _SAID_JOINTS), None)


def _with_spelled_name(tokens: Sequence[Token], first: int) -> int:
    """Where a name is said before it is spelled: "priya, that's p r i y a"."""
    letters = ""
    for token in tokens[first:]:
        if token.word not in {"-", ",", "."} and len(token.word) > 1:
            break
        letters += token.word if token.word.isalpha() else ""
    before = [place for place in range(max(0, first - _MOST_NAMES), first) if tokens[place].word == letters]
    return before[0] if letters and before else first


def _with_words_before(tokens: Sequence[Token], first: int) -> int:
    """A name of some words, with which the sentence begins."""
    begin = first
    no_names = _LEADS | _NO_NAME | _SAID_OF_IT
    while begin > 0 and tokens[begin - 1].sort is Sort.WORD and tokens[begin - 1].word not in no_names:
        begin -= 1
    is_begin = begin == 0 or tokens[begin - 1].sort is Sort.SIGN or tokens[begin - 1].word in _LEADS | _SAID_OF_IT
    return begin if is_begin and first - begin <= _MOST_NAMES else first


def _belongs(tokens: Sequence[Token], place: int, at: int) -> bool:
    """Whether a word is a part of the name before an "at"."""
    token, behind = tokens[place], tokens[place + 1]
    word = token.word
    if word in JOINTS - {"."} or (word == "." and token.end == behind.start):
        return True
    if word == ".":
        return place > 0 and len(tokens[place - 1].word) == 1
    if word in _LEADS - {"at", "the", "so"} - _BREATHS:
        return False
    if place == at - 1 or token.sort is Sort.NUMBER or is_digit_word(token) or len(word) == 1 or word in _ASIDES:
        return True
    is_joined = any(other.word in {"word", "together", "joined"} for other in tokens[place:at])
    goes_on = behind.word in JOINTS | _ASIDES or len(behind.word) == 1
    return is_joined or goes_on or behind.sort is Sort.NUMBER or is_digit_word(behind)
