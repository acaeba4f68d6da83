"""The first store: one table of calls."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of calls."""
    op.create_table(
        "calls",
        sa.Column("call_id", sa.String(64), primary_key=True),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("agent", sa.Text),
        sa.Column("duration_s", sa.Float, nullable=False),
        sa.Column("peak_level", sa.Float),
        sa.Column("end_level", sa.Float),
        sa.Column("escalations", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_calls_started_at", "calls", ["started_at"], if_not_exists=True)


def downgrade() -> None:
    """Drop the table of calls."""
    op.drop_table("calls")
