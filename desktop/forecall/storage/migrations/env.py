"""Alembic's entry: runs the migrations on the connection that ``storage.migrating`` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    transactional_ddl=True,
    include_name=lambda name, kind, parents: (
        not (kind == "table" and str(name).startswith(("call_words", "note_words")))
    ),
)
context.run_migrations()
