"""Names of exported files."""

import pytest

from app.core.export import Exported, Format, file_names, line_of


def test_a_name_tells_the_day_the_time_and_the_id() -> None:
    [name] = file_names([("c1", "2026-03-04T09:15:30+00:00")], Format.PDF)
    assert name == "call_2026-03-04_0915_c1.pdf"


@pytest.mark.parametrize("call_id", ["../../etc/passwd", "a/b\\c", "con:", "x\n", "é" * 300, "-rf *"])
def test_no_id_leads_out_of_the_folder(call_id: str) -> None:
    [name] = file_names([(call_id, "yesterday")], Format.TXT)
    assert name.startswith("call_")
    assert not set(name) & set("/\\:*\n ")
    assert len(name) < 100


def test_no_two_calls_share_a_file_even_where_case_does_not_count() -> None:
    names = file_names([("a b", ""), ("a_b", ""), ("A_b", "")], Format.JSON)
    assert len({name.casefold() for name in names}) == 3


@pytest.mark.parametrize("call_id", ["Zoë_Lind", "重要客户-0042", "звонок.17"])
def test_letters_of_every_script_stay_in_a_name(call_id: str) -> None:
    assert file_names([(call_id, "")], Format.PDF) == [f"call_{call_id}.pdf"]


@pytest.mark.parametrize(("one", "other"), [("a b", "a_b"), ("a/b", "a:b"), ("x" * 200 + "1", "x" * 200 + "2")])
def test_a_call_has_the_same_name_whatever_is_exported_with_it(one: str, other: str) -> None:
    apart = [file_names([(call_id, "")], Format.PDF)[0] for call_id in (one, other)]
    assert file_names([(other, ""), (one, "")], Format.PDF) == apart[::-1]
    assert apart[0] != apart[1]


def test_a_name_fits_into_any_folder() -> None:
    [name] = file_names([("\U00020000" * 100, "2026-03-04T09:15:30+00:00")], Format.PDF)
    assert len(name.encode()) <= 200


def test_a_list_is_one_file() -> None:
    assert file_names([("a", ""), ("b", "")], Format.XLSX) == ["calls.xlsx"]


def test_a_person_is_told_how_many_calls_are_where() -> None:
    assert line_of(Exported(calls=1, where="/x/a.pdf")) == "The call is in /x/a.pdf"
    assert line_of(Exported(calls=3, where="/x")) == "3 calls are in /x"
