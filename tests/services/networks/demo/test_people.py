import random

from services.networks.demo.conftest import NOW, PLACE

from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import Material
from desktop.services.networks.demo.people import CRISIS_DAYS_AGO, DAYS, Crowd


def test_the_same_chance_brings_the_same_crowd(material: Material):
    crowds = [Crowd(material, random.Random("x"), NOW) for _ in range(2)]

    assert crowds[0].followers == crowds[1].followers
    assert crowds[0].authors(PLACE) == crowds[1].authors(PLACE)


def test_followers_grow_over_the_whole_time(history: History):
    for followers in history.crowd.followers.values():
        ages = [(NOW - one.joined).days for one in followers]
        quarters = [sum(start <= age < start + 100 for age in ages) for start in range(0, 400, 100)]

        assert min(quarters) > 30
        assert quarters[0] > quarters[3]
        assert max(ages) > DAYS
        assert all(one.joined < NOW for one in followers)


def test_nobody_leaves_before_they_came_and_some_left_after_the_bad_buzz(history: History):
    left = [
        (one, one.left)
        for followers in history.crowd.followers.values()
        for one in followers
        if one.left is not None
    ]
    soon_after = [1 for _, at in left if 0 <= CRISIS_DAYS_AGO - (NOW - at).days <= 5]

    assert all(one.joined < at <= NOW for one, at in left)
    assert len(soon_after) > 20


def test_nobody_follows_twice(history: History):
    for followers in history.crowd.followers.values():
        assert len({one.author.native_id for one in followers}) == len(followers)


def test_the_shop_is_found_by_its_handle_and_counts_those_who_stayed(history: History):
    for network, shop in history.crowd.shops.items():
        assert history.crowd.id_of(network, shop.handle) == shop.native_id
        stayed = [one for one in history.crowd.followers[network] if one.left is None]
        assert shop.followers == len(stayed)


def test_a_person_is_called_by_first_name_and_a_shop_by_its_own(history: History):
    crowd = history.crowd
    claire = crowd.persona_author("clairef_lyon", PLACE)
    bookshop = crowd.persona_author("librairie_ombres", "demo-forum")

    assert crowd.short_name(claire) == "Claire"
    assert crowd.short_name(bookshop) == "Librairie des Ombres"
