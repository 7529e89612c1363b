"""The operations by name."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from forecall.journal import verbs


def _named() -> list[tuple[str, str]]:
    """Each name that a type checker is told of, with its module."""
    tree = ast.parse(Path(verbs.__file__).read_text("utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return [
        (alias.asname or alias.name, node.module or "")
        for block in blocks
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]


def test_there_are_names_and_none_twice() -> None:
    names = [name for name, _module in _named()]
    assert len(names) > 25
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("name", "module"), _named())
def test_each_name_is_the_operation_a_type_checker_sees(name: str, module: str) -> None:
    verb = getattr(verbs, name)
    assert verb.name == name
    operation = verb.load()
    assert operation is getattr(import_module(module), name)
    assert operation.__name__ == name
    assert next(iter(operation.__annotations__.values())).__name__ == "Session"
    assert module.rpartition(".")[2] in verbs.MODULES


def test_a_name_that_no_module_has_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="fly"):
        verbs.fly.load()  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        verbs._private  # type: ignore[attr-defined]  # noqa: B018


def test_naming_an_operation_loads_no_orm() -> None:
    """The window names operations while its first frame is drawn."""
    code = "import sys; from forecall.journal import verbs; verbs.start_call; print('sqlmodel' in sys.modules)"
    place = {"PYTHONPATH": str(Path(verbs.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=place, capture_output=True, text=True)
    assert done.stdout == "False\n"
