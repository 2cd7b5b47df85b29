"""The people behind the posts: what is held of them, and how the accounts stand to them."""

from collections.abc import Callable
from dataclasses import replace

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Cap
from desktop.services.domain.charges import FREE, Meter
from desktop.services.domain.errors import Missing, OutcomeUnknown, Unsupported
from desktop.services.domain.feed import Person
from desktop.services.domain.portions import portion
from desktop.services.domain.post import Author, Relation
from desktop.services.domain.topics import topics
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

PAGE = 50
TEXTS = 200
"""How many of a person's newest posts tell what they write about."""


class People:
    """Persons as one account sees them; what asks a network belongs in its account's lane."""

    def __init__(
        self, rows: Rows, accounts: Accounts, meter_of: Callable[[int], Meter] = lambda _: FREE
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._meter_of = meter_of

    def person(self, account_id: int, native_id: str) -> Person:
        """Return what is stored of a person; of a stranger, only the name they were asked by."""
        network = self._accounts.held(account_id).network
        author_id = self._rows.people.author_id(network, native_id)
        person = None
        if author_id is not None:
            person = self._rows.people.person(author_id, account_id)
        if person is None:
            stranger = Author(network, native_id, native_id, "")
            return Person(0, stranger, Relation(), account_id, None, 0)
        texts = self._rows.people.texts_of(person.author_id, TEXTS)
        return replace(person, topics=topics(texts))

    def find(self, typed: str, limit: int) -> tuple[Author, ...]:
        """Return stored people by the beginnings of the words in their names and handles.

        The best answers come first; every network's people are looked through.
        """
        return self._rows.people.find(typed, limit)

    def refresh(self, account_id: int, native_id: str) -> Person:
        """Fetch a person's profile, newest posts and relation, and return all that is held.

        `native_id` may be a handle: who is mentioned in a text is known by that only. What is
        stored is enough of a public feed, and of somebody whose profile was paid for today.
        """
        account = self._accounts.held(account_id)
        is_paid = self._meter_of(account_id).was_read_today("user_read", native_id)
        if is_paid or Cap.KEYLESS in account.caps:
            return self.person(account_id, native_id)
        author = self._accounts.ask(account_id, lambda network: network.profile(native_id))
        self._rows.people.save([author])
        self._learn_relation(account_id, author.native_id)
        size = portion(account, PAGE)
        page = self._accounts.ask(
            account_id, lambda network: network.author_posts(author.native_id, limit=size)
        )
        self._rows.posts.save(page.items, account_id)
        return self.person(account_id, author.native_id)

    def follow(self, account_id: int, native_id: str) -> Person:
        """Follow a person with an account."""
        person = self._writable(account_id, native_id, Cap.FOLLOW)
        if not person.relation.following_id:
            following_id = self._follow(account_id, native_id)
            self._keep(account_id, native_id, replace(person.relation, following_id=following_id))
        return self.person(account_id, native_id)

    def unfollow(self, account_id: int, native_id: str) -> Person:
        """Stop following a person with an account."""
        person = self._writable(account_id, native_id, Cap.FOLLOW)
        act_id = person.relation.following_id
        if act_id:
            self._undo(account_id, act_id)
            self._keep(account_id, native_id, replace(person.relation, following_id=""))
        return self.person(account_id, native_id)

    def block(self, account_id: int, native_id: str) -> Person:
        """Block a person on the network; what is stored of them leaves the feeds as well."""
        person = self._writable(account_id, native_id, Cap.BLOCK)
        if not person.block_id:
            act_id = self._accounts.ask(account_id, lambda network: network.block(native_id))
            self._rows.people.block(account_id, person.author, act_id)
        return self.person(account_id, native_id)

    def unblock(self, account_id: int, native_id: str, *, follows_again: bool = False) -> Person:
        """Take a block back; with `follows_again`, also where the block ended a follow."""
        person = self._writable(account_id, native_id, Cap.BLOCK)
        if person.block_id:
            self._undo(account_id, person.block_id)
            self._rows.people.unblock(account_id, person.author_id)
        if follows_again and not self._learn_relation(account_id, native_id).following_id:
            self._keep(account_id, native_id, Relation(self._follow(account_id, native_id)))
        return self.person(account_id, native_id)

    def answer_follow_request(self, account_id: int, native_id: str, *, is_welcome: bool) -> None:
        """Let a person follow the account, or not; the request is not shown any more."""
        self._writable(account_id, native_id, Cap.FOLLOW_REQUESTS)

        def answer(network: Network) -> None:
            network.answer_follow_request(native_id, is_welcome=is_welcome)

        self._accounts.ask(account_id, answer)
        self._rows.notifications.forget_request(account_id, native_id)

    def note(self, author_id: int, text: str) -> None:
        """Keep the user's own words about a person; no words take the note away."""
        self._rows.people.note(author_id, text.strip())

    def _writable(self, account_id: int, native_id: str, cap: Cap) -> Person:
        person = self.person(account_id, native_id)
        account = self._accounts.held(account_id)
        if not (account.may_post and account.can(cap)):
            raise Unsupported((cap.name or "").lower(), person.author.web_url or None)
        return person

    def _follow(self, account_id: int, native_id: str) -> str:
        """Follow, and find out whether that happened when the answer is lost."""
        try:
            return self._accounts.ask(account_id, lambda network: network.follow(native_id))
        except OutcomeUnknown:
            relation = self._learn_relation(account_id, native_id)
            if not relation.following_id:
                raise
            return relation.following_id

    def _undo(self, account_id: int, act_id: str) -> None:
        def undo(network: Network) -> None:
            try:
                network.undo(act_id)
            except Missing:
                return  # taken back elsewhere

        self._accounts.ask(account_id, undo)

    def _learn_relation(self, account_id: int, native_id: str) -> Relation:
        account = self._accounts.held(account_id)
        has_relations = Cap.RELATIONSHIPS in account.caps and Cap.METERED not in account.caps
        if not has_relations or native_id == account.native_id:
            return Relation()
        told = self._accounts.ask(account_id, lambda network: network.relations([native_id]))
        relation = told.get(native_id, Relation())
        self._keep(account_id, native_id, relation)
        return relation

    def _keep(self, account_id: int, native_id: str, relation: Relation) -> None:
        self._rows.people.save_relations(account_id, {native_id: relation})
