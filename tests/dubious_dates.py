"""Pairs of dates in the ways in which people write them, some of which are no dates or the wrong way round."""

_DATES = (
    "2020-02-29", "2020-02-30", "2019-02-29", "2020-04-31", "2020-01-05", "2020-01-00", "2020-13", "2020-11", "2020-21", "2021",
    "2019", "-0044", "-0044-3-15", "-0000", "30", "02", "02-29", "2020-01-04T19:45", "18:00", "0 January 2020", "31 April 2020", "9th century",
)  # fmt: skip
_ALONE = (
    "about {a}", "{a} or so", "before {a}", "since {a}", "mid-{a}", "late {a}", "the evening of {a}", "{a}??", "{a} at noon",
    "on {a}, they said", "{a} 98:00", "+{a}", "{a} 19:45 UTC", "{a}, 24:00", "{a} 7.30 pm EST", "{a}  19:60 UTC+3", "{a}]", "{a}?T25:10",
)  # fmt: skip
_PAIRED = (
    "{a}/{b}",
    "{a} to {b}",
    "{a} or {b}",
    "[{a}, {b}",
    "{a}-{b}",
    "{a}--{b}",
    "between {a} and {b}",
    "from {a} until {b}, they said",
    "[{a}..{b}]",
)
DUBIOUS = tuple(
    dict.fromkeys(
        [way.format(a=a) for way in _ALONE for a in _DATES]
        + [way.format(a=a, b=b) for way in _PAIRED for a in _DATES for b in _DATES]
    )
)
DUBIOUS_TIMES = tuple(
    f"{before}{clock}{between}{zone}"
    for before in ("", "about ", "~")
    for clock in ("19:45", "24:00", "7pm", "25:10", "19.45", "1945", "19:60", "07:30:60")
    for between in ("", " ", "-")
    for zone in ("", "UTC", "EST", "UTC+3", "gmt-13", "Z", "+03:00", "-00:00", "2100", "21:00")
)
