"""What every adapter promises beyond home and posting: tags, lists, blocks, requests, places."""

from contextlib import suppress
from itertools import pairwise

from services.networks.opened import assert_sound, every, home, key_of, needs, others_post

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import Missing
from desktop.services.domain.post import NotificationKind, Post
from desktop.services.networks.contract import Network


def test_posts_with_a_hashtag_are_found_whatever_its_capitals(network: Network, account: Account):
    with needs(account, Cap.HASHTAGS):
        assert not network.tagged("xyzzyplugh").items
        published = network.publish(Draft("Croissants #PainChaud"), key_of(7))
        network.publish(Draft("Du painchaud sans dièse"), key_of(8))
        found = every(lambda cursor: network.tagged("painchaud", cursor))
        assert [post.native_id for post in found if isinstance(post, Post)] == [published.native_id]


def test_a_list_has_a_name_and_brings_what_its_people_posted(network: Network, account: Account):
    with needs(account, Cap.LISTS):
        lists = network.lists()
        assert lists
        assert all(each.native_id and each.name for each in lists)
        posts = every(lambda cursor: network.list_posts(lists[0].native_id, cursor))
        assert posts
        times = [post.created_at for post in posts if isinstance(post, Post)]
        assert times == sorted(times, reverse=True)
        for post in posts:
            assert isinstance(post, Post)
            assert_sound(post, account.network)


def test_a_list_that_is_gone_is_missing_or_empty(network: Network, account: Account):
    with needs(account, Cap.LISTS):
        gone = f"{network.lists()[0].native_id}0"
        with suppress(Missing):
            assert not network.list_posts(gone).items


def test_counts_run_from_old_to_new_without_overlapping(network: Network, account: Account):
    word = others_post(network, account).text.split()[0]
    with needs(account, Cap.COUNTS):
        buckets = network.counts(word)
        assert sum(bucket.count for bucket in buckets) > 0
        assert all(bucket.start < bucket.end for bucket in buckets)
        assert all(one.end <= other.start for one, other in pairwise(buckets))
        assert not any(bucket.count for bucket in network.counts("xyzzyplugh"))


def test_a_block_can_be_taken_back_twice(network: Network, account: Account):
    person = others_post(network, account).author.native_id
    with needs(account, Cap.BLOCK):
        act_id = network.block(person)
        assert act_id
        network.undo(act_id)
        network.undo(act_id)
        assert network.profile(person).native_id == person


def test_a_follow_request_is_answered_as_often_as_one_likes(network: Network, account: Account):
    person = others_post(network, account).author.native_id
    with needs(account, Cap.FOLLOW_REQUESTS):
        for notice in network.notifications(limit=100).items:
            if notice.kind is NotificationKind.FOLLOW_REQUEST:
                person = notice.actor.native_id
        network.answer_follow_request(person, is_welcome=True)
        network.answer_follow_request(person, is_welcome=True)


def test_how_far_the_home_feed_was_read_is_remembered(network: Network, account: Account):
    place = home(network)[2].post.native_id
    with needs(account, Cap.READING_PLACE):
        assert isinstance(network.reading_place(), str)
        network.keep_reading_place(place)
        assert network.reading_place() == place


def test_signing_out_twice_is_no_error(network: Network):
    network.sign_out()
    network.sign_out()
