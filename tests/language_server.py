"""The language server that VS Code's YAML extension runs, spoken to as VS Code does (LSP over stdio)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SERVER = Path(__file__).parent / "browser/node_modules/yaml-language-server/bin/yaml-language-server"


class LanguageServer:
    """One server for one folder, with the settings of that folder's `.vscode/settings.json`."""

    def __init__(self, folder: Path) -> None:
        node = shutil.which("node")
        if node is None or not SERVER.is_file():
            pytest.fail("npm's yaml-language-server is missing: run `npm ci` in tests/browser")
        self.folder = folder
        flat = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.settings: dict = {}
        for name, value in flat.items():
            *parents, last = name.split(".")
            inner = self.settings
            for parent in parents:
                inner = inner.setdefault(parent, {})
            inner[last] = value
        self.process = subprocess.Popen(
            [node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self.number = 0
        self.diagnostics: dict[str, list] = {}
        uri = folder.as_uri()
        self.ask("initialize", {
            "processId": None, "rootUri": uri, "workspaceFolders": [{"uri": uri, "name": "project"}],
            "capabilities": {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]},
                },
            },
        })  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})
        # It asks for its settings when it comes to it, and until then it knows no schema.
        while not self.problems("content/events/ready.yaml", "- 1\n"):
            pass

    def _send(self, message: dict) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _receive(self) -> dict:
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            name, _, value = line.partition(b": ")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def _handle(self, message: dict) -> None:
        """What the server asks and tells on its own."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            items = [self._section(item.get("section", "")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": items})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _section(self, name: str) -> object:
        found: object = self.settings
        for part in filter(None, name.split(".")):
            found = found.get(part) if isinstance(found, dict) else None
        return found

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> object:
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": params})
        while (message := self._receive()).get("id") != number or "method" in message:
            self._handle(message)
        if "error" in message:
            raise AssertionError(message["error"])
        return message["result"]

    def open(self, path: str, text: str) -> str:
        uri = (self.folder / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def problems(self, path: str, text: str) -> list[tuple[int, str]]:
        """The marks an editor would see: line (from 1) and message."""
        uri = self.open(path, text)
        while uri not in self.diagnostics:
            self._handle(self._receive())
        return sorted((d["range"]["start"]["line"] + 1, d["message"]) for d in self.diagnostics.pop(uri))

    def _at(self, path: str, text: str) -> dict:
        """A place in a file: where the text has a `|`."""
        before = text[: text.index("|")]
        uri = self.open(path, text.replace("|", "", 1))
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": uri}, "position": place}

    def completions(self, path: str, text: str) -> dict[str, str]:
        """What is proposed at the `|` of the text, with its help."""
        found = self.ask("textDocument/completion", self._at(path, text))
        return {item["label"]: _plain(item.get("documentation", "")) for item in found["items"]}

    def hover(self, path: str, text: str) -> str:
        """The help shown at the `|` of the text."""
        found = self.ask("textDocument/hover", self._at(path, text))
        return _plain(found["contents"]) if found else ""

    def close(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()


def _plain(words: object) -> str:
    return words["value"] if isinstance(words, dict) else str(words)
