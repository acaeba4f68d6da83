"""Tables of the call store."""

from sqlalchemy import Float, Integer, String, Text
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
