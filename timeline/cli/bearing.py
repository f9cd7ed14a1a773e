"""What a stated status needs beside it, asked for before anything is written: the check would miss it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from timeline.checks.spellings import folded
from timeline.cli.asking import Try, answer, is_person_there, try_field
from timeline.cli.meaning import meaning_of
from timeline.cli.wording import columns
from timeline.pages.words import STATUSES
from timeline.records import Account, Event, Retraction, Status, slug
from timeline.writing import Value

_FEWEST_ACCOUNTS = 2
_AN_ACCOUNT = "Police: Two shells landed."
_NEEDED = {
    Status.CONFIRMED: "says who confirmed it: give it with --confirmed-by 'Exampleton police'",
    Status.DISPUTED: f"has at least two accounts: give each with --account '{_AN_ACCOUNT}'",
    Status.RETRACTED: "says why: give it with --retracted-because 'The report was withdrawn.'",
}
_ASKED_FOR = {
    Status.CONFIRMED: "You are then asked who confirmed it.",
    Status.DISPUTED: "You are then asked for the accounts.",
    Status.RETRACTED: "You are then asked since when and why.",
}
_STATUSES = {status.value: status for status in Status}
_BY, _SAYS = try_field(Account, "by"), try_field(Account, "says")


def borne_out(
    status: Status | None, confirmed_by: str | None, accounts: tuple[str, ...], day: str | None,
    reason: str | None, today: str, cited: Sequence[Value] = (),
) -> list[tuple[str, Value]]:  # fmt: skip
    """The keys of a status and of what bears it out, from the options and from a person who is there.

    Args:
        status: The status that is stated; left out, it is that of who confirmed it or why it was retracted.
        confirmed_by: Who confirmed it.
        accounts: The accounts, each as 'who: what they say'.
        day: The day of the retraction.
        reason: Why it was retracted.
        today: The day that is proposed for a retraction.
        cited: The event's sources, of which a person is asked which one gives each account.

    Raises:
        ClickException: Something is missing and nobody can be asked, or it does not fit the status.
    """
    stated = status or _said_by(confirmed_by, day or reason)
    for option, given, fitting in (
        ("--confirmed-by", confirmed_by, Status.CONFIRMED),
        ("--retracted-on", day, Status.RETRACTED),
        ("--retracted-because", reason, Status.RETRACTED),
    ):
        if given is not None and stated is not fitting:
            raise click.ClickException(f"{option} belongs to --status {fitting}, and not to {stated}")
    lacking = {
        Status.CONFIRMED: confirmed_by is None,
        Status.DISPUTED: len(accounts) < _FEWEST_ACCOUNTS,
        Status.RETRACTED: reason is None,
    }
    if stated and lacking.get(stated) and not is_person_there():
        raise click.ClickException(f"a {stated} event {_NEEDED[stated]}")
    pairs: list[tuple[str, Value]] = [("status", stated or "")]
    if stated is Status.CONFIRMED:
        why_not = try_field(Event, "confirmed_by")
        pairs.append(
            ("confirmed_by", answer("Who confirmed it, and where", why_not, confirmed_by, needed=True))
        )
    if stated is Status.RETRACTED:
        on = answer("Day of the retraction", try_field(Retraction, "date"), day, default=today, needed=True)
        why = answer("Why it was retracted", try_field(Retraction, "reason"), reason, needed=True)
        pairs.append(("retracted", {"date": on, "reason": why}))
    pairs.append(
        ("accounts", _accounts(accounts, _FEWEST_ACCOUNTS if stated is Status.DISPUTED else 0, cited))
    )
    return pairs


def status_by_person(derived: Status) -> Status | None:
    """The status that a person who is there wants stated; None where it is to follow from the sources.

    Args:
        derived: What follows from them.
    """
    if not is_person_there():
        return None

    def why_not(text: str) -> str:
        stated = _STATUSES.get(slug(text))
        if stated is None:
            return f"there is no status '{text}'; there are: {', '.join(_STATUSES)}"
        if stated in {Status.CORROBORATED, Status.SINGLE_SOURCE} and stated is not derived:
            return (
                f"by its sources the event is {derived}, as far as these name their publishers; "
                f"Enter leaves the status to them"
            )
        return ""

    rows = columns(
        ((status.value, f"{STATUSES[status][1]} {_ASKED_FOR.get(status, '')}") for status in Status), "  "
    )
    text = answer(
        "Status, where it does not follow from the sources", why_not, None,
        choices=f"{', '.join(_STATUSES)}; now {derived}",
        help=f"{meaning_of(Event, 'status')}\nThere are:\n{rows}".rstrip(),
    )  # fmt: skip
    return _STATUSES[slug(text)] if text else None


def _said_by(confirmed_by: str | None, retracted: str | None) -> Status | None:
    """The status that is meant by what bears it out."""
    if confirmed_by is not None:
        return Status.CONFIRMED
    return Status.RETRACTED if retracted else None


def _accounts(given: tuple[str, ...], fewest: int, cited: Sequence[Value]) -> list[dict[str, Value]]:
    """The accounts that are given; of a disputed event, a person is asked for all, and for their sources."""
    found = [answer("Account", _try_account, text) for text in given]
    sources = [_source_of(text, cited) for text in found]
    while fewest and len(given) < fewest:
        number = len(found) + 1
        question = f"Account {number} (as in {_AN_ACCOUNT})"
        text = answer(
            question, _differing_from(found), None, needed=number <= fewest,
            help="Who says it, a colon, and what they say, in your words. Each is asked for in turn.",
        )  # fmt: skip
        if not text:
            break
        found.append(text)
        sources.append(_source_of(text, cited))
    parts = (text.partition(":") for text in found)
    accounts = [{"by": by.strip(), "says": says.strip()} for by, _, says in parts]
    return [
        {**account, "source": source} if source else {**account}
        for account, source in zip(accounts, sources, strict=True)
    ]


def _source_of(account: str, cited: Sequence[Value]) -> str:
    """Which of the event's sources gives an account: an article by its id, or a work by its title."""
    names = [name for one in cited if (name := one if isinstance(one, str) else _title_of(one))]
    by_name = {folded(name): name for name in names}
    if not names or not is_person_there():
        return ""

    def why_not(text: str) -> str:
        return "" if folded(text) in by_name else f"the event's sources are: {', '.join(names)}"

    by = account.partition(":")[0].strip()
    only = names[0] if len(names) == 1 else ""
    text = answer(
        f"Where {by} is reported to say so", why_not, None, default=only,
        choices="" if only else ", ".join(names), help="One of the event's sources; 'none' leaves it out.",
    )  # fmt: skip
    return by_name.get(folded(text), "") if text else ""


def _title_of(work: Value) -> str:
    return str(work.get("title", "")) if isinstance(work, Mapping) else ""


def _differing_from(others: Sequence[str]) -> Try:
    """Tries accounts of a disputed event, of which no two say the same."""

    def why_not(text: str) -> str:
        if reason := _try_account(text):
            return reason
        said = {folded(other.partition(":")[2]) for other in others}
        if folded(text.partition(":")[2]) in said:
            return "the accounts of a disputed event differ; this one says what another says"
        return ""

    return why_not


def _try_account(text: str) -> str:
    by, _, says = (part.strip() for part in text.partition(":"))
    if not by or not says:
        return f"write who says it, a colon, and what they say, as in '{_AN_ACCOUNT}'"
    return _BY(by) or _SAYS(says)
