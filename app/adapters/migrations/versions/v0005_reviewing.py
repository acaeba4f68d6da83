"""What reviewing leaves at a call: comments, coaching notes, practice, scorecards; and what trends are counted from."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SUMS = (
    "shown", "used", "dismissed", "followed", "had_chance", "measured", "after", "after_squares",
    "held_back", "without", "without_squares",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables; a call that is deleted takes its rows with it."""
    _make_notes()
    _make_lessons()
    _make_scores()
    _make_trends()


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


def _make_trends() -> None:
    """Calls that are there are counted later: all would have to be read, and a damaged page would shut the store."""
    op.add_column("calls", sa.Column("promises", sa.Integer))
    op.create_table(
        "call_rules",
        sa.Column("rule", sa.String(64), primary_key=True),
        sa.Column("started_at", sa.String(32), primary_key=True),
        sa.Column(
            "number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True, index=True
        ),
        *(sa.Column(name, sa.BigInteger if "squares" in name else sa.Integer, nullable=False) for name in _SUMS),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "uncounted_calls",
        sa.Column("last", sa.Integer, primary_key=True),
        sa.Column("first", sa.Integer, nullable=False),
    )
    last = op.get_bind().execute(sa.text("select max(number) from calls")).scalar()
    if last is not None:
        op.execute(sa.text("insert into uncounted_calls (last, first) values (:last, 1)").bindparams(last=last))


def downgrade() -> None:
    """There is no way back: what was written at a call would be lost."""
    raise NotImplementedError
