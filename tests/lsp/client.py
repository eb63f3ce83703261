"""A small client of the protocol: a real process, its messages read by a thread."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PROGRAM = "from natocheck.cli.main import run; run()"
PATIENCE = 120  # seconds until a silent server counts as dead


class Client:
    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "lsp", *arguments],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.inbox: queue.Queue[Any] = queue.Queue()
        self.heard: list[Any] = []
        self.last = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            length = int(line.split(b":")[1])
            while self.process.stdout.readline().strip():
                pass
            self.inbox.put(json.loads(self.process.stdout.read(length)))
        self.inbox.put(None)

    def send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self.send(method=method, params=params)

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request, or its error."""
        self.last += 1
        number = self.last
        self.send(id=number, method=method, params=params)
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message)
        return answer["result"] if "result" in answer else answer["error"]

    def wait(self, wanted: Any) -> Any:
        """The first message that fits, whether it came already or comes yet."""
        for message in self.heard:
            if wanted(message):
                self.heard.remove(message)
                return message
        while (message := self.inbox.get(timeout=PATIENCE)) is not None:
            if wanted(message):
                return message
            self.heard.append(message)
        raise AssertionError("the server is gone")

    def diagnostics(self, uri: str, version: int | None) -> list[Any]:
        """What is published of one version of a draft."""

        def fits(message: Any) -> bool:
            params = message.get("params") or {}
            published = message.get("method") == "textDocument/publishDiagnostics"
            return published and params["uri"] == uri and params.get("version") == version

        found: list[Any] = self.wait(fits)["params"]["diagnostics"]
        return found

    def message(self) -> str:
        """What the user is shown next."""
        shown = self.wait(lambda message: message.get("method") == "window/showMessage")
        return str(shown["params"]["message"])

    def start(self, *encodings: str, markdown: bool = True) -> Any:
        formats = ["markdown", "plaintext"] if markdown else ["plaintext"]
        capabilities = {
            "general": {"positionEncodings": list(encodings) or ["utf-16"]},
            "textDocument": {"hover": {"contentFormat": formats}},
        }
        result = self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self.tell("initialized")
        return result

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=item)

    def change(self, uri: str, version: int, *changes: Any) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=list(changes))

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        position = {"line": line, "character": character}
        return self.ask(method, textDocument={"uri": uri}, position=position)

    def actions(self, uri: str, line: int) -> list[Any]:
        asked = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 999}}
        found: list[Any] = self.ask(
            "textDocument/codeAction",
            textDocument={"uri": uri},
            range=asked,
            context={"diagnostics": []},
        )
        return found

    def end(self) -> int:
        self.ask("shutdown")
        self.send(method="exit")
        return self.process.wait(timeout=PATIENCE)
