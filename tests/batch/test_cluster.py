"""The example of the documentation, on a cluster of two machines of which one is killed.

The machines are processes of this one, but they share no more than those of a real cluster do.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from .conftest import TEXTS, read_rows, write_rows

ray = pytest.importorskip("ray", reason="the extra cluster is not installed")
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "cluster.py"
ROWS = 240
MEMORY = 200_000_000


@pytest.fixture
def cluster():
    from ray.cluster_utils import Cluster

    cluster = Cluster()
    # A machine that is busy with other tests answers late and is not dead for that.
    patient = {"health_check_failure_threshold": 10}
    cluster.add_node(
        num_cpus=0,
        object_store_memory=MEMORY,
        include_dashboard=False,
        _system_config=patient,
    )
    yield cluster
    cluster.shutdown()


def until(condition, running: "subprocess.Popen[str]", seconds: float = 900) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert running.poll() is None, running.communicate()[0][-3_000:]
        assert time.monotonic() < end
        time.sleep(0.1)


def test_every_row_comes_out_once_when_a_machine_dies(cluster, tmp_path):
    (tmp_path / "in").mkdir()
    for part in range(4):
        rows = [
            {"id": number, "text": f"{TEXTS[number % 2]} Day {number} passed."}
            for number in range(part, ROWS, 4)
        ]
        write_rows(rows, tmp_path / "in" / f"{part}.parquet")
    machines = [cluster.add_node(num_cpus=2, object_store_memory=MEMORY) for _ in range(2)]
    environment = {**os.environ, "RAY_ADDRESS": cluster.address}
    running = subprocess.Popen(
        [sys.executable, str(EXAMPLE), str(tmp_path / "in"), str(tmp_path / "out")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    until(lambda: list((tmp_path / "out").glob("*.parquet")), running)
    before = len(list((tmp_path / "out").glob("*.parquet")))
    cluster.remove_node(machines[0], allow_graceful=False)
    said, _ = running.communicate(timeout=900)
    assert running.returncode == 0, said[-3_000:]
    assert before < ROWS / 32  # it was under way
    found = [row for file in (tmp_path / "out").glob("*.parquet") for row in read_rows(file)]
    assert Counter(row["id"] for row in found) == Counter(range(ROWS))
    assert Counter(row["natocheck"]["disputed"] for row in found) == {1: ROWS // 2, 0: ROWS // 2}
