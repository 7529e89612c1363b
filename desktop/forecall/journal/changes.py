"""What an operation touched, so that each view decides for itself whether to read again."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the rows that an operation touched, by kind."""

    calls: frozenset[str] = field(default_factory=frozenset)
    clients: frozenset[str] = field(default_factory=frozenset)
    lessons: frozenset[str] = field(default_factory=frozenset)
    promises: bool = False
    phrases: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(
            self.calls | other.calls,
            self.clients | other.clients,
            self.lessons | other.lessons,
            self.promises or other.promises,
            self.phrases or other.phrases,
        )

    def __bool__(self) -> bool:
        """Whether anything was touched."""
        return bool(self.calls or self.clients or self.lessons or self.promises or self.phrases)
