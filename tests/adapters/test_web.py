"""Links tried against a real server on this machine; no test here asks any other."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from ipaddress import ip_address

import pytest
from crooked_server import crooked_server

from timeline.adapters.web import Manner, State, try_all
from timeline.adapters.web.connection import ask
from timeline.adapters.web.pace import MOST_FAILURES, GivenUp, Pace
from timeline.adapters.web.reach import is_public
from timeline.adapters.web.trial import MOST_REDIRECTS, try_link

AGENT = "mkdocs-news-timeline/test"


@pytest.fixture(scope="module")
def server():
    with crooked_server() as running:
        yield running


@pytest.fixture
def asked(server):
    """The requests that come during the test."""
    del server.asked[:]
    server.counts.clear()
    return server.asked


def manner(**changes):
    """Patient with a slow machine, quick otherwise, and free to reach the test's own server alone."""
    quick = {"timeout": 20, "pause": 0, "retries": 1, "may_reach": lambda a: str(a) == "127.0.0.1"}
    return Manner(AGENT, **(quick | changes))


def tried(url, **changes):
    found = try_all([url], manner(**changes))[url]
    return found.state, found.found


def test_a_page_that_answers_is_asked_once_by_head_in_our_own_name(server, asked):
    assert tried(server.url("/alive?a=1#part")) == (State.ANSWERS, "200 OK")
    assert asked == ["HEAD /alive?a=1"]
    assert server.agents[-1] == AGENT


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (410, "410 Gone")])
def test_a_page_that_is_gone_by_head_and_by_get_is_dead(server, asked, status, words):
    assert tried(server.url(f"/{status}")) == (State.DEAD, words)
    assert asked == [f"HEAD /{status}", f"GET /{status}"]


@pytest.mark.parametrize("status", [405, 403, 404, 501])
def test_where_head_is_refused_get_decides(server, asked, status):
    assert tried(server.url(f"/head-refused/{status}")) == (State.ANSWERS, "200 OK")
    assert asked == [f"HEAD /head-refused/{status}", f"GET /head-refused/{status}"]


def test_a_page_that_refuses_programs_is_not_dead(server, asked):
    assert tried(server.url("/403")) == (State.UNREACHABLE, "403 Forbidden")
    assert len(asked) == 2


def test_a_status_that_nobody_has_given_words_is_told_by_its_number(server):
    assert tried(server.url("/999")) == (State.UNREACHABLE, "999")


def moved(url):
    found = try_all([url], manner())[url]
    return found.state, found.moved_to


def test_a_page_has_moved_as_far_as_every_redirect_is_permanent(server):
    alive = server.url("/alive")
    assert moved(server.url("/to/301/alive")) == (State.MOVED, alive)
    assert moved(server.url("/to/301/to/308/alive")) == (State.MOVED, alive)
    assert moved(server.url("/to/301/to/302/alive")) == (State.MOVED, server.url("/to/302/alive"))
    assert moved(server.url("/to/302/to/301/alive")) == (State.ANSWERS, "")


def test_a_redirect_to_a_front_page_is_told_apart(server):
    assert tried(server.url("/to/301/")) == (
        State.MOVED, "moved to a front page, which may not be what was cited"
    )  # fmt: skip


def test_a_redirect_to_a_page_that_is_gone_is_dead(server):
    words = f"404 Not Found, after a redirect to {server.url('/404')}"
    assert tried(server.url("/to/301/404")) == (State.DEAD, words)


def test_redirects_in_a_circle_and_without_end_are_given_up(server, asked):
    assert tried(server.url("/circle/one")) == (State.UNREACHABLE, "it leads round in a circle")
    assert asked == ["HEAD /circle/one", "HEAD /circle/two"]
    assert tried(server.url("/onward/0")) == (
        State.UNREACHABLE,
        f"it leads on more than {MOST_REDIRECTS} times",
    )
    assert len(asked) == 2 + MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "location",
    [
        "ftp://example.org/a",
        "javascript:alert(1)",
        "http://user:word@example.org/",
        "http://[::1/",
        "http://-/a",
    ],
)
def test_a_redirect_to_what_is_no_address_is_not_followed(server, location):
    server.away["odd"] = location
    assert tried(server.url("/away/odd")) == (
        State.UNREACHABLE,
        "it leads on to what is no address of the web",
    )


def test_a_redirect_may_be_written_with_blanks_and_letters_of_any_script(server, asked):
    server.away["odd"] = "/alive/a b/é\u202e".encode().decode("latin-1")
    assert tried(server.url("/away/odd")) == (State.ANSWERS, "200 OK")
    assert asked[-1] == "HEAD /alive/a%20b/%C3%A9%E2%80%AE"


def test_an_address_in_any_script_is_asked_for(server, asked):
    assert tried(server.url("/alive/خبر?q=é")) == (State.ANSWERS, "200 OK")
    assert asked == ["HEAD /alive/%D8%AE%D8%A8%D8%B1?q=%C3%A9"]


def test_what_may_pass_is_tried_again_and_no_more_often_than_said(server, asked):
    assert tried(server.url("/flaky/500/2")) == (State.ANSWERS, "200 OK")
    assert asked == ["HEAD /flaky/500/2", "GET /flaky/500/2", "GET /flaky/500/2"]
    assert tried(server.url("/500"), retries=2) == (State.UNREACHABLE, "500 Internal Server Error")
    assert asked[3:] == ["HEAD /500", *["GET /500"] * 3]


def waited(url, **changes):
    """The outcome of one link, and the seconds that its host was left alone each time."""
    waits = []
    quick = manner(**changes)
    outcome = try_link(url, quick, Pace(quick.pause, waits.append))
    return outcome.state, [round(wait) for wait in waits]


def test_a_host_that_names_a_wait_is_given_it(server, asked):
    assert waited(server.url("/busy/7")) == (State.ANSWERS, [7])
    assert asked == ["HEAD /busy/7", "GET /busy/7"]
    state, (wait,) = waited(server.url("/busy/date-30"))
    assert (state, 28 <= wait <= 30) == (State.ANSWERS, True)


def test_without_a_wish_each_wait_is_twice_as_long_and_bounded(server):
    assert waited(server.url("/500"), pause=10, retries=2, longest_wait=35) == (
        State.UNREACHABLE,
        [10, 20, 35],
    )
    assert waited(server.url("/busy/soon"), pause=10) == (State.ANSWERS, [10])


def test_a_host_that_wants_a_longer_wait_is_left_alone_for_the_rest_of_the_round(server, asked):
    for wait, words in (("3600", "3600 seconds"), ("1", "1 second")):
        asked.clear()
        urls = [server.url(f"/busy/{wait}/{number}") for number in (1, 2)]
        found = try_all(urls, manner(longest_wait=0.5))
        assert [(found[url].state, found[url].found) for url in urls] == [
            (State.UNREACHABLE, f"its host asks to be left alone for {words}"),
            (State.UNTRIED, f"its host asks to be left alone for {words}"),
        ]
        assert asked == [f"HEAD /busy/{wait}/1"]


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_an_answer_that_does_not_come_in_time_is_not_waited_for(server, path):
    found = try_all([server.url(path)], manner(timeout=0.3, retries=0))
    assert [(o.state, o.found) for o in found.values()] == [
        (State.UNREACHABLE, "no answer within 0.3 seconds")
    ]


@pytest.mark.parametrize("path", ["/cut-headers", "/cut-body", "/hang-up"])
def test_an_answer_that_breaks_off_is_tried_again_and_then_unreachable(server, asked, path):
    assert tried(server.url(path)) == (State.UNREACHABLE, "the answer breaks off")
    assert asked == [f"HEAD {path}", f"GET {path}", f"GET {path}"]


def test_what_is_no_web_server_is_asked_once(server, asked):
    assert tried(server.url("/other")) == (State.UNREACHABLE, "what answers is no web server")
    assert tried(server.url("/flood")) == (State.UNREACHABLE, "what answers is no web server")
    assert asked == ["HEAD /other", "HEAD /flood"]


def test_of_a_page_without_end_only_the_beginning_is_taken(server):
    assert tried(server.url("/endless")) == (State.ANSWERS, "200 OK")
    assert server.sent < 32_000_000  # what the two ends of a connection may hold between them


def test_a_port_where_nobody_listens(server):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert tried(url, retries=0) == (State.UNREACHABLE, "the connection was refused")


def test_an_address_to_which_no_way_leads():
    state, words = tried("http://255.255.255.255/", retries=0, may_reach=lambda _: True)
    assert (state, words.startswith("the connection failed: ")) == (State.UNREACHABLE, True)


def test_a_host_that_fails_again_and_again_is_given_up(server, asked):
    urls = [server.url(f"/hang-up?{number}") for number in range(5)]
    found = try_all(urls, manner(retries=0))
    assert [found[url].state for url in urls] == [State.UNREACHABLE] * MOST_FAILURES + [State.UNTRIED] * 2
    assert found[urls[4]].found == "3 other links of its host gave no answer"
    assert len(asked) == 2 * MOST_FAILURES


def test_when_the_time_is_up_nothing_more_is_begun(server, asked):
    assert tried(server.url("/alive"), minutes=0) == (State.UNTRIED, "the time was up")
    assert tried(server.url("/busy/50"), minutes=0.5) == (State.UNTRIED, "the time was up")
    assert asked == ["HEAD /busy/50"]


# Which machines are asked


def test_this_machine_is_not_asked_unless_that_is_allowed(server, asked):
    urls = [
        server.url("/alive", host)
        for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]")
    ]
    found = try_all(urls, Manner(AGENT, pause=0, retries=0))
    assert {outcome.state for outcome in found.values()} <= {State.UNTRIED, State.UNREACHABLE}
    assert found[urls[0]].found == found[urls[1]].found == "it leads into a network that is not public"
    assert asked == []


@pytest.mark.parametrize(
    "location",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "//127.0.0.2:1/x"],
)
def test_a_redirect_into_a_private_network_is_not_followed(server, location):
    server.away["inside"] = location
    state, words = tried(server.url("/away/inside"))
    assert state is State.UNREACHABLE
    assert words.startswith("it leads into a network that is not public, after a redirect to http://")


def leading(monkeypatch, *answers):
    """Lets the name `made-up.example` lead to other addresses each time that it is looked up."""
    lookups = []
    real = socket.getaddrinfo

    def getaddrinfo(host, port, *args, **options):
        if host != "made-up.example":
            return real(host, port, *args, **options)
        addresses = answers[min(len(lookups), len(answers) - 1)]
        lookups.append(host)
        return [row for address in addresses for row in real(address, port, *args, **options)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return lookups


def test_a_name_that_leads_into_a_private_network_is_not_followed(server, asked, monkeypatch):
    leading(monkeypatch, ["10.0.0.1", "127.0.0.2"])
    assert tried(server.url("/alive", "made-up.example"))[0] is State.UNTRIED
    server.away["name"] = server.url("/alive", "made-up.example")
    assert tried(server.url("/away/name"))[0] is State.UNREACHABLE
    assert asked == ["HEAD /away/name"]


def test_of_several_addresses_only_those_that_may_be_reached_are(server, asked, monkeypatch):
    leading(monkeypatch, ["10.0.0.1", "127.0.0.1"])
    assert tried(server.url("/alive", "made-up.example")) == (State.ANSWERS, "200 OK")
    assert asked == ["HEAD /alive"]


def test_the_address_that_was_judged_is_the_one_that_is_connected_to(server, asked, monkeypatch):
    """A name may lead elsewhere when it is asked again: so it is asked once a request, and judged each time."""
    lookups = leading(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    url = server.url("/head-refused", "made-up.example")
    answer = ask("GET", url, manner())
    assert (answer.status, asked, len(lookups)) == (200, ["GET /head-refused"], 1)
    assert tried(url) == (State.UNTRIED, "it leads into a network that is not public")
    assert (len(asked), len(lookups)) == (1, 2)


def test_a_name_that_is_known_nowhere_is_dead_if_any_other_is_known(server, monkeypatch):
    real = socket.getaddrinfo

    def getaddrinfo(host, *args, **options):
        if host.endswith(".example"):
            raise socket.gaierror(
                socket.EAI_NONAME if host == "none.example" else socket.EAI_AGAIN, "made up"
            )
        return real(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    none, later, alive = "http://none.example/", "http://later.example/", server.url("/alive")
    words = "its host's name leads nowhere"
    assert tried(none) == (State.UNREACHABLE, words)
    found = try_all([none, later, alive], manner(retries=0))
    assert (found[none].state, found[none].found) == (State.DEAD, words)
    assert (found[later].state, found[later].found) == (
        State.UNREACHABLE,
        "its host's name could not be looked up",
    )


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "é" * 70 + ".example"])
def test_a_name_that_cannot_be_one_leads_nowhere(host):
    assert tried(f"http://{host}/") == (State.UNREACHABLE, "its host's name leads nowhere")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("8.8.8.8", True), ("2606:2800:220:1::1", True), ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True), ("2002:808:808::1", True),
        ("0.0.0.1", False), ("10.1.2.3", False), ("100.64.0.1", False), ("127.0.0.1", False), ("127.9.9.9", False),
        ("169.254.169.254", False), ("172.16.0.1", False), ("192.168.1.1", False), ("192.0.2.1", False),
        ("198.18.0.1", False), ("203.0.113.1", False), ("224.0.0.1", False), ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False), ("::1", False), ("::127.0.0.1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b:1::1", False), ("100::1", False), ("2001:db8::1", False),
        ("2002:7f00:1::1", False), ("2002:a00:1::1", False), ("2001:0:4136:e378:8000:63bf:80ff:fffe", False),
        ("3fff::1", False), ("fc00::1", False), ("fd00:ec2::254", False), ("fe80::1", False), ("fec0::1", False),
        ("ff02::1", False), ("4000::1", False),
    ],
)  # fmt: skip
def test_only_the_public_internet_is_public(address, public):
    assert is_public(ip_address(address)) is public


# Certificates


def test_a_page_whose_certificate_nobody_vouches_for_is_unreachable(tmp_path, monkeypatch):
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with crooked_server() as secure:
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        url = secure.url("/alive", "localhost").replace("http:", "https:")
        here = {"may_reach": lambda a: a.is_loopback, "retries": 0}
        state, words = tried(url, **here)
        assert (state, words.startswith("its certificate is not valid: self")) == (State.UNREACHABLE, True)
        trusting = ssl.create_default_context(cafile=str(certificate))
        trusting.verify_flags &= ~ssl.VERIFY_X509_STRICT  # what openssl makes by default need not pass that
        assert tried(url, **here, context=trusting) == (State.ANSWERS, "200 OK")
        state, words = tried(url.replace("localhost", "127.0.0.1"), **here, context=trusting)
        assert (state, words.startswith("its certificate is not valid: ")) == (State.UNREACHABLE, True)
        assert secure.asked == ["HEAD /alive"]


def test_a_page_that_speaks_no_tls_is_unreachable(server):
    url = server.url("/alive").replace("http:", "https:")
    assert tried(url, retries=0) == (State.UNREACHABLE, "no secure connection could be made")


# Whose turn it is


def test_one_host_is_asked_one_thing_at_a_time():
    with crooked_server() as busy:
        urls = [busy.url(f"/alive/{number}") for number in range(8)]
        assert {o.state for o in try_all(urls, manner()).values()} == {State.ANSWERS}
        assert busy.most_at_once == 1


def test_several_hosts_are_asked_at_the_same_time(server):
    urls = [server.url("/together"), server.url("/together", "localhost")]
    found = try_all(urls, manner(may_reach=lambda a: a.is_loopback))
    assert {outcome.state for outcome in found.values()} == {State.ANSWERS}


def test_a_pause_lies_between_two_requests_to_one_host_and_none_between_two_hosts():
    now, waits = [100.0], []

    def wait(seconds):
        waits.append(seconds)
        now[0] += seconds

    pace = Pace(3, wait, lambda: now[0])
    for host in ("one.example", "two.example", "one.example"):
        with pace.turn(host):
            now[0] += 1
    assert waits == [2]  # the second host took one of the three seconds
    pace.hold("one.example", 10)
    with pace.turn("one.example"):
        pass
    assert waits == [2, 10]
    pace.give_up("one.example", "it said so")
    with pytest.raises(GivenUp, match="it said so"), pace.turn("one.example"):
        pytest.fail("it was asked")


def test_no_pause_follows_where_nobody_was_asked():
    waits = []
    slow = manner(pause=50, may_reach=lambda _: False)
    pace = Pace(slow.pause, waits.append)
    for number in (1, 2):
        assert try_link(f"http://127.0.0.1/{number}", slow, pace).state is State.UNTRIED
    assert waits == []


def test_a_link_that_is_cited_twice_or_with_other_fragments_is_tried_once(server, asked):
    urls = [server.url("/alive"), server.url("/alive#a"), server.url("/alive#b"), server.url("/alive")]
    assert list(try_all(urls, manner())) == sorted(set(urls))
    assert asked == ["HEAD /alive"]


def test_ctrl_c_ends_a_round_at_once(server):
    """What counts the links may be interrupted; nothing that is left is then waited for."""
    urls = [server.url("/alive", host) for host in ("127.0.0.1", "localhost")] + [server.url("/busy/3000")]

    def interrupted(_):
        raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        try_all(urls, manner(may_reach=lambda a: a.is_loopback, longest_wait=9999), interrupted)
    deadline = time.monotonic() + 5  # the server's own threads end when they are done
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before
