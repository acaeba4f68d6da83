"""The team's lexicon: what is proposed, and every version."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of proposals and of versions."""
    op.create_table(
        "lexicon_proposals",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("phrase", sa.Text, nullable=False),
        sa.Column("direction", sa.String(16), nullable=False),
        sa.Column("call_id", sa.String(64)),
        sa.Column("at_s", sa.Float),
        sa.Column("made_at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_table(
        "lexicon_versions",
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("phrases", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        if_not_exists=True,
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("lexicon_versions")
    op.drop_table("lexicon_proposals")
