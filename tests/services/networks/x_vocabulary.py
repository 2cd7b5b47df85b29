"""What may be asked of X's API, in its older vocabulary ("tweet") and its newer one ("post")."""

from dataclasses import dataclass

from services.loopback import Request


class Invalid(Exception):
    """A request that X answers with 400; `parameter` is what was wrong with it."""

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.detail = detail


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_USER = _names("""
confirmed_email connection_status created_at description entities id
is_identity_verified location name parody profile_banner_url profile_image_url protected
public_metrics receives_your_dm subscribes_to_you subscription subscription_type url username
verified verified_followers_count verified_type withheld
""")
_MEDIA = _names("""
alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url
promoted_metrics public_metrics type url variants width
""")
_LIST = _names("created_at description follower_count id member_count name private")
_OTHERS = {
    "poll": _names("duration_minutes end_datetime id options voting_status"),
    "place": _names("contained_within country country_code full_name geo id name place_type"),
}
_POST = _names("""
article attachments card_uri community_id context_annotations conversation_id created_at
display_text_range edit_controls entities geo id lang media_metadata non_public_metrics
organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics reply_settings
scopes source suggested_source_links suggested_source_links_with_counts text withheld
""")
_POST_EXPANSIONS = _names("""
article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
attachments.poll_ids author_id entities.mentions.username geo.place_id in_reply_to_user_id
""")
FIELDS = {
    "tweet": {
        "tweet": _POST
        | _names("""author_id edit_history_tweet_ids in_reply_to_user_id note_tweet
        referenced_tweets"""),
        "user": _USER | {"affiliation", "most_recent_tweet_id", "pinned_tweet_id"},
        "media": _MEDIA,
        "list": _LIST | {"owner_id"},
        **_OTHERS,
    },
    "post": {
        "post": _POST
        | _names("article_title matched_media_notes note_post note_request_suggestions"),
        "user": _USER,
        "media": _MEDIA,
        "list": _LIST,
        **_OTHERS,
    },
}
"""By vocabulary: what each `<thing>.fields` may name."""

EXPANSIONS = {
    "tweet": {
        "post": _POST_EXPANSIONS
        | _names("""author_screen_name edit_history_tweet_ids entities.note.mentions.username
        referenced_tweets.id referenced_tweets.id.attachments.media_keys
        referenced_tweets.id.author_id"""),
        "user": _names("affiliation most_recent_tweet_id pinned_tweet_id"),
        "list": _names("owner_id"),
    },
    "post": {
        "post": _POST_EXPANSIONS | _names("edit_history_post_ids referenced_posts username"),
        "user": _names("affiliation most_recent_post_id pinned_post_id"),
        "list": _names("owner_id"),
    },
}
"""By vocabulary and by what a route returns: what `expansions` may name."""

SHOWN = {
    "post": ("post", "user", "media", "poll", "place"),
    "user": ("post", "user"),
    "list": ("list", "user"),
    "": (),
}
"""By what a route returns: the kinds of fields that may be chosen."""


@dataclass(frozen=True)
class Asked:
    """What a request wants to see."""

    post: frozenset[str] = frozenset()
    user: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    expansions: frozenset[str] = frozenset()


def read_asked(
    request: Request, returns: str, own: frozenset[str], vocabularies: tuple[str, ...]
) -> Asked:
    """Return what a request asks for; `own` names the route's other parameters.

    With one vocabulary, only its names are known; with both, each may be used.
    """
    chosen: dict[str, frozenset[str]] = {}
    for name, values in request.params.items():
        if name in own:
            continue
        kind = "expansions" if name == "expansions" else name.removesuffix(".fields")
        known = _known(name, kind, returns, vocabularies)
        if not known:
            raise Invalid(name, f"The query parameter [{name}] is not one of the known ones")
        given = frozenset(",".join(values).split(","))
        if not given <= known:
            wrong = ",".join(sorted(given - known))
            raise Invalid(name, f"The `{name}` query parameter value [{wrong}] is not one of them")
        chosen[kind] = given
    none: frozenset[str] = frozenset()
    posts = chosen.get("tweet", none) | chosen.get("post", none)
    rest = (chosen.get(kind, none) for kind in ("user", "media", "list", "expansions"))
    return Asked(posts, *rest)


def _known(name: str, kind: str, returns: str, vocabularies: tuple[str, ...]) -> frozenset[str]:
    sets: list[frozenset[str]] = []
    for word in vocabularies:
        if kind == "expansions":
            sets.append(EXPANSIONS[word].get(returns, frozenset()))
        elif name.endswith(".fields") and kind in vocabularies and "post" in SHOWN[returns]:
            sets.append(FIELDS[word][word])
        elif name.endswith(".fields") and kind in SHOWN[returns] and kind != "post":
            sets.append(FIELDS[word][kind])
    return frozenset().union(*sets)
