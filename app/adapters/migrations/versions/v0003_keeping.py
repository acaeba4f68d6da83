"""What keeping goes by: whether a call still has its words, and whether it is under legal hold."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WORDLESS = """
    update calls set has_words = 0 where json_valid(document)
    and not exists (select 1 from json_each(document, '$.turns') where json_extract(value, '$.text') <> '')
    and not exists (select 1 from json_each(document, '$.prompts') where json_extract(value, '$.say') <> '')
    and json_array_length(document, '$.summary.wants') = 0
    and json_array_length(document, '$.summary.promises') = 0
    and coalesce(json_extract(document, '$.after.note'), '') = ''
"""


def upgrade() -> None:
    """Add both columns where they are not there yet; calls that were kept as figures alone are known as such."""
    there = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("calls")}
    if "is_held" not in there:
        op.add_column("calls", sa.Column("is_held", sa.Boolean, nullable=False, server_default=sa.false()))
    if "has_words" not in there:
        op.add_column("calls", sa.Column("has_words", sa.Boolean, nullable=False, server_default=sa.true()))
        op.execute(_WORDLESS)


def downgrade() -> None:
    """Drop both columns."""
    op.drop_column("calls", "has_words")
    op.drop_column("calls", "is_held")
