"""Tables of the call store."""

from sqlalchemy import Boolean, Float, Integer, String, Text, false, true
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Every table of the store."""


class CallTable(Base):
    """One ended call: the columns a list shows, and its whole document as JSON."""

    __tablename__ = "calls"

    call_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    started_at: Mapped[str] = mapped_column(String(32), index=True)
    source: Mapped[str] = mapped_column(Text)
    agent: Mapped[str | None] = mapped_column(Text)
    duration_s: Mapped[float] = mapped_column(Float)
    peak_level: Mapped[float | None] = mapped_column(Float)
    end_level: Mapped[float | None] = mapped_column(Float)
    escalations: Mapped[int] = mapped_column(Integer)
    document: Mapped[str] = mapped_column(Text)
    has_words: Mapped[bool] = mapped_column(Boolean, server_default=true())
    is_held: Mapped[bool] = mapped_column(Boolean, server_default=false())


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
