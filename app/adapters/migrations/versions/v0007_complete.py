"""What stores lack that were given 0005 as it first was: it grew while it was the newest version."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SUMS = (
    "shown", "used", "dismissed", "followed", "had_chance", "measured", "after", "after_squares",
    "held_back", "without", "without_squares",
)  # fmt: skip


def upgrade() -> None:
    """Make what is missing, without reading a call: a damaged page would shut the store."""
    _make_lessons()
    _make_trends()


def _make_lessons() -> None:
    op.create_table(
        "call_lessons",
        sa.Column("number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        if_not_exists=True,
    )


def _make_trends() -> None:
    """Calls that are there are counted later, as those from before 0005 are."""
    bind = op.get_bind()
    if "promises" in {column["name"] for column in sa.inspect(bind).get_columns("calls")}:
        return
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
    last = bind.execute(sa.text("select max(number) from calls")).scalar()
    if last is not None:
        op.execute(sa.text("insert into uncounted_calls (last, first) values (:last, 1)").bindparams(last=last))


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
