"""What every adapter promises, asked of each of them in the same words."""

from contextlib import suppress
from datetime import timedelta

import pytest
from services.networks.opened import assert_sound, every, home, key_of, needs, others_post

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, ReplyTarget
from desktop.services.domain.errors import CrieurError, Missing, OutcomeUnknown
from desktop.services.domain.post import Post, Relation
from desktop.services.networks.contract import Network


def test_an_account_describes_itself(network: Network, account: Account):
    me = network.me()
    assert (me.network, me.native_id, me.id) == (account.network, account.native_id, account.id)
    assert me.handle
    assert me.name
    assert Cap.HOME in me.caps
    assert me.limits.max_units > 0


def test_the_home_feed_runs_from_new_to_old_and_ends(network: Network, account: Account):
    arrivals = home(network)
    assert len(arrivals) > 5
    assert [each.at for each in arrivals] == sorted((e.at for e in arrivals), reverse=True)
    ids = [(each.post.native_id, each.reposter) for each in arrivals]
    assert len(set(ids)) == len(ids)
    for arrival in arrivals:
        assert_sound(arrival.post, account.network)


def test_a_page_holds_no_more_than_was_asked_for(network: Network):
    first = network.home(limit=3)
    assert len(first.items) <= 3
    second = network.home(first.older, limit=3)
    shown = {each.post.native_id for each in first.items}
    assert not shown & {each.post.native_id for each in second.items}


def test_notifications_name_who_did_what_and_when(network: Network, account: Account):
    with needs(account, Cap.MENTIONS):
        notifications = every(network.notifications)
        assert notifications
        assert len({each.native_id for each in notifications}) == len(notifications)
        for each in notifications:
            assert each.actor.native_id != account.native_id
            assert each.at.utcoffset() == timedelta(0)
            if each.post is not None:
                assert_sound(each.post, account.network)
        network.mark_seen()


def test_a_persons_posts_are_theirs(network: Network, account: Account):
    author = others_post(network, account).author
    posts = every(lambda cursor: network.author_posts(author.native_id, cursor))
    assert posts
    assert {post.author.native_id for post in posts} == {author.native_id}


def test_a_search_finds_what_was_said(network: Network, account: Account):
    said = others_post(network, account)
    with needs(account, Cap.SEARCH):
        found = every(lambda cursor: network.search(said.text.split()[0], cursor))
        assert said.native_id in {post.native_id for post in found if isinstance(post, Post)}
        assert not network.search("xyzzyplugh").items


def test_posts_are_found_by_their_ids_and_gone_ones_are_left_out(
    network: Network, account: Account
):
    wanted = [each.post.native_id for each in home(network)]
    gone = wanted[0][:-1] + "x"
    found = network.posts([*wanted, gone])
    assert {post.native_id for post in found} == set(wanted)
    assert network.posts([]) == ()


def test_a_person_is_found_by_id_and_by_handle(network: Network, account: Account):
    author = others_post(network, account).author
    assert network.profile(author.native_id).handle == author.handle
    assert network.profile(author.handle).native_id == author.native_id
    with pytest.raises(Missing):
        network.profile("nobody.invalid")


def test_followers_and_relations_agree(network: Network, account: Account):
    me = account.native_id
    with needs(account, Cap.FOLLOWERS):
        followers = {each.native_id for each in every(lambda c: network.followers(me, c))}
        following = {each.native_id for each in every(lambda c: network.following(me, c))}
        assert followers
        with needs(account, Cap.RELATIONSHIPS):
            relations = network.relations(sorted(followers | following))
            for person in followers | following:
                relation = relations.get(person, Relation())
                assert relation.followed_by == (person in followers)
                assert bool(relation.following_id) == (person in following)


def test_what_is_published_is_found_by_its_key_and_in_the_feed(network: Network, account: Account):
    draft, key = Draft("Croissants à 8 h #pain", lang="fr"), key_of(1)
    with needs(account, Cap.POST):
        assert network.find_published(draft, key) is None
        published = network.publish(draft, key)
        assert network.find_published(draft, key) == published
        post = network.posts([published.native_id])[0]
        assert (post.text, post.version, post.lang) == (draft.text, published.version, "fr")
        assert [facet.target for facet in post.facets] == ["pain"]
        assert published.url.startswith("https://")


def test_one_key_never_makes_two_posts(network: Network, account: Account):
    draft, key = Draft("Une seule fois"), key_of(2)
    with needs(account, Cap.POST):
        network.publish(draft, key)
        try:
            network.publish(draft, key)
        except OutcomeUnknown:
            assert network.find_published(draft, key) is not None
        posts = every(lambda cursor: network.author_posts(account.native_id, cursor))
        assert [post.text for post in posts].count(draft.text) == 1


def test_a_reply_hangs_on_the_post_and_on_its_root(network: Network, account: Account):
    root = others_post(network, account)
    target = ReplyTarget(root.native_id, root.version, root.native_id, root.version)
    with needs(account, Cap.REPLY):
        published = network.publish(Draft("Merci !", reply_to=target), key_of(3))
        thread = network.thread(root.native_id)
        ids = [post.native_id for post in thread]
        assert ids.index(root.native_id) < ids.index(published.native_id)
        reply = thread[ids.index(published.native_id)]
        assert (reply.reply_to, reply.root) == (root.native_id, root.native_id)
        assert network.thread(published.native_id)[0].native_id == root.native_id


def test_an_answer_to_an_answer_hangs_on_the_root_whose_version_is_not_known(
    network: Network, account: Account
):
    root = others_post(network, account)
    target = ReplyTarget(root.native_id, root.version, root.native_id, root.version)
    with needs(account, Cap.REPLY):
        first = network.publish(Draft("Merci !", reply_to=target), key_of(3))
        target = ReplyTarget(first.native_id, first.version, root.native_id, "")
        second = network.publish(Draft("Et à demain", reply_to=target), key_of(5))
        reply = network.posts([second.native_id])[0]
        assert (reply.reply_to, reply.root) == (first.native_id, root.native_id)


def test_deleting_twice_is_no_error_and_the_post_is_gone(network: Network, account: Account):
    with needs(account, Cap.POST | Cap.DELETE):
        published = network.publish(Draft("Bientôt effacé"), key_of(4))
        network.delete(published.native_id)
        network.delete(published.native_id)
        assert network.posts([published.native_id]) == ()
        with pytest.raises(Missing):
            network.thread(published.native_id)


@pytest.mark.parametrize("act", ["like", "repost"])
def test_an_act_shows_on_the_post_until_it_is_undone(network: Network, account: Account, act: str):
    before = others_post(network, account)
    with needs(account, Cap[act.upper()]):
        act_id = getattr(network, act)(before.native_id, before.version)
        after = network.posts([before.native_id])[0]
        assert getattr(after.viewer, f"{act}_id") == act_id
        assert getattr(after.counts, f"{act}s") == getattr(before.counts, f"{act}s") + 1
        network.undo(act_id)
        network.undo(act_id)
        assert getattr(network.posts([before.native_id])[0].viewer, f"{act}_id") == ""


def test_following_shows_in_the_relation_until_it_is_undone(network: Network, account: Account):
    authors = {each.post.author.native_id for each in home(network)} - {account.native_id}
    with needs(account, Cap.FOLLOW | Cap.RELATIONSHIPS):
        strangers = {
            person: relation
            for person, relation in network.relations(sorted(authors)).items()
            if not relation.following_id
        }
        person = next(iter(strangers))
        act_id = network.follow(person)
        assert network.relations([person])[person].following_id == act_id
        network.undo(act_id)
        assert network.relations([person])[person] == strangers[person]


def test_what_the_account_cannot_do_says_so(network: Network, account: Account):
    with needs(account, Cap.CONTENT_WARNING):
        network.publish(Draft("Spoiler", warning="film"), key_of(5))
    with needs(account, Cap.VISIBILITY):
        network.publish(Draft("Entre nous", visibility="followers"), key_of(6))


@pytest.mark.parametrize("native_id", ["", "at://did:plc:nobody/app.bsky.feed.post/3l", "rubbish"])
def test_nonsense_for_an_id_is_an_error_that_crieur_foresees(network: Network, native_id: str):
    with pytest.raises(CrieurError):
        network.thread(native_id)
    with suppress(CrieurError):
        network.delete(native_id)
    with suppress(CrieurError):
        network.undo(native_id)
