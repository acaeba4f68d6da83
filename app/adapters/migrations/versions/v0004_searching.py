"""What searching goes by: narrow rows of calls, their documents apart, moves, an index of the words, filters."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEPT = ("call_id", "started_at", "source", "agent", "duration_s", "peak_level", "end_level", "escalations")
_FLAGS = ("has_words", "is_held")
_STEPS = ("close", "resolve", "validate", "ask", "listen")
_SLICE = 100

_WORDS = """
    create virtual table call_words using fts5(caller, agent, other, tokenize='porter unicode61 remove_diacritics 2')
"""
_WIPED = "insert into call_words (call_words, rank) values ('secure-delete', 1)"
_FORGOTTEN = """
    create trigger call_words_go after delete on calls begin delete from call_words where rowid = old.number; end
"""


def upgrade() -> None:
    """Make the new tables and bring the calls over, in the order in which they began."""
    op.drop_index("ix_calls_started_at", "calls", if_exists=True)
    op.rename_table("calls", "calls_before")
    _make()
    bind = op.get_bind()
    order = bind.execute(sa.text("select rowid from calls_before order by started_at, call_id")).scalars().all()
    for start in range(0, len(order), _SLICE):
        for place in order[start : start + _SLICE]:
            _bring(bind, place)
    op.drop_table("calls_before")


def _make() -> None:
    op.create_table(
        "calls",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("call_id", sa.String(64), nullable=False, unique=True),
        sa.Column("started_at", sa.String(32), nullable=False, index=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("agent", sa.Text, index=True),
        sa.Column("reference", sa.Text),
        sa.Column("duration_s", sa.Float, nullable=False),
        sa.Column("peak_level", sa.Float),
        sa.Column("end_level", sa.Float),
        sa.Column("escalations", sa.Integer, nullable=False),
        sa.Column("course", sa.String(16)),
        sa.Column("time_to_calm_s", sa.Float),
        sa.Column("reached", sa.String(16)),
        sa.Column("warnings", sa.Integer, nullable=False, server_default="0"),
        sa.Column("size_bytes", sa.Integer, nullable=False, server_default="0"),
        sa.Column("has_words", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("is_held", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("is_reviewed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("is_flagged", sa.Boolean, nullable=False, server_default=sa.false()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "call_documents",
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_table(
        "call_moves",
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("move", sa.String(32), primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
    )
    op.create_index("ix_calls_reference", "calls", [sa.text("lower(reference)")])
    op.create_index("ix_call_moves_move", "call_moves", ["move", "number"])
    op.create_table(
        "saved_filters",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("wish", sa.Text, nullable=False),
    )
    for statement in (_WORDS, _WIPED, _FORGOTTEN):
        op.execute(statement)


def _bring(bind: sa.Connection, place: int) -> None:
    """One call with all that is found from its document; of one that is damaged its row and document as they are."""
    old = bind.execute(sa.text("select * from calls_before where rowid = :place"), {"place": place}).mappings().one()
    found = _found(old["document"])
    row = {**{name: old[name] for name in (*_KEPT, *_FLAGS)}, **found.row, "size_bytes": len(old["document"].encode())}
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    number = bind.execute(sa.text(f"insert into calls ({names}) values ({values}) returning number"), row).scalar_one()  # noqa: S608 - the migration's own names
    bind.execute(
        sa.text("insert into call_documents (number, document) values (:number, :document)"),
        {"number": number, "document": old["document"]},
    )
    for move, times in found.moves.items():
        bind.execute(
            sa.text("insert into call_moves (number, move, times) values (:number, :move, :times)"),
            {"number": number, "move": move, "times": times},
        )
    if any(found.words.values()):
        bind.execute(
            sa.text("insert into call_words (rowid, caller, agent, other) values (:number, :caller, :agent, :unknown)"),
            {"number": number, **found.words},
        )


@dataclass(frozen=True)
class _Found:
    """What a document says that a row shows, how often each move was made, and the words of each side."""

    row: dict[str, Any] = field(default_factory=dict)
    moves: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def _found(text: str) -> _Found:
    """Nothing where it is damaged."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return _read(json.loads(text))
    return _Found()


def _read(document: Any) -> _Found:
    """As documents of schema calmline/call/1 were when this migration was made."""
    summary = document["summary"]
    is_calmed = summary["time_to_calm_s"] is not None
    course = "calm" if summary["escalations"] == 0 else "calmed" if is_calmed else "hot"
    moves = Counter(str(made["move"]) for made in document["moves"])
    row = {
        "reference": document["call"].get("reference"),
        "course": None if summary["peak_level"] is None else course,
        "time_to_calm_s": summary["time_to_calm_s"],
        "reached": next((step for step in _STEPS if step in summary["stages"]), None),
        "warnings": moves["warning"],
    }
    words = {side: "\n".join(_said(document, side)) for side in ("caller", "agent", "unknown")}
    return _Found(row, moves, words)


def _said(document: Any, side: str) -> Iterator[str]:
    return (turn["text"] for turn in document["turns"] if turn["speaker"] == side and turn["text"])


def downgrade() -> None:
    """There is no way back: a call that was reviewed would lose that."""
    raise NotImplementedError
