"""Runs of acts on calls in every state of life, taken back one by one and done again, as the window would."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import verbs
from forecall.journal.checked import KEPT_TABLES
from forecall.journal.refusals import Refused
from forecall.storage.database import Database
from forecall.workspace.acts import Acts
from forecall.workspace.performing import perform_on, turn_on

State = dict[str, dict[str, dict[str, Any]]]
CLIENTS = ("Northwind", "Contoso")
MARKS = ("held", "looked_back_now", "looked_back_later", "left", "did_not_happen", "archived")


class Runner:
    """A journal with two calls, and the acts that are done in it."""

    def __init__(self, path: Path) -> None:
        self.database, self.acts = Database(path), Acts()
        self.reader = self.database.reader()

    def do(self, verb: Any, *args: Any) -> Any:
        result, _images = perform_on(self.database, verb.load(), args, {}, self.acts)
        self.acts.turned()  # no act joins the one before
        return result

    def turn(self, *, back: bool) -> str:
        return turn_on(self.database, self.acts, back=back)[0].label

    def ids(self, question: str) -> list[str]:
        return [row[0] for row in self.reader.execute(question)]

    def state(self) -> State:
        """What a person sees. Locks are left out: that of a held call stays."""
        whole: State = {}
        for table in set(KEPT_TABLES) - {"forecast_lock", "pace"}:
            cursor = self.reader.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
            unseen = ("seq", "checksum", "changed_at")
            whole[table] = {row["id"]: {name: row[name] for name in names if name not in unseen} for row in rows}
        return whole

    def close(self) -> None:
        self.reader.close()
        self.database.close()


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call in preparation, and one that was held before anything was foreseen of it."""
    path = tmp_path_factory.mktemp("runs") / "journal.db"
    runner = Runner(path)
    for client in CLIENTS:
        call = runner.do(verbs.start_call, client)
        runner.do(verbs.record_answer, call, "issue", {"text": "The report is late"})
        runner.do(verbs.write_item, call, "points", f"point {client}", {"text": "We own it"})
    held = runner.ids("SELECT id FROM call ORDER BY seq")[-1]
    runner.do(verbs.end_call, held)
    runner.do(verbs.write_item, held, "objections", "late", {"text": "Too late"})
    runner.database._writer.execute("DELETE FROM act")
    runner.database.empty_log()
    runner.close()
    return path


@pytest.fixture
def runner(journal: Path, tmp_path: Path) -> Iterator[Runner]:
    shutil.copy(journal, tmp_path / "journal.db")
    opened = Runner(tmp_path / "journal.db")
    yield opened
    opened.close()


def any_act(runner: Runner, dice: random.Random) -> tuple[Any, ...]:
    call = dice.choice(runner.ids("SELECT id FROM call WHERE deleted_at IS NULL ORDER BY seq"))
    clients = runner.ids("SELECT id FROM client WHERE deleted_at IS NULL ORDER BY seq")
    item = dice.choice(runner.ids("SELECT id FROM item ORDER BY seq") or ["none"])
    word = f"word {dice.randrange(1000)}"
    return dice.choice(
        (
            (verbs.end_call, call),
            (verbs.end_call, call),
            (verbs.begin_call, call),
            (verbs.not_started, call),
            (verbs.reopen_call, call),
            (verbs.mark_call, call, dice.choice(MARKS), dice.random() < 0.8),
            (verbs.mark_call, call, dice.choice(MARKS), dice.random() < 0.8),
            (verbs.record_answer, call, dice.choice(("issue", "ended", "lesson")), {"text": word}),
            (verbs.write_item, call, dice.choice(("objections", "points")), word, {"text": word}),
            (verbs.remove_item, item),
            (verbs.note_live, call, word, "promise", 5, word),
            (verbs.copy_call, call),
            (verbs.next_call, call),
            (verbs.give_call_to, call, dice.choice((*CLIENTS, word))),
            (verbs.rename_client, dice.choice(clients), word),
            (verbs.merge_clients, dice.choice(clients), dice.choice(clients)),
        )
    )


@pytest.mark.parametrize("seed", range(13, 18))
def test_each_act_goes_back_and_comes_again_whole_or_is_refused_with_the_truth(runner: Runner, seed: int) -> None:
    """Only what was foreseen of a call that got its lock when it was held already is refused, and only then."""
    dice, states = random.Random(seed), [runner.state()]
    for _act in range(14):
        try:
            runner.do(*any_act(runner, dice))
        except Refused:
            assert runner.state() == states[-1]
        else:
            states.append(runner.state())
    steps = [after for before, after in zip([{}, *states], states, strict=False) if before != after]
    back = len(steps) - 1
    refused = ""
    while not refused:
        try:
            label = runner.turn(back=True)
        except Refused as refusal:
            refused = str(refusal)
        else:
            if not label:
                break
            back -= int(runner.state() != steps[back])  # not where only a lock was turned
            assert runner.state() == steps[back]
    if refused:
        assert "stays as it was" in refused
        assert runner.state() == steps[back]
        assert any(steps[back][table] != steps[back - 1][table] for table in ("answer", "item"))
    else:
        assert back == 0
    while runner.turn(back=False):
        back += int(runner.state() != steps[back])
        assert runner.state() == steps[back]
    assert back == len(steps) - 1
