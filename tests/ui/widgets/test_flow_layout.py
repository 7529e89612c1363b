from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from forecall.ui.widgets.flow_layout import FlowLayout


def flow(count: int) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    holder = QWidget()
    layout = FlowLayout(holder, 10, 5)
    boxes = []
    for _box in range(count):
        box = QWidget()
        box.setFixedSize(100, 20)
        layout.addWidget(box)
        boxes.append(box)
    return holder, layout, boxes


def test_what_does_not_fit_begins_a_line(qapp: QApplication) -> None:
    _holder, layout, boxes = flow(3)
    layout.setGeometry(QRect(0, 0, 230, 100))
    assert [box.pos().toTuple() for box in boxes] == [(0, 0), (110, 0), (0, 25)]
    assert layout.heightForWidth(230) == 45
    assert layout.heightForWidth(330) == 20
    assert layout.heightForWidth(50) == 70


def test_it_mirrors(qapp: QApplication) -> None:
    holder, layout, boxes = flow(2)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.setGeometry(QRect(0, 0, 230, 100))
    assert [box.x() for box in boxes] == [130, 20]


def test_what_is_hidden_takes_no_room(qapp: QApplication) -> None:
    _holder, layout, boxes = flow(2)
    boxes[0].hide()
    layout.setGeometry(QRect(0, 0, 230, 100))
    assert boxes[1].x() == 0
    assert layout.sizeHint() == QSize(100, 20)


def test_items_are_given_away(qapp: QApplication) -> None:
    _holder, layout, _boxes = flow(2)
    assert layout.count() == 2
    assert layout.takeAt(0) is not None
    assert layout.count() == 1
    assert layout.itemAt(1) is None
    assert layout.takeAt(5) is None


def test_what_grows_or_leaves_is_measured_again(qapp: QApplication) -> None:
    holder, layout, boxes = flow(2)
    assert (layout.heightForWidth(230), layout.minimumSize()) == (20, QSize(100, 20))
    boxes[0].setFixedSize(200, 30)
    assert (layout.heightForWidth(230), layout.minimumSize()) == (55, QSize(200, 30))
    boxes[0].hide()
    assert layout.heightForWidth(230) == 20
    boxes[0].show()
    layout.takeAt(0)
    assert (layout.heightForWidth(230), layout.minimumSize()) == (20, QSize(100, 20))
    more = QWidget(holder)
    more.setFixedSize(150, 25)
    layout.addWidget(more)
    assert layout.heightForWidth(230) == 50
