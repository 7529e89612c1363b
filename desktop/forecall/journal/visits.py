"""Visits: from coming to a call, client or lesson to the next time. One earlier version is kept for each."""

from uuid import uuid4


class Visits:
    """The visit that each thing is in, and which words of it need no keeping any more. One thread uses it.

    What a transaction dealt with counts once it is committed (``settle``); one that failed leaves nothing (``drop``).
    """

    def __init__(self) -> None:
        self._all = _token()  # for what was not come to since the start
        self._of: dict[str, str] = {}
        self._dealt: dict[tuple[str, str], str] = {}
        self._staged: list[tuple[str, str]] = []

    def come_to(self, row_id: str) -> None:
        """A person comes to something: what stands there now is kept when it changes."""
        self._of[row_id] = _token()

    def of(self, row_id: str) -> str:
        """The name of the visit that something is in."""
        return self._of.get(row_id, self._all)

    def is_dealt(self, row_id: str, key: str) -> bool:
        """Whether the words of before this visit are kept already, or there were none."""
        return self._dealt.get((row_id, key)) == self.of(row_id)

    def deal(self, row_id: str, key: str) -> None:
        """The words of before this visit are kept now, or there are none."""
        self._staged.append((row_id, key))

    def settle(self) -> None:
        """What was dealt with is in the file."""
        for row_id, key in self._staged:
            self._dealt[row_id, key] = self.of(row_id)
        self._staged.clear()

    def drop(self) -> None:
        """What was dealt with did not come into the file."""
        self._staged.clear()

    def forget(self) -> None:
        """Rows went back to what they were, and kept words with them: all is to be looked at again."""
        self._staged.clear()
        self._dealt.clear()


def _token() -> str:
    return uuid4().hex
