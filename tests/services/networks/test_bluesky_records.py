"""Each act happens once, whether its answer arrives or not."""

import pytest
from services.networks.conftest import Bakery
from services.networks.pds_double import Fault, dropped, lost, status, truncated

from desktop.services.domain.errors import Missing, OutcomeUnknown, Refused, Unreachable

CREATE = "com.atproto.repo.createRecord"
DELETE = "com.atproto.repo.deleteRecord"
FIND = "com.atproto.repo.getRecord"


def likes(bakery: Bakery) -> list[str]:
    return [
        uri
        for uri in bakery.pds.world.records
        if uri.startswith(f"at://{bakery.did}/app.bsky.feed.like/")
    ]


def like(bakery: Bakery) -> str:
    post = bakery.network.home().items[0].post
    return bakery.network.like(post.native_id, post.version)


@pytest.mark.parametrize("fault", [lost, dropped, truncated, status(500), status(502)])
def test_a_like_whose_answer_was_lost_is_looked_up_and_made_once(bakery: Bakery, fault: Fault):
    bakery.pds.fail(CREATE, fault)
    assert likes(bakery) == []
    assert [like(bakery)] == likes(bakery)


def test_a_like_that_stays_unknown_says_so(bakery: Bakery):
    bakery.pds.fail(CREATE, lost)
    bakery.pds.fail(FIND, status(503))
    with pytest.raises(Unreachable):
        like(bakery)
    bakery.pds.fail(CREATE, dropped, dropped)
    with pytest.raises(OutcomeUnknown):
        like(bakery)


@pytest.mark.parametrize("fault", [lost, dropped, status(500)])
def test_a_deletion_whose_answer_was_lost_is_repeated(bakery: Bakery, fault: Fault):
    act_id = like(bakery)
    bakery.pds.fail(DELETE, fault)
    bakery.network.undo(act_id)
    assert likes(bakery) == []
    assert bakery.pds.calls(DELETE) == 2


def test_nobody_elses_records_are_touched(bakery: Bakery):
    theirs = next(uri for uri in bakery.pds.world.records if "did:plc:lea" in uri)
    with pytest.raises(Refused):
        bakery.network.delete(theirs)
    with pytest.raises(Missing):
        bakery.network.undo("rubbish")
    assert bakery.pds.calls(DELETE) == 0
