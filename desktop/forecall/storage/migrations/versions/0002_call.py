"""What a call needs while it is held: forecasts that lock when it begins, and how long each answer took."""

from textwrap import dedent

from alembic import op

revision = "0002"
down_revision = "0001"

_LOCKED = "EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = {row}.call_id AND unlocked_at IS NULL)"
_FORESEEN = {"answer": "IN ('forecast', 'feelings', 'expects')", "item": "= 'objections'"}
_REFUSE = "SELECT RAISE(ABORT, 'forecast is locked');"

TABLES = (
    """
    CREATE TABLE forecast_lock (
        seq INTEGER NOT NULL,
        id VARCHAR(36) NOT NULL,
        created_at VARCHAR NOT NULL,
        changed_at VARCHAR NOT NULL,
        checksum VARCHAR NOT NULL,
        call_id VARCHAR NOT NULL,
        locked_at VARCHAR NOT NULL,
        unlocked_at VARCHAR,
        value VARCHAR NOT NULL,
        PRIMARY KEY (seq),
        CONSTRAINT forecast_lock_id UNIQUE (id),
        CONSTRAINT forecast_lock_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX forecast_lock_call_id ON forecast_lock (call_id, unlocked_at)",
    """
    CREATE TABLE pace (
        seq INTEGER NOT NULL,
        id VARCHAR(36) NOT NULL,
        created_at VARCHAR NOT NULL,
        changed_at VARCHAR NOT NULL,
        checksum VARCHAR NOT NULL,
        call_id VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        seconds INTEGER NOT NULL,
        PRIMARY KEY (seq),
        CONSTRAINT pace_id UNIQUE (id),
        CONSTRAINT pace_key UNIQUE (call_id, "key"),
        CONSTRAINT pace_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT pace_seconds CHECK (seconds >= 0)
    )
    """,
)


def _foreseen_triggers() -> tuple[str, ...]:
    """No row that was foreseen is made, changed or removed while its call is locked.

    A call that is deleted whole takes its rows along: it is gone before they are, and so the triggers ask for it.
    """
    made = []
    for table, keys in _FORESEEN.items():
        new, old = (f'{row}."key" {keys} AND {_LOCKED.format(row=row)}' for row in ("new", "old"))
        made += [
            f"CREATE TRIGGER {table}_locked_made BEFORE INSERT ON {table} WHEN {new} BEGIN {_REFUSE} END",
            f'CREATE TRIGGER {table}_locked_changed BEFORE UPDATE OF call_id, "key", value ON {table}'
            f' WHEN (new.value IS NOT old.value OR new.call_id IS NOT old.call_id OR new."key" IS NOT old."key")'
            f" AND (({new}) OR ({old})) BEGIN {_REFUSE} END",
            f"CREATE TRIGGER {table}_locked_removed BEFORE DELETE ON {table} WHEN {old}"
            f" AND EXISTS (SELECT 1 FROM call WHERE id = old.call_id) BEGIN {_REFUSE} END",
        ]
    return tuple(made)


_LOCK_TRIGGERS = (
    f"""
    CREATE TRIGGER forecast_lock_changed BEFORE UPDATE ON forecast_lock
        WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.locked_at IS NOT old.locked_at
            OR new.value IS NOT old.value OR (old.unlocked_at IS NOT NULL AND new.unlocked_at IS NOT old.unlocked_at)
    BEGIN {_REFUSE} END
    """,
    f"""
    CREATE TRIGGER forecast_lock_unlocked BEFORE UPDATE OF unlocked_at ON forecast_lock
        WHEN old.unlocked_at IS NULL AND new.unlocked_at IS NOT NULL
            AND EXISTS (SELECT 1 FROM call WHERE id = old.call_id AND held_at IS NOT NULL)
    BEGIN {_REFUSE} END
    """,
    f"""
    CREATE TRIGGER forecast_lock_removed BEFORE DELETE ON forecast_lock
        WHEN EXISTS (SELECT 1 FROM call WHERE id = old.call_id)
    BEGIN {_REFUSE} END
    """,
)


def upgrade() -> None:
    """Add the two tables, and the triggers that keep what was foreseen as it was."""
    for statement in (*TABLES, *_foreseen_triggers(), *_LOCK_TRIGGERS):
        op.execute(dedent(statement).strip())
