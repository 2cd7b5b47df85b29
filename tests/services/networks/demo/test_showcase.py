from datetime import timedelta
from itertools import islice, pairwise

from services.networks.demo.conftest import FOLDER, NOW, Clock

from desktop.services.domain.post import NotificationKind
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import Material, load
from desktop.services.networks.demo.network import DemoRegistry
from desktop.services.networks.demo.sketches import Chapter


def test_the_last_minutes_are_written_by_hand(material: Material):
    fresh = History(material, NOW)
    newest = max(
        (sketch.at, sketch.author.name)
        for sketch in fresh.showcase.recent().sketches
        if sketch.reply_to is None
    )

    assert newest == (NOW - timedelta(minutes=4), "Claire Fontanel")


def test_three_posts_arrive_within_two_minutes_and_then_a_question(material: Material):
    live = History(material, NOW).showcase.live()
    first = [chapter.sketches[0] for chapter in islice(live, 4)]

    assert all(sketch.at - NOW <= timedelta(minutes=2) for sketch in first[:3])
    assert "?" in first[3].text
    assert first[3].text.startswith("@")


def test_posts_never_stop_arriving_every_few_minutes(material: Material):
    chapters = list(islice(History(material, NOW).showcase.live(), 120))
    times = [chapter.sketches[0].at for chapter in chapters]

    assert times == sorted(times)
    assert max(b - a for a, b in pairwise(times)) <= timedelta(minutes=6)


def test_what_arrives_does_not_depend_on_how_far_the_past_was_read():
    def arrived(days: int) -> list[str]:
        clock = Clock()
        networks = DemoRegistry(FOLDER, clock)
        networks.world.history.grow(days)
        clock.pass_by(hours=2)
        texts = []
        for network in networks.networks:
            with networks.world.serving(network) as memory:
                texts += [p.text for p in memory.posts.values() if p.created_at > NOW]
        return texts

    assert arrived(1) == arrived(30)
    assert len(arrived(1)) > 25


def test_people_welcome_what_the_user_publishes():
    history = History(load(FOLDER), NOW)
    shop = history.crowd.shops["demo-place"]
    own = history.studio.sketch(shop, NOW, "Brioche !")
    welcome: Chapter = history.showcase.welcome(own)

    assert welcome.sketches
    assert all(sketch.reply_to is own and sketch.at > NOW for sketch in welcome.sketches)
    assert {notice.kind for _, notice in welcome.notices} == {NotificationKind.LIKE}
