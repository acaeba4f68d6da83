"""What reviewing leaves at a call: comments, coaching notes, practice and scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; a call that is deleted takes its rows with it."""
    _make_notes()
    _make_lessons()
    _make_scores()


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


def _make_lessons() -> None:
    op.create_table(
        "call_lessons",
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
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
