"""The plain form of references, to be looked up; and the index of those as they were written, which nothing used."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; calls that are there are filed later: reading them here, a damaged page would shut the store."""
    op.create_table(
        "call_references",
        sa.Column("plain", sa.Text, primary_key=True),
        sa.Column(
            "number", sa.Integer, sa.ForeignKey("calls.number", ondelete="CASCADE"), primary_key=True, index=True
        ),
        sqlite_with_rowid=False,
    )
    op.create_table("unfiled_calls", sa.Column("last", sa.Integer, primary_key=True))
    last = op.get_bind().execute(sa.text("select max(number) from calls")).scalar()
    if last is not None:
        op.execute(sa.text("insert into unfiled_calls (last) values (:last)").bindparams(last=last))
    op.drop_index("ix_calls_reference", "calls", if_exists=True)


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
