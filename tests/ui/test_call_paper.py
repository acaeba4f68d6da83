"""An ended call on paper, as another program reads it."""

import io
from dataclasses import replace
from threading import Thread

import pytest
from pypdf import PdfReader

from app.core.call_sheet import call_sheet
from app.core.document import CallDocument
from app.core.message import Message
from app.core.note_sheet import NoteLine
from app.core.score_sheet import ScoredLine, ScoreSheet
from app.core.wordless import figures_alone
from app.ui.call_paper import call_paper
from tests.ui.calls import document

A4_PT = (595, 842)
MARKUP = "<b>bold</b> <img src='file:///etc/passwd'> &amp; <script>x</script>"


@pytest.mark.usefixtures("qapp")
def test_comments_stand_above_the_words_and_coaching_notes_below_the_figures() -> None:
    comments = (NoteLine(time="0:12", text=f"Turns the call. {MARKUP}", about=("Ann, 4 Mar 2026",)),)
    coaching = (NoteLine(time="", text="Say sorry first.", about=("Ann, 4 Mar 2026", "Due: 11 Mar 2026")),)
    call = document()
    sheet = call_sheet(call, "21 Nov 2025, 14:05", (), comments, coaching)
    text = words_of(PdfReader(io.BytesIO(call_paper(sheet, call))))
    order = [
        "Figures", "Coaching notes", "Say sorry first.", "Due: 11 Mar 2026", "Comments", "0:12", "Turns the call.",
        "<b>bold</b>", "What was said",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def read(call: CallDocument, *scores: ScoreSheet) -> PdfReader:
    return PdfReader(io.BytesIO(call_paper(call_sheet(call, "21 Nov 2025, 14:05", scores), call)))


def words_of(reader: PdfReader) -> str:
    """All text on one line."""
    return " ".join(pages_of(reader))


def pages_of(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.usefixtures("qapp")
def test_scores_stand_on_it_with_their_answers_and_remarks() -> None:
    line = ScoredLine(question="Did they greet?", answer="Pass", rests="0:05", remark=MARKUP)
    sheet = ScoreSheet(title=Message("Review by Ann"), notes=("1 passed",), lines=(line,))
    text = words_of(read(document(), sheet))
    for part in ("Review by Ann", "1 passed", "Did they greet?", "Pass", "0:05", "<b>bold</b>"):
        assert part in text


def spoken(call: CallDocument, *texts: str) -> CallDocument:
    first = call.turns[0]
    turns = tuple(replace(first, start_s=float(n), end_s=n + 1.0, text=text) for n, text in enumerate(texts))
    return replace(call, turns=turns)


@pytest.mark.usefixtures("qapp")
def test_it_holds_head_figures_prompts_and_words_on_a4() -> None:
    reader = read(document())
    page = reader.pages[0].mediabox
    assert (round(page.width), round(page.height)) == A4_PT
    text = words_of(reader)
    for part in (
        "Joe with a caller, 21 Nov 2025, 14:05",
        "Hot, at 0:14",
        "Tense → Calm",
        "2 shown, 1 followed",
        "I want my money back today.",
        "Name what happened to them",
        "This is the third time I call.",
        "Page 1 of",
        "masked",
    ):
        assert part in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Joe with a caller, 21 Nov 2025, 14:05"


@pytest.mark.usefixtures("qapp")
def test_the_curve_is_drawn_in_vectors_with_the_words_of_levels_times_and_stages() -> None:
    call = replace(document(), call=replace(document().call, duration_s=70.0))
    reader = read(call)
    resources = reader.pages[0]["/Resources"]
    assert isinstance(resources, dict)
    assert not resources.get("/XObject")
    text = words_of(reader)
    for word in ("Calm", "Tense", "Hot", "0:15", "Listen", "Validate"):
        assert word in text
    bare = read(replace(call, curve=()))
    assert "0:15" not in words_of(bare)


@pytest.mark.usefixtures("qapp")
def test_whoever_copies_words_gets_spaces_between_them_and_no_tabs() -> None:
    file = call_paper(call_sheet(document("call-1"), "21 Nov 2025, 14:05"), document("call-1"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)
    assert "\t" not in text
    assert "Time to calm" in text


def test_markup_in_what_was_said_stays_text() -> None:
    assert MARKUP in words_of(read(spoken(document(), MARKUP)))


@pytest.mark.usefixtures("qapp")
def test_a_long_call_goes_over_many_pages_and_loses_nothing() -> None:
    texts = [f"This is sentence number {n}, and it goes on for a while so that it wraps." for n in range(300)]
    reader = read(spoken(document(), *texts))
    text = words_of(reader)
    pages = len(reader.pages)
    assert pages > 5
    assert f"Page {pages} of {pages}" in text
    assert all(sentence in text for sentence in texts)


@pytest.mark.usefixtures("qapp")
def test_a_word_without_end_is_broken_and_not_cut_off() -> None:
    reader = read(spoken(document(), "x" * 500))
    assert words_of(reader).replace(" ", "").count("x") >= 500


@pytest.mark.usefixtures("qapp")
def test_a_title_stands_on_the_page_of_its_first_row() -> None:
    call = document()
    for lines in range(2, 40):
        summary = replace(call.summary, wants=("I want it.",) * lines)
        pages = pages_of(read(replace(call, summary=summary)))
        for title, first in (("What was said", "How can I help?"), ("Prompts", "Followed")):
            assert any(title in text and first in text for text in pages)


@pytest.mark.usefixtures("qapp")
def test_a_call_that_lost_its_words_says_so() -> None:
    text = words_of(read(figures_alone(document())))
    assert "The words of this call are not kept, its figures are." in text
    assert "Hot, at 0:14" in text
    assert "What was said" not in text


@pytest.mark.usefixtures("qapp")
def test_it_can_be_made_on_another_thread() -> None:
    made = list[PdfReader]()
    thread = Thread(target=lambda: made.append(read(document())))
    thread.start()
    thread.join()
    assert "Hot, at 0:14" in words_of(made[0])
