"""Pairs of dates in the ways in which people write them, some of which are no dates or the wrong way round."""

_DATES = (
    "2020-02-29", "2020-02-30", "2019-02-29", "2020-04-31", "2020-01-05", "2020-01-00", "2020-13", "2020-11", "2020-21", "2021",
    "2019", "-0044", "-0000", "30", "02", "02-29", "2020-01-04T19:45", "18:00", "0 January 2020", "31 April 2020",
)  # fmt: skip
_ALONE = (
    "about {a}", "{a} or so", "before {a}", "since {a}", "mid-{a}", "late {a}", "the evening of {a}", "{a}??", "{a} at noon",
    "on {a}, they said",
)  # fmt: skip
_PAIRED = (
    "{a}/{b}",
    "{a} to {b}",
    "{a}-{b}",
    "{a}--{b}",
    "between {a} and {b}",
    "from {a} until {b}, they said",
)
DUBIOUS = tuple(
    dict.fromkeys(
        [way.format(a=a) for way in _ALONE for a in _DATES]
        + [way.format(a=a, b=b) for way in _PAIRED for a in _DATES for b in _DATES]
    )
)
