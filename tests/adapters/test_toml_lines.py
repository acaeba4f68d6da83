"""Lines of values in TOML, as errors name them."""

import pytest

from app.adapters.toml_lines import Place, TomlLines

TEXT = """name = "a"            # 1
title = "name = b"     # 2
[plain]                # 3
key = 1                # 4
[[section]]            # 5
title = "A"            # 6
[[section.item]]       # 7
id = "one"             # 8
[[section.item]]       # 9
id = "two"             # 10
weight = 3             # 11
[[section]]            # 12
title = "B"            # 13
[[section.item]]       # 14
id = "three"           # 15
inner = { weight = 1 } # 16
[[section.itme]]       # 17
id = "four"            # 18
[[rule]]               # 19
[rule.when]            # 20
phase = "hot"          # 21
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("name",), 1),
        (("title",), 2),
        (("plain", "key"), 4),
        (("plain", "other"), 3),
        (("section", 0, "title"), 6),
        (("section", 1, "title"), 13),
        (("section", 0, "item", 0, "id"), 8),
        (("section", 0, "item", 1, "id"), 10),
        (("section", 0, "item", 1, "weight"), 11),
        (("section", 0, "item", 0, "question"), 7),
        (("section", 1, "item", 0, "question"), 14),
        (("section", 1, "item", 0, "inner", "weight"), 16),
        (("section", 1, "itme"), 17),
        (("rule", 0, "when", "phase"), 21),
        (("rule", 0, "when", "moment"), 19),
        (("sektion",), 1),
    ],
)
def test_a_value_is_found_on_its_line_and_a_missing_one_at_its_table(place: Place, line: int) -> None:
    assert TomlLines(TEXT).line_of(place) == line


def test_a_table_of_an_unknown_name_is_found_at_its_head() -> None:
    assert TomlLines('name = "a"\n\n[[sektion]]\ntitle = "A"\n').line_of(("sektion",)) == 3


def test_an_empty_file_has_a_first_line() -> None:
    assert TomlLines("").line_of(("name",)) == 1
