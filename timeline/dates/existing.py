"""Dates that exist, as patterns: what an editor is told to write must be taken once it is written.

They are apart because both tables of answers (`spoken` and `notations`) stand on them, and the form for new
events has them in the browser: a hint that was made of a day that no month has would be refused next.
"""

from __future__ import annotations

LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
"""The digits of a leap year."""
YEAR = "(?!-0000)-?[0-9]{4}"
MONTH = "(?:0[1-9]|1[0-2])"
DAYS = (
    ("(?:0[13578]|1[02])", "(?:0[1-9]|[12][0-9]|3[01])"),
    ("(?:0[469]|11)", "(?:0[1-9]|[12][0-9]|30)"),
    ("02", "(?:0[1-9]|1[0-9]|2[0-8])"),
)
"""Months, and the days that they have in every year."""
DAYS_BY_YEAR = (*(("[0-9]{4}", *row) for row in DAYS), (LEAP, "02", "(?:0[1-9]|[12][0-9])"))
"""The same behind the years of which it is true."""
MONTH_AND_DAY = f"(?:{'|'.join(f'{months}-{days}' for months, days in DAYS)})"
_DAY_OF_MONTH = f"(?:[0-9]{{4}}-{MONTH_AND_DAY}|{LEAP}-02-29)"
DAY = f"(?!-0000)-?{_DAY_OF_MONTH}"
END = f"(?:{DAY}|{YEAR}-{MONTH}|{YEAR})"
"""A date as one end of a span may be."""
DATE = f"(?:{DAY}|{YEAR}-(?:{MONTH}|2[1-4])|{YEAR})"
CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"


def not_falling(between: str = "[^-0-9]+", made_of: str = "-0-9") -> str:
    """That of two dates, which begin here, the second is not before the first.

    A first date before the year 0 is let pass: its digits run the other way.

    Args:
        between: What stands between the two.
        made_of: The characters that they consist of.
    """
    before_zero = f"[0-9][{made_of}]*{between}-"
    first_to_differ = "|".join(f"{n}[{made_of}]*{between}(?P=same)[0-{n - 1}]" for n in range(1, 10))
    return f"(?!(?P<same>(?:[0-9][{made_of}]*)?)(?:{first_to_differ}|{before_zero}))"
