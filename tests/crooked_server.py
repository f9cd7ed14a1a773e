"""A web server on this machine that misbehaves in every way that links do: a real one, on a real socket."""

import contextlib
import socketserver
import threading
import time
from collections import Counter
from email.utils import formatdate

PHRASES = {200: "OK", 301: "Moved Permanently", 302: "Found", 308: "Permanent Redirect", 403: "Forbidden",
           404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 429: "Too Many Requests",
           500: "Internal Server Error", 503: "Service Unavailable"}  # fmt: skip


class CrookedServer(socketserver.ThreadingTCPServer):
    """Answers by the path: `/404` with that status, `/to/302/alive` with a redirect, `/slow` late, and so on.

    Attributes:
        asked: Every request, as `HEAD /path`, in the order in which they came.
        agents: The `User-Agent` of every request.
        sent: The bytes of the longest page that was sent before the other side hung up.
        away: Where `/away/NAME` leads, by name.
        most_at_once: The most requests that were open at the same time.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, host="127.0.0.1"):
        super().__init__((host, 0), _Visitor)
        self.asked, self.agents, self.sent = [], [], 0
        self.away = {}
        self.counts = Counter()
        self.over = threading.Event()
        self.lock = threading.Lock()
        self.open = self.most_at_once = 0
        self.together = threading.Barrier(2)

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.server_address[1]}{path}"

    def handle_error(self, request, client_address):
        """Says nothing of visitors who hang up."""


class _Visitor(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline(65536).decode("ascii").split()
        if not line:
            return
        self.method, path = line[:2]
        self.count = 0
        while header := self.rfile.readline(65536).decode("ascii").strip():
            if header.lower().startswith("user-agent:"):
                self.server.agents.append(header.partition(":")[2].strip())
        with self.server.lock:
            self.server.asked.append(f"{self.method} {path}")
            self.server.counts[path] += 1
            self.count = self.server.counts[path]
            self.server.open += 1
            self.left = False
            self.server.most_at_once = max(self.server.most_at_once, self.server.open)
        try:
            _, name, *rest = path.partition("?")[0].split("/")
            answer = getattr(self, f"do_{name.replace('-', '_')}", None)
            if answer is not None:
                answer(*rest)
            else:
                self.answer(int(name) if name.isdigit() else 200)
        finally:
            self.leave()

    def leave(self):
        """Counts the request as over: before the last of the answer, after which the next may come at once."""
        with self.server.lock:
            self.server.open -= not self.left
            self.left = True

    def answer(self, status, *headers, body=b"A made-up page."):
        self.leave()
        rows = [f"HTTP/1.1 {status} {PHRASES.get(status, 'Odd')}", *headers, f"Content-Length: {len(body)}"]
        self.wfile.write("\r\n".join([*rows, "", ""]).encode("latin-1") + body)

    def do_to(self, status, *path):
        self.answer(int(status), f"Location: /{'/'.join(path)}")

    def do_away(self, name):
        """A redirect to wherever the test has said that the name leads."""
        self.answer(302, f"Location: {self.server.away[name]}")

    def do_circle(self, side):
        self.answer(302, f"Location: /circle/{'two' if side == 'one' else 'one'}")

    def do_onward(self, number):
        self.answer(302, f"Location: /onward/{int(number) + 1}")

    def do_head_refused(self, status="405"):
        self.answer(int(status) if self.method == "HEAD" else 200)

    def do_flaky(self, status, times):
        """Fails as often as it says, then answers."""
        self.answer(200 if self.count > int(times) else int(status))

    def do_busy(self, wish, times="1"):
        """Asks to be left alone for that many seconds, or until a date; then it answers."""
        seconds = wish.removeprefix("date-")
        header = formatdate(time.time() + int(seconds), usegmt=True) if seconds != wish else wish
        if self.count > int(times):
            self.answer(200)
        else:
            self.answer(429, f"Retry-After: {header}")

    def do_slow(self):
        self.server.over.wait(20)

    def do_drip(self):
        """One byte at a time, each well within any timeout for one read."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        while not self.server.over.wait(0.02):
            self.wfile.write(b"x")
            self.wfile.flush()

    def do_cut_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/ht")

    def do_cut_body(self):
        if self.method == "HEAD":
            self.answer(405)
        else:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nA made-up pa")

    def do_hang_up(self):
        """No answer at all."""

    def do_endless(self):
        if self.method == "HEAD":
            self.answer(405)
            return
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not self.server.over.is_set():
            self.wfile.write(b"x" * 65536)
            self.server.sent += 65536

    def do_flood(self):
        """Headers without end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.over.is_set():
            self.wfile.write(b"X-Flood: " + b"x" * 60000 + b"\r\n")

    def do_other(self):
        self.wfile.write(b"SSH-2.0-made-up\r\n")

    def do_together(self):
        """Answers only when two are asking at the same time."""
        self.server.together.wait(timeout=20)
        self.answer(200)


@contextlib.contextmanager
def crooked_server(host="127.0.0.1"):
    """A running server, until the end of the block."""
    with CrookedServer(host) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
