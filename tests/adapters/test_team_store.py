"""The team's lexicon in the real store, and as a file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.team_files import team_from_toml, team_to_toml
from app.adapters.team_store import SqlTeamStore
from app.core.errors import InputError, StoreError
from app.core.team import Direction, TeamLexicon, TeamPhrase
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into
from tests.core.calls import document, started, whole_call

CALMER = TeamPhrase("phishing team", Direction.CALMER)
ANGRIER = TeamPhrase("the loyalty points", Direction.ANGRIER)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def team(file: Path) -> Iterator[SqlTeamStore]:
    opened = SqlTeamStore(file, KEY)
    yield opened
    opened.close()


def accepted(team: SqlTeamStore, *phrases: TeamPhrase) -> TeamLexicon:
    for phrase in phrases:
        team.accept(team.propose(phrase).number)
    return team.lexicon()


def test_a_new_team_has_neither_phrases_nor_proposals(team: SqlTeamStore) -> None:
    assert team.lexicon() == TeamLexicon()
    assert team.proposals() == []


def test_a_proposal_changes_nothing_until_it_is_accepted(team: SqlTeamStore) -> None:
    proposal = team.propose(CALMER, "c1", 12.5)
    assert team.lexicon() == TeamLexicon()
    assert team.proposals() == [proposal]
    assert (proposal.phrase, proposal.call_id, proposal.at_s) == (CALMER, "c1", 12.5)
    assert team.accept(proposal.number) == team.lexicon() == TeamLexicon(version=1, phrases=(CALMER,))
    assert team.proposals() == []


def test_the_same_proposal_is_kept_once(team: SqlTeamStore) -> None:
    assert team.propose(CALMER, "c1").number == team.propose(CALMER, "c2").number
    assert len(team.proposals()) == 1


def test_a_number_is_never_given_twice(team: SqlTeamStore) -> None:
    first = team.propose(CALMER).number
    team.refuse(first)
    assert team.propose(ANGRIER).number != first


@pytest.mark.parametrize("do", ["accept", "refuse"])
def test_a_proposal_that_is_not_there_is_told(team: SqlTeamStore, do: str) -> None:
    with pytest.raises(InputError, match="no proposal 7"):
        getattr(team, do)(7)


def test_a_refused_proposal_is_gone(team: SqlTeamStore) -> None:
    team.refuse(team.propose(CALMER).number)
    assert team.proposals() == []
    assert team.lexicon() == TeamLexicon()


def test_a_phrase_can_be_taken_out_again(team: SqlTeamStore) -> None:
    accepted(team, CALMER, ANGRIER)
    assert team.remove("phishing team") == TeamLexicon(version=3, phrases=(ANGRIER,))
    with pytest.raises(InputError, match="not in the team"):
        team.remove("phishing team")
    assert team.lexicon().version == 3


def damage(file: Path, statement: str, *values: str) -> None:
    with closing(looked_into(file)) as connection, connection:
        connection.execute(statement, values)


@pytest.mark.parametrize("phrases", ["", '[[1, "angrier"]]', '[["", "angrier"]]', '[["x", "sideways"]]'])
def test_a_damaged_lexicon_is_told_and_another_desks_takes_its_place(
    file: Path, team: SqlTeamStore, phrases: str
) -> None:
    accepted(team, CALMER)
    damage(file, "UPDATE lexicon_versions SET phrases = ?", phrases)
    with pytest.raises(StoreError, match="damaged"):
        team.lexicon()
    newer = TeamLexicon(version=2, phrases=(ANGRIER,))
    assert team.replace(newer) == team.lexicon() == newer


def test_a_damaged_proposal_is_told_and_can_be_dropped(file: Path, team: SqlTeamStore) -> None:
    number = team.propose(CALMER).number
    damage(file, "UPDATE lexicon_proposals SET direction = 'sideways'")
    with pytest.raises(StoreError, match="damaged") as failure:
        team.proposals()
    assert f"calmline lexicon remove {number}" in failure.value.advice
    team.refuse(number)
    assert team.proposals() == []


def test_everything_is_there_when_the_store_is_opened_again(file: Path, team: SqlTeamStore) -> None:
    lexicon, proposal = accepted(team, CALMER), team.propose(ANGRIER)
    again = SqlTeamStore(file, KEY)
    assert (again.lexicon(), again.proposals()) == (lexicon, [proposal])
    again.close()


def test_calls_and_lexicon_live_in_one_file(file: Path, team: SqlTeamStore) -> None:
    calls = SqlCallStore(file, KEY)
    calls.save(document(*whole_call(), call=started("c1")))
    accepted(team, CALMER)
    assert [row.call_id for row in calls.rows()] == ["c1"]
    calls.close()


def test_an_exported_lexicon_is_the_same_on_another_desk(tmp_path: Path, team: SqlTeamStore) -> None:
    file = tmp_path / "team.toml"
    file.write_text(team_to_toml(accepted(team, CALMER, ANGRIER)), encoding="utf-8")
    other = SqlTeamStore(tmp_path / "other.sqlite3", KEY)
    assert other.replace(team_from_toml(file)) == other.lexicon() == team.lexicon()
    assert other.lexicon().name == team.lexicon().name
    other.close()


def test_an_older_lexicon_does_not_take_the_place_of_a_newer_one(team: SqlTeamStore) -> None:
    old = accepted(team, CALMER)
    accepted(team, ANGRIER)
    with pytest.raises(InputError, match="as new"):
        team.replace(old)
    with pytest.raises(InputError, match="already"):
        team.replace(team.lexicon())
    assert team.lexicon().version == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "version = 1",
        "not toml [",
        'version = "x"',
        "version = inf",
        "version = 1\nphrase = [1]",
        'version = 0\nname = ""',
        'version = 1\nname = "1-0000"\n[[phrase]]\nwords = "added by hand"\ndirection = "calmer"',
        'version = 1\nname = "1-0000"\n[[phrase]]\nwords = "x"\ndirection = "sideways"',
    ],
)
def test_a_file_that_was_not_exported_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "team.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"team\.toml"):
        team_from_toml(file)
