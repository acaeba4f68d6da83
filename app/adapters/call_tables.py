"""Tables of the call store."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    column,
    false,
    table,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.core.events import Channel


class Base(DeclarativeBase):
    """Every table of the store."""


class CallTable(Base):
    """One ended call: what a list shows and looks for. `number` is given once and never again."""

    __tablename__ = "calls"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    call_id: Mapped[str] = mapped_column(String(64), unique=True)
    started_at: Mapped[str] = mapped_column(String(32), index=True)
    source: Mapped[str] = mapped_column(Text)
    agent: Mapped[str | None] = mapped_column(Text, index=True)
    reference: Mapped[str | None] = mapped_column(Text)
    duration_s: Mapped[float] = mapped_column(Float)
    peak_level: Mapped[float | None] = mapped_column(Float)
    end_level: Mapped[float | None] = mapped_column(Float)
    escalations: Mapped[int] = mapped_column(Integer)
    course: Mapped[str | None] = mapped_column(String(16))
    time_to_calm_s: Mapped[float | None] = mapped_column(Float)
    reached: Mapped[str | None] = mapped_column(String(16))
    warnings: Mapped[int] = mapped_column(Integer, server_default="0")
    promises: Mapped[int | None] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(Integer, server_default="0")
    has_words: Mapped[bool] = mapped_column(Boolean, server_default=true())
    is_held: Mapped[bool] = mapped_column(Boolean, server_default=false())
    is_reviewed: Mapped[bool] = mapped_column(Boolean, server_default=false())
    is_flagged: Mapped[bool] = mapped_column(Boolean, server_default=false())


class DocumentTable(Base):
    """The whole document of a call as JSON, apart from its row: a list reads none of it."""

    __tablename__ = "call_documents"

    number: Mapped[int] = mapped_column(ForeignKey(CallTable.number, ondelete="CASCADE"), primary_key=True)
    document: Mapped[str] = mapped_column(Text)


class ReferenceTable(Base):
    """What all spellings of a call's reference have in common (`plain_reference`): calls are looked up by it."""

    __tablename__ = "call_references"
    __table_args__ = ({"sqlite_with_rowid": False},)

    plain: Mapped[str] = mapped_column(Text, primary_key=True)
    number: Mapped[int] = mapped_column(
        ForeignKey(CallTable.number, ondelete="CASCADE"), primary_key=True, index=True, autoincrement=False
    )


class UnfiledTable(Base):
    """One row while calls of an earlier version, up to the number `last`, have no plain references yet."""

    __tablename__ = "unfiled_calls"

    last: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class MoveTable(Base):
    """How often the agent made a move in a call."""

    __tablename__ = "call_moves"
    __table_args__ = (Index("ix_call_moves_move", "move", "number"),)

    number: Mapped[int] = mapped_column(ForeignKey(CallTable.number, ondelete="CASCADE"), primary_key=True)
    move: Mapped[str] = mapped_column(String(32), primary_key=True)
    times: Mapped[int] = mapped_column(Integer)


class RuleTable(Base):
    """What became of one rule of the playbook in a call: the fields of `RuleSums`, which add up over calls.

    All calls of a rule lie beside each other and in order of time, so that they are added up without sorting and
    without looking at the calls. Practice has no rows.
    """

    __tablename__ = "call_rules"
    __table_args__ = ({"sqlite_with_rowid": False},)

    rule: Mapped[str] = mapped_column(String(64), primary_key=True)
    started_at: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(
        ForeignKey(CallTable.number, ondelete="CASCADE"), primary_key=True, index=True, autoincrement=False
    )
    shown: Mapped[int] = mapped_column(Integer)
    used: Mapped[int] = mapped_column(Integer)
    dismissed: Mapped[int] = mapped_column(Integer)
    followed: Mapped[int] = mapped_column(Integer)
    had_chance: Mapped[int] = mapped_column(Integer)
    measured: Mapped[int] = mapped_column(Integer)
    after: Mapped[int] = mapped_column(Integer)
    after_squares: Mapped[int] = mapped_column(BigInteger)
    held_back: Mapped[int] = mapped_column(Integer)
    without: Mapped[int] = mapped_column(Integer)
    without_squares: Mapped[int] = mapped_column(BigInteger)


class CountedDayTable(Base):
    """Counts of all calls of a day of UTC, packed; there is no row of a day whose calls have changed since."""

    __tablename__ = "counted_days"

    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    counts: Mapped[bytes] = mapped_column(LargeBinary)


class UncountedTable(Base):
    """One row while calls of an earlier version, by their numbers `first` to `last`, are in no trend yet."""

    __tablename__ = "uncounted_calls"

    last: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(Integer)


WORD_COLUMNS = {Channel.CALLER: "caller", Channel.AGENT: "agent", Channel.UNKNOWN: "other"}
"""Who said the words that are in each column of the index `call_words`."""
WORD_INDEX = table("call_words", column("rowid", Integer))
"""That index; `rowid` is the number of the call."""


class NoteTable(Base):
    """A comment at a second of a call, or what an agent is to be coached on, by a day where one was set."""

    __tablename__ = "call_notes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    note: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[int] = mapped_column(ForeignKey(CallTable.number, ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    at_s: Mapped[float | None] = mapped_column(Float)
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(String(32))
    due_on: Mapped[str | None] = mapped_column(String(10), index=True)
    done_at: Mapped[str | None] = mapped_column(String(32))


class LessonTable(Base):
    """A call that is practised from; its words are read from the call itself."""

    __tablename__ = "call_lessons"

    number: Mapped[int] = mapped_column(ForeignKey(CallTable.number, ondelete="CASCADE"), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(String(32))


class ScoreTable(Base):
    """One reviewer's scorecard of a call, with the card itself as it was then; `share` is 0..1 once it is done."""

    __tablename__ = "call_scores"
    __table_args__ = ({"sqlite_autoincrement": True},)

    score: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[int] = mapped_column(ForeignKey(CallTable.number, ondelete="CASCADE"), index=True)
    card: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(Integer)
    card_text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    reviewer: Mapped[str] = mapped_column(Text)
    answers: Mapped[str] = mapped_column(Text)
    share: Mapped[float | None] = mapped_column(Float)
    made_at: Mapped[str] = mapped_column(String(32))
    done_at: Mapped[str | None] = mapped_column(String(32))
    reply: Mapped[str | None] = mapped_column(String(16))
    reply_text: Mapped[str | None] = mapped_column(Text)
    replied_at: Mapped[str | None] = mapped_column(String(32))


class FilterTable(Base):
    """A filter of the list of calls under the name that somebody gave it, as JSON."""

    __tablename__ = "saved_filters"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    wish: Mapped[str] = mapped_column(Text)


class ProposalTable(Base):
    """A phrase that somebody wants in the team's lexicon and nobody has decided on yet."""

    __tablename__ = "lexicon_proposals"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    phrase: Mapped[str] = mapped_column(Text)
    direction: Mapped[str] = mapped_column(String(16))
    call_id: Mapped[str | None] = mapped_column(String(64))
    at_s: Mapped[float | None] = mapped_column(Float)
    made_at: Mapped[str] = mapped_column(String(32))


class LexiconTable(Base):
    """One version of the team's lexicon: all its phrases as JSON, each with its direction."""

    __tablename__ = "lexicon_versions"

    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    phrases: Mapped[str] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(String(32))
