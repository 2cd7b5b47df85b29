import hashlib
from pathlib import Path

import libipld
import pytest
from services.archives.made import Car

from desktop.services.archives import car_file
from desktop.services.archives.car_file import CarFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "repository.car"


@pytest.fixture
def reason(path: Path, watch, refused):
    return lambda: refused(lambda: CarFile(path, watch))


def test_blocks_are_found_by_their_names(path, watch):
    car = Car()
    names = [car.put({"number": number}) for number in range(9000)]
    path.write_bytes(car.written())

    opened = CarFile(path, watch)

    assert opened.count == len(car.blocks)
    assert all(opened.has(name) for name in names)
    assert [opened.block(name)["number"] for name in names[::7]] == [*range(0, 9000, 7)]
    assert opened.block(opened.root)["did"] == car.did
    opened.close()


def test_a_block_that_is_not_there_is_missed(path, watch, refused):
    path.write_bytes(Car().written())
    opened = CarFile(path, watch)
    other = b"\x01\x71\x12\x20" + hashlib.sha256(b"other").digest()

    assert not opened.has(other)
    assert refused(lambda: opened.block(other)) == "truncated"
    assert refused(lambda: opened.block(b"short")) == "unreadable"
    opened.close()


def test_a_block_that_was_changed_is_refused(path, reason):
    car = Car()
    car.put({"text": "bread"})
    path.write_bytes(car.written().replace(b"bread", b"stone"))
    assert reason() == "unreadable"


def test_more_blocks_than_anybody_writes_are_refused(path, reason, monkeypatch):
    monkeypatch.setattr(car_file, "MOST_BLOCKS", 1)
    path.write_bytes(Car().written())
    assert reason() == "too_large"


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b"\x01", {"truncated", "unreadable"}),
        (b"\xff" * 20, {"unreadable"}),
        (b"\x03\xa0\xa0\xa0", {"unreadable"}),
        (bytes([16]) + libipld.encode_dag_cbor({"version": 1, "x": 1}), {"unreadable"}),
        (b"\x80\x80", {"truncated"}),
    ],
)
def test_a_beginning_that_makes_no_sense_is_refused(path, reason, content, reasons):
    path.write_bytes(content)
    assert reason() in reasons


def test_a_block_as_large_as_a_film_is_refused(path, reason):
    header = Car().written().partition(b"version")[0] + b"version\x01"
    path.write_bytes(header + b"\xff\xff\xff\x7f")
    assert reason() == "unreadable"


def test_nesting_without_end_is_refused(path, watch, refused):
    car = Car()
    deep = b"\x81" * 500_000 + b"\xf6"
    cid = b"\x01\x71\x12\x20" + hashlib.sha256(deep).digest()
    car.blocks[cid] = deep
    path.write_bytes(car.written())

    opened = CarFile(path, watch)

    assert refused(lambda: opened.block(cid)) == "unreadable"
    opened.close()


def test_the_watch_hears_how_far_it_is(path):
    car, heard = Car(), []
    for number in range(1000):
        car.put({"number": number})
    path.write_bytes(car.written())
    CarFile(path, lambda done, total: heard.append((done, total))).close()
    assert heard == sorted(heard)
    assert heard[-1][1] == path.stat().st_size
