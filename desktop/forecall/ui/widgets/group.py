"""What several controls that are one control have in common."""

from PySide6.QtWidgets import QGroupBox, QWidget


class Group(QGroupBox):
    """A frameless group with a name, so that a screen reader says what its controls belong to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A group called ``name``."""
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(name)

    def set_name(self, name: str) -> None:
        """Be called something else."""
        self.setAccessibleName(name)
