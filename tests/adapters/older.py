"""Stores as earlier versions made them, from one of today."""

import sqlite3

_CALLS = """
    create table calls (
        call_id varchar(64) not null primary key, started_at varchar(32) not null, source text not null, agent text,
        duration_s float not null, peak_level float, end_level float, escalations integer not null,
        document text not null, has_words boolean not null default 1, is_held boolean not null default 0
    );
    create index ix_calls_started_at on calls (started_at);
"""
_KEPT = "call_id, started_at, source, agent, duration_s, peak_level, end_level, escalations"


def make_older(store: sqlite3.Connection, version: str = "0003") -> None:
    """Give a store the tables that it had at a version, "0001" to "0005", with all that these can hold."""
    store.executescript(
        """
        drop table counted_days; drop table call_references; drop table unfiled_calls;
        create index ix_calls_reference on calls (lower(reference));
        """
    )
    if version < "0005":
        store.executescript(
            """
            drop table call_notes; drop table call_lessons; drop table call_scores; drop table call_rules;
            drop table uncounted_calls;
            alter table calls drop column promises;
            """
        )
    if version < "0004":
        store.executescript(
            f"""
            drop trigger call_words_go;
            drop index ix_calls_started_at;
            drop index ix_calls_agent;
            drop index ix_calls_reference;
            alter table calls rename to newer;
            {_CALLS}
            insert into calls select {_KEPT}, document, has_words, is_held
                from newer join call_documents using (number) order by number;
            drop table saved_filters; drop table call_words; drop table call_moves;
            drop table call_documents; drop table newer;
            """  # noqa: S608 - names of this file
        )
    if version < "0003":
        store.executescript("alter table calls drop column has_words; alter table calls drop column is_held")
    if version < "0002":
        store.executescript("drop table lexicon_proposals; drop table lexicon_versions")
    store.execute("update alembic_version set version_num = ?", (version,))
    store.commit()
