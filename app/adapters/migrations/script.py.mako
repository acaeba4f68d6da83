"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store up."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Take the store back."""
    ${downgrades if downgrades else "pass"}
