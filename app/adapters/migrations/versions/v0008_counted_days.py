"""Counts of days, of which trends are added up: a year of calls took seconds to count."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An empty table: days are counted once somebody looks at them, or beside a window."""
    op.create_table(
        "counted_days",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("counts", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
