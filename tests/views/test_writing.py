"""What was written of a post is all there when it is written on."""

from desktop.services.domain.draft import Draft
from desktop.views.writing import writing_of


def test_a_post_out_of_the_outbox_is_written_on_as_its_account(stage):
    item = stage.session.publishing.queue(stage.bench.account.id, Draft("Fresh bread", lang="fr"))
    writing = writing_of(item)

    assert (writing.draft, writing.account_id) == (item.draft, stage.bench.account.id)
    assert writing.reply_to is None
