"""asks, commitments and contact offers"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _text(length: int) -> sa.types.TypeEngine:
    return sqlmodel.sql.sqltypes.AutoString(length=length)


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "ask",
        _id(),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("edition", _text(40), nullable=False),
        sa.Column("week", _text(8), nullable=False),
        sa.Column("theme", _text(255), nullable=False),
        sa.Column("theme_name", _text(255), nullable=False),
        sa.Column("area", _text(80), nullable=True),
        sa.Column("sentence", _text(600), nullable=False),
        sa.Column("chosen", _text(40), nullable=False),
        sa.Column("owner", _text(40), nullable=False),
        sa.Column("deputy", _text(40), nullable=True),
        sa.Column("state", _text(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=True),
        sa.Column("seen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("posted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("passed_to", _text(40), nullable=True),
        sa.Column("passed_by", _text(40), nullable=True),
        sa.Column("passing", _text(16), nullable=True),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("kind", _text(16), nullable=True),
        sa.Column("line", _text(600), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("answered_by", _text(40), nullable=True),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("closing", _text(600), nullable=True),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("reminded_for", sa.Date(), nullable=True),
        sa.Column("reported", _text(40), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("changed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_ask_workspace_id_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
        sa.UniqueConstraint("workspace_id", "edition", "week", name=op.f("uq_ask_workspace_id_edition_week")),
    )
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ask_workspace_id_owner"), ["workspace_id", "owner"], unique=False)
        batch_op.create_index(batch_op.f("ix_ask_workspace_id_state"), ["workspace_id", "state"], unique=False)

    op.create_table(
        "contact",
        _id(),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("form", _text(64), nullable=False),
        sa.Column("kind", _text(16), nullable=False),
        sa.Column("record", _text(255), nullable=False),
        sa.Column("url", _text(2000), nullable=True),
        sa.Column("theme", _text(255), nullable=True),
        sa.Column("opened_by", _text(40), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_how", _text(255), nullable=True),
        sa.Column("slot_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("state", _text(16), nullable=False),
        sa.Column("first", _text(40), nullable=True),
        sa.Column("first_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("taken_by", _text(40), nullable=True),
        sa.Column("taken_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_contact_workspace_id_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("workspace_id", "form", name=op.f("uq_contact_workspace_id_form")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_workspace_id_state"), ["workspace_id", "state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_workspace_id_state"))

    op.drop_table("contact")
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_workspace_id_state"))
        batch_op.drop_index(batch_op.f("ix_ask_workspace_id_owner"))

    op.drop_table("ask")
