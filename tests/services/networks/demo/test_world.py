import pytest
from services.networks.demo.conftest import PLACE, Clock

from desktop.services.domain.draft import Attachment
from desktop.services.domain.errors import Missing
from desktop.services.networks.demo.network import DemoRegistry


def test_what_is_due_has_arrived_when_somebody_is_served(networks: DemoRegistry, clock: Clock):
    with networks.world.serving(PLACE) as memory:
        before = len(memory.home)
    clock.pass_by(minutes=2)
    with networks.world.serving(PLACE) as memory:
        assert len(memory.home) == before + 2


def test_a_clock_set_back_brings_nothing_twice(networks: DemoRegistry, clock: Clock):
    clock.pass_by(minutes=30)
    with networks.world.serving(PLACE) as memory:
        held = len(memory.home)
    clock.pass_by(minutes=-20)
    with networks.world.serving(PLACE) as memory:
        assert len(memory.home) == held


def test_every_picture_of_a_post_can_be_shown(networks: DemoRegistry):
    assert networks.picture("demo:croissants")[8:12] == b"WEBP"


@pytest.mark.parametrize(
    "address", ["demo:nothing", "demo:../people.json", "demo:own-0", "demo:own-x", "demo:"]
)
def test_an_address_that_leads_nowhere_is_missing(networks: DemoRegistry, address: str):
    with pytest.raises(Missing):
        networks.picture(address)


def test_a_published_picture_is_kept_in_memory(networks: DemoRegistry, clock: Clock):
    history = networks.world.history
    sketch = history.studio.sketch(history.crowd.shops[PLACE], clock.now, "Regardez !")
    picture = Attachment(b"bytes", "image/png", "Une brioche", 8, 6)
    post = networks.world.add(sketch, (picture,))

    assert networks.picture(post.media[0].url) == b"bytes"
    assert post.media[0].alt == "Une brioche"


def test_a_post_that_is_nowhere_is_missing(networks: DemoRegistry):
    with pytest.raises(Missing):
        networks.world.post(PLACE, "demo-place/post/none")
