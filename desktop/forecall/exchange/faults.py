"""What can go wrong on the way in or out, each as one sentence for a person."""


class ExchangeError(Exception):
    """A document cannot be written or read. The text says what happened and what is safe."""


class ImportFault(ExchangeError):
    """A file cannot be brought in. The text names the place of the fault; nothing was imported."""


class ArchiveError(ImportFault):
    """An archive cannot be brought in."""
