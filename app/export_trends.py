"""Trends of the stored calls as a file, at the command line."""

from datetime import date, datetime, time

from app.call_options import call_settings, unlock
from app.compose import open_trends, rule_titles
from app.compose.exports import export_place, file_writer
from app.core.errors import InputError
from app.core.export import Format, TableWish
from app.core.trend_list import trend_table
from app.core.trends import trend_of, weeks_until
from app.runtime.exporting import write_table


def export_trends(agent: str | None, weeks: int, format_: Format | None, to: str, *, may_replace: bool) -> str:
    """Write the trends of the team, or of an agent, up to this week, and give what is told.

    Raises InputError, StoreError.
    """
    format_ = format_ or Format.CSV
    if not format_.is_list:
        advice = "Say --format csv or --format xlsx."
        raise InputError("Trends cannot be written as {format}.", advice, format=format_.value)
    settings = call_settings()
    spans = weeks_until(datetime.now().astimezone().date(), weeks, _begin)
    if not settings.store_file.exists():
        raise InputError("No call is stored.", "Hear some calls first.")
    unlock(settings)
    store = open_trends(settings)
    try:
        trend = trend_of(store.figures(spans, agent))
    finally:
        store.close()
    if not trend.whole.calls + trend.whole.unscored:
        raise InputError("There are no such calls in these weeks.", "Say more --weeks, or another --agent.")
    wish = TableWish(
        table=trend_table(spans, trend, agent, rule_titles(settings)), format=format_, to=to, may_replace=may_replace
    )
    return write_table(wish, file_writer(str, str), export_place(wish))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
