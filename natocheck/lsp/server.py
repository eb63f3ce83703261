"""The server: what the protocol asks is passed on, what was found is sent back."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from natocheck import __version__
from natocheck.lsp.actions import actions
from natocheck.lsp.checking import Checked, Desk
from natocheck.lsp.diagnostics import diagnostics, unreadable
from natocheck.lsp.drafts import Draft, draft_of
from natocheck.lsp.hovers import hover
from natocheck.lsp.session import DELAY, Session
from natocheck.model.errors import InputError, NatocheckError


class Server(LanguageServer):
    """The language server with the session that it serves."""

    def __init__(self, desk: Desk) -> None:
        # whole texts: pygls parts the lines of an edit at signs that are no breaks to an editor
        super().__init__("natocheck", __version__, lsp.TextDocumentSyncKind.Full)
        self.desk = desk
        self.dismissed = False
        self.session = Session(desk, self._publish, self._complain)

    @property
    def encoding(self) -> str:
        """What positions count, as it was agreed upon."""
        return lsp.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value

    @property
    def markup(self) -> lsp.MarkupKind:
        """How hovers are written: the first kind that the client names."""
        text = self.client_capabilities.text_document
        formats = text.hover.content_format if text is not None and text.hover is not None else ()
        return lsp.MarkupKind((formats or [lsp.MarkupKind.PlainText])[0])

    def draft(self, uri: str) -> Draft | None:
        """The draft behind an address as it stands; None for what is no article."""
        document = self.workspace.get_text_document(uri)
        return draft_of(uri, document.language_id, document.source)

    def check(self, uri: str, delay: float) -> None:
        """Check a draft after a while, or clear what is no article."""
        draft = self.draft(uri)
        if draft is None:
            self.clear(uri)
        else:
            self.session.check(uri, draft, delay)

    def clear(self, uri: str) -> None:
        """Take back what was said of a draft."""
        self.session.close(uri)
        self._send(uri, [], None)

    def _publish(self, uri: str, found: Checked | NatocheckError, draft: Draft) -> None:
        if self.draft(uri) != draft:
            return  # it has changed meanwhile, and is checked again
        if isinstance(found, Checked):
            sent = list(diagnostics(found, self.encoding))
        elif isinstance(found, InputError):
            sent = [unreadable(draft, str(found), self.encoding)]
        else:
            sent = []  # what was said of an older text may be wrong by now
        self._send(uri, sent, self.workspace.get_text_document(uri).version)

    def _send(self, uri: str, sent: list[lsp.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, sent, version))

    def _complain(self, text: str) -> None:
        self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, text))


def serve(config: Path | None = None, *, isolated: bool = False) -> int:
    """Serve one editor over standard input and output until it leaves.

    Gives the exit code of the protocol: 0 if it said that it would leave, else 1.
    """
    server = server_of(Desk(config, isolated))
    with suppress(SystemExit):
        server.start_io()
    return 0 if server.dismissed else 1


def server_of(desk: Desk) -> Server:
    """A server with everything that it answers."""
    server = Server(desk)
    _follow_drafts(server)
    _answer(server)
    return server


def _follow_drafts(server: Server) -> None:
    @server.feature(lsp.SHUTDOWN)
    async def dismissed(_params: None = None) -> None:
        server.dismissed = True

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.check(params.text_document.uri, 0)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.check(params.text_document.uri, DELAY)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.check(params.text_document.uri, 0)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.clear(params.text_document.uri)


def _answer(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        checked = server.session.found(params.text_document.uri)
        if checked is None:
            return None
        return hover(checked, params.position, server.encoding, server.markup)

    options = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    async def asked(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        checked = server.session.found(uri)
        if checked is None:
            return []
        offer = partial(actions, checked, uri, params.range, server.encoding)
        judge = partial(server.desk.verdict, checked=checked)
        return await server.session.run(lambda: list(offer(judge)))
