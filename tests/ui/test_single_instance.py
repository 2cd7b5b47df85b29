"""One window per workspace."""

import subprocess
import sys

from desktop.ui.single_instance import SingleInstance

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance()
assert one.claim(Path(sys.argv[1]))
print("held", flush=True)
one.raise_asked.connect(app.quit)
app.exec()
print("raised", flush=True)
"""


def _hold(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_start_raises_the_first_window(qapp, tmp_path):
    with _hold(tmp_path) as first:
        assert not SingleInstance().claim(tmp_path)
        assert first.stdout.readline() == "raised\n"
        assert first.wait(10) == 0


def test_a_folder_is_free_again_after_the_first_process_was_killed(qapp, tmp_path):
    with _hold(tmp_path) as first:
        first.kill()
    second = SingleInstance()
    assert second.claim(tmp_path)
    second.release()


def test_two_folders_do_not_hinder_each_other(qapp, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with _hold(tmp_path / "a") as first:
        second = SingleInstance()
        assert second.claim(tmp_path / "b")
        second.release()
        first.kill()


def test_a_released_folder_can_be_claimed_again(qapp, tmp_path):
    first, second = SingleInstance(), SingleInstance()
    assert first.claim(tmp_path)
    first.release()
    assert second.claim(tmp_path)
    second.release()


def test_a_folder_that_takes_no_lock_is_opened_to_say_so(qapp, tmp_path):
    assert SingleInstance().claim(tmp_path / "nowhere")
