"""The head of a note (front matter): names and plain values in YAML, read as text, never as anything that acts."""

import re

MOST = 64 << 10
_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_DEEPEST = 20


class BadHead(ValueError):
    """The head is not sound, too large, or uses what only an attacker needs."""


def split_head(text: str) -> tuple[dict[str, str], str]:
    """The head's plain values by their names in small letters, and the rest as it stands; raises ``BadHead``."""
    if not text.lstrip("\ufeff").startswith("---"):
        return {}, text.removeprefix("\ufeff")
    found = _HEAD.match(text[: MOST + 10])
    if found is None:
        first = text.lstrip("\ufeff").splitlines()[0].strip()
        if first == "---" and re.search(r"^---[ \t]*\r?$", text[MOST : 4 * MOST], re.MULTILINE):
            raise BadHead
        return {}, text.removeprefix("\ufeff")
    return _values(found[1]), text[found.end() :]


def _values(head: str) -> dict[str, str]:
    import yaml

    class _Plain(yaml.BaseLoader):
        """Everything is text; what refers to something else (the way a small file becomes a huge one) is refused."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise BadHead
            self.depth = getattr(self, "depth", 0) + 1
            if self.depth > _DEEPEST:
                raise BadHead
            try:
                return super().compose_node(parent, index)
            finally:
                self.depth -= 1

    try:
        found = yaml.load(head, Loader=_Plain)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise BadHead from error
    if found is None or isinstance(found, str):
        return {}
    if not isinstance(found, dict):
        raise BadHead
    return {str(name).casefold().strip(): _text(value) for name, value in found.items()}


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(each for each in value if isinstance(each, str))
    return ""
