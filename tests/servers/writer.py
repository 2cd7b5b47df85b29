"""Other people on the network, moved by a client that shares no code with Crieur.

Runs in an environment of its own, where the package `atproto` is installed: reads one order a line
on standard input, as JSON, and writes one result a line.
"""

import json
import sys
import time
from typing import Any

from atproto import Client, client_utils, models

_PATIENCE = 60


class Writer:
    """The people of one network, by name."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._clients: dict[str, Client] = {}

    def sign_up(self, name: str, title: str = "") -> dict[str, str]:
        client = Client(base_url=self._server)
        handle = f"{name}.test"
        password = f"main password of {name}"
        created = client.com.atproto.server.create_account(
            models.ComAtprotoServerCreateAccount.Data(
                handle=handle, email=f"{name}@example.com", password=password
            )
        )
        _patiently(lambda: client.login(handle, password))
        self._clients[name] = client
        profile = models.AppBskyActorProfile.Record(display_name=title or name.title())
        client.com.atproto.repo.put_record(
            models.ComAtprotoRepoPutRecord.Data(
                repo=created.did, collection="app.bsky.actor.profile", rkey="self", record=profile
            )
        )
        app_password = client.com.atproto.server.create_app_password(
            models.ComAtprotoServerCreateAppPassword.Data(name="Crieur")
        ).password
        return {
            "did": created.did,
            "handle": handle,
            "password": password,
            "app_password": app_password,
        }

    def post(self, name: str, text: str, lang: str = "fr") -> dict[str, str]:
        return _named(self._clients[name].send_post(text, langs=[lang]))

    def picture(self, name: str, text: str, alt: str, content: str) -> dict[str, str]:
        image = bytes.fromhex(content)
        return _named(self._clients[name].send_image(text, image, image_alt=alt))

    def mention(self, name: str, text: str, handle: str, did: str) -> dict[str, str]:
        rich = client_utils.TextBuilder().text(text + " ").mention(f"@{handle}", did)
        return _named(self._clients[name].send_post(rich, langs=["fr"]))

    def reply(self, name: str, text: str, uri: str, cid: str) -> dict[str, str]:
        target = models.ComAtprotoRepoStrongRef.Main(uri=uri, cid=cid)
        reply = models.AppBskyFeedPost.ReplyRef(parent=target, root=target)
        return _named(self._clients[name].send_post(text, reply_to=reply, langs=["fr"]))

    def quote(self, name: str, text: str, uri: str, cid: str) -> dict[str, str]:
        target = models.ComAtprotoRepoStrongRef.Main(uri=uri, cid=cid)
        embed = models.AppBskyEmbedRecord.Main(record=target)
        return _named(self._clients[name].send_post(text, embed=embed, langs=["fr"]))

    def like(self, name: str, uri: str, cid: str) -> dict[str, str]:
        return _named(self._clients[name].like(uri, cid))

    def repost(self, name: str, uri: str, cid: str) -> dict[str, str]:
        return _named(self._clients[name].repost(uri, cid))

    def follow(self, name: str, did: str) -> dict[str, str]:
        return _named(self._clients[name].follow(did))

    def keep_list(self, name: str, title: str, purpose: str, did: str) -> dict[str, str]:
        client = self._clients[name]
        now = client.get_current_time_iso()
        made = client.app.bsky.graph.list.create(
            client.me.did,
            models.AppBskyGraphList.Record(
                name=title, purpose=f"app.bsky.graph.defs#{purpose}", created_at=now
            ),
        )
        client.app.bsky.graph.listitem.create(
            client.me.did,
            models.AppBskyGraphListitem.Record(list=made.uri, subject=did, created_at=now),
        )
        return _named(made)

    def delete(self, name: str, uri: str) -> bool:
        return self._clients[name].delete_post(uri)

    def records(self, name: str, did: str, collection: str) -> list[dict[str, Any]]:
        """List what the server really holds of a person."""
        listed = self._clients[name].com.atproto.repo.list_records(
            {"repo": did, "collection": collection, "limit": 100}
        )
        return [json.loads(record.model_dump_json(by_alias=True)) for record in listed.records]

    def show(self, name: str, uri: str) -> dict[str, Any] | None:
        """Return a post as the network shows it to another person, None when it does not."""
        found = self._clients[name].get_posts([uri]).posts
        return json.loads(found[0].model_dump_json(by_alias=True)) if found else None


def _named(created: Any) -> dict[str, str]:
    return {"uri": created.uri, "cid": created.cid}


def _patiently(act: Any) -> Any:
    """Do it again while the network has not indexed a new account yet."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return act()
        except Exception as cause:
            if time.monotonic() > until or "Profile not found" not in str(cause):
                raise
            time.sleep(0.1)  # noqa: TID251 - another program's work has no event to wait on


def main() -> None:
    writer = Writer(sys.argv[1])
    for line in sys.stdin:
        order = json.loads(line)
        try:
            result = {"done": getattr(writer, order.pop("do"))(**order)}
        except Exception as cause:
            result = {"failed": f"{type(cause).__name__}: {cause}"}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
