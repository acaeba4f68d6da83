"""How many spoken numbers are hidden, and how many ordinary sentences lose a number.

    python -m benchmarks.masking tests/data/masking/*.json [--show] [--rules]

A form counts as hidden when no digit and no number word of its marked stretches is left, and of addresses and dates no
other word either. With --rules what was learned is not asked.
"""

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.compose import read_vocabulary
from app.core.events import Channel
from app.core.masking import Said, Tagger, masked

CHANNELS = {"agent": Channel.AGENT, "caller": Channel.CALLER}
WORDS_PER_S, PAUSE_S = 3.0, 0.6
MARKED = re.compile(r"\[\[(.*?)\]\]")
NUMBER_WORD = re.compile(
    r"\d[\d.,]*|\b(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|double|triple|treble)\b",
    re.IGNORECASE,
)
NAMED = {"email", "birth"}
"""Of these kinds the other words must go too."""
LINKS = {
    "and", "dot", "the", "all", "one", "word", "for", "lower", "case", "that", "with", "number", "area", "code",
    "end", "day", "sorry", "mean", "yeah", "hang", "eve", "capital", "underscore",
}  # fmt: skip
Turns = list[list[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one file: forms and hidden ones by kind, and the entries that went wrong."""

    forms: Counter[str]
    hidden: Counter[str]
    leaked: list[tuple[str, Turns, list[str]]]
    ordinary: int
    spoilt: list[tuple[str, Turns, list[str]]]


def main() -> None:
    """Print recall by kind and the share of ordinary sentences that were changed, for each file and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    parser.add_argument("--rules", action="store_true", help="without what was learned")
    options = parser.parse_args()
    tagger = None if options.rules else read_vocabulary().tagger
    results = {file.stem: judge(file, tagger) for file in options.files}
    for name, result in results.items():
        print_result(name, [result])
        if options.show:
            show("leaked", result.leaked)
            show("spoilt", result.spoilt)
    print_result("all", list(results.values()))


def judge(file: Path, tagger: Tagger | None, one_in: int = 1) -> Result:
    """Mask every entry of a file as a call of its own, or one in so many."""
    entries: dict[str, list[dict[str, Any]]] = json.loads(file.read_text("utf-8"))
    forms, ordinary = entries["forms"][::one_in], entries["ordinary"][::one_in]
    result = Result(Counter(), Counter(), [], len(ordinary), [])
    for form in forms:
        shown = masked_turns(form["turns"], tagger)
        result.forms[form["kind"]] += 1
        if leaks(form["kind"], form["turns"], shown):
            result.leaked.append((form["id"], form["turns"], shown))
        else:
            result.hidden[form["kind"]] += 1
    for sentence in ordinary:
        shown = masked_turns(sentence["turns"], tagger)
        if shown != [text for _, text in sentence["turns"]]:
            result.spoilt.append((sentence["id"], sentence["turns"], shown))
    return result


def masked_turns(turns: Turns, tagger: Tagger | None = None) -> list[str]:
    """The turns as they are shown and kept."""
    said, at_s = list[Said](), 0.0
    for speaker, marked in turns:
        text = marked.replace("[[", "").replace("]]", "")
        end_s = at_s + max(1.0, len(text.split()) / WORDS_PER_S)
        said.append(Said(CHANNELS[speaker], text, at_s, end_s))
        at_s = end_s + PAUSE_S
    return masked(said, tagger)


def leaks(kind: str, turns: Turns, texts: list[str]) -> bool:
    """Whether anything of a marked stretch is left in its turn."""
    return any(
        left_of(kind, stretch, MARKED.sub(" ", text), shown)
        for (_, text), shown in zip(turns, texts, strict=True)
        for stretch in MARKED.findall(text)
    )


def left_of(kind: str, stretch: str, outside: str, shown: str) -> bool:
    """Whether a part of a stretch is left, beside what stands outside it."""
    if numbers_in(shown) - numbers_in(outside):
        return True
    if kind not in NAMED:
        return False
    words = [word for word in re.findall(r"[\w@.']+", stretch) if len(word) > 2 and word.casefold() not in LINKS]
    return any(found(word, shown) and not found(word, outside) for word in words)


def numbers_in(text: str) -> Counter[str]:
    """Its figures and number words."""
    return Counter(number.casefold() for number in NUMBER_WORD.findall(text))


def found(word: str, text: str) -> bool:
    """Whether a word stands in a text."""
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def print_result(name: str, results: list[Result]) -> None:
    """Recall by kind, and what ordinary sentences lost."""
    forms = sum((result.forms for result in results), Counter())
    hidden = sum((result.hidden for result in results), Counter())
    others, found_others = forms.total() - forms["card"], hidden.total() - hidden["card"]
    kinds = "  ".join(f"{kind} {hidden[kind]}/{count}" for kind, count in forms.most_common())
    spoilt, ordinary = sum(len(r.spoilt) for r in results), sum(r.ordinary for r in results)
    print(
        f"{name:8} cards {hidden['card'] / forms['card']:.3f}, others {found_others / others:.3f}, "
        f"ordinary sentences changed {spoilt} of {ordinary} ({spoilt / ordinary:.1%})\n         {kinds}"
    )


def show(title: str, entries: list[tuple[str, Turns, list[str]]]) -> None:
    """Print turns with what became of them."""
    for name, turns, texts in entries:
        print(f"-- {title}: {name}")
        for (speaker, text), shown in zip(turns, texts, strict=True):
            print(f"   {speaker}: {text}\n       -> {shown}")


if __name__ == "__main__":
    main()
