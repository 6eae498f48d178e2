"""Level 2: names that an admin gives to tables and columns of Backupchecks."""

import sqlalchemy as sa

from bcautotask_gui.database.migrations.names import BIG, MOMENT, make

revision = "level_2"
down_revision = "level_1"
branch_labels = None
depends_on = None


def upgrade():
    make(
        "naming",
        sa.Column("version", BIG, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("saved_by", sa.Text, nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
    )
