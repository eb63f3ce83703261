"""What a stretch of text says, without the marks that only format it."""

import re

_TARGET = (
    r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\"|\s+'[^'\n]*')?\)"  # address and title
)

# Every pattern stops at the next opening bracket, so that matching stays linear.
_MARKUP = re.compile(
    r"<!--[^<]*?-->"  # comment
    r"|</?[A-Za-z][^<>]*>"  # tag, or an address in angle brackets
    r"|&lt;/?[A-Za-z][^<>&]*&gt;|&nbsp;"  # tag and space as HTML writes them out
    r"|!\[(?=[^\[\]]*\][(\[])"  # before an image's description
    rf"|\[(?=[^\[\]]+\](?:{_TARGET}|\[[^\[\]]*\]))"  # before a link's text
    rf"|(?<=[^\[\s])\]{_TARGET}"
    r"|(?<=[^\[\s])\]\[[^\[\]]*\](?!\()"  # reference after a link's text
    r"|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])"  # emphasis
    r"|(?<=\w)\*{2,3}(?=\w)"
    r"|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
    r"|~~|`+"
    r"|\\(?=[!-/:-@\[-`{-~])"  # escape
    r"|(?:(?<=\n)|(?<=\r))[ \t]{0,3}(?:>[ \t]?)+"  # quotation marker of a wrapped line
)


def prose(text: str, start: int, end: int) -> str:
    """The slice ``text[start:end]`` with Markdown and HTML marks replaced by spaces.

    The result is as long as the slice, so that offsets into it stay true to the text.
    """
    piece = text[start:end]
    return _MARKUP.sub(lambda found: " " * len(found[0]), piece)
