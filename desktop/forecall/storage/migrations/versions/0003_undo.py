"""What outlives a window: the acts that can be taken back, earlier versions of what was written, and days of use."""

from textwrap import dedent

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    CREATE TABLE act (
        seq INTEGER NOT NULL,
        verb VARCHAR NOT NULL,
        detail VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        made_at VARCHAR NOT NULL,
        taken_back INTEGER NOT NULL,
        size INTEGER NOT NULL,
        images VARCHAR NOT NULL,
        PRIMARY KEY (seq)
    )
    """,
    """
    CREATE TABLE revision (
        seq INTEGER NOT NULL,
        id VARCHAR(36) NOT NULL,
        created_at VARCHAR NOT NULL,
        changed_at VARCHAR NOT NULL,
        checksum VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        call_id VARCHAR,
        client_id VARCHAR,
        lesson_id VARCHAR,
        "key" VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        wording VARCHAR NOT NULL,
        visit VARCHAR NOT NULL,
        PRIMARY KEY (seq),
        CONSTRAINT revision_id UNIQUE (id),
        CONSTRAINT revision_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT revision_client FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE CASCADE,
        CONSTRAINT revision_lesson FOREIGN KEY(lesson_id) REFERENCES lesson (id) ON DELETE CASCADE
    )
    """,
    'CREATE INDEX revision_call_key ON revision (call_id, "key")',
    "CREATE INDEX revision_client_id ON revision (client_id)",
    "CREATE INDEX revision_lesson_id ON revision (lesson_id)",
    """
    CREATE TABLE used_day (
        day VARCHAR NOT NULL,
        PRIMARY KEY (day)
    )
    """,
    *(
        f"CREATE INDEX {table}_deleted ON {table} (deleted_at) WHERE deleted_at IS NOT NULL"
        for table in ("client", "call", "lesson", "phrase")
    ),
)


def upgrade() -> None:
    """Add the three tables, and a quick way to what was deleted."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
