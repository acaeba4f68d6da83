"""What reviewing leaves at a call: comments, coaching notes and scorecards; and times of calls in one zone."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_IN_UTC = """
    update calls set started_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', started_at)
    where started_at glob '????-??-??T??:??:??[+-]??:??' and started_at not glob '*+00:00'
    and strftime('%s', started_at) is not null
"""
"""Recordings that were analysed had the computer's zone, and so other places in a list than they should."""


def upgrade() -> None:
    """Make the tables; a call that is deleted takes its rows with it."""
    _make_notes()
    _make_scores()
    op.execute(_IN_UTC)
    op.drop_index("ix_calls_reference", "calls")


def _make_notes() -> None:
    op.create_table(
        "call_notes",
        sa.Column("note", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at_s", sa.Float),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("due_on", sa.String(10), index=True),
        sa.Column("done_at", sa.String(32)),
        sqlite_autoincrement=True,
    )


def _make_scores() -> None:
    op.create_table(
        "call_scores",
        sa.Column("score", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("card", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("card_text", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("share", sa.Float),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("done_at", sa.String(32)),
        sa.Column("reply", sa.String(16)),
        sa.Column("reply_text", sa.Text),
        sa.Column("replied_at", sa.String(32)),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """There is no way back: what was written at a call would be lost."""
    raise NotImplementedError
