"""Muting and bringing back are each other's way back, in whole sentences."""

from dataclasses import replace

import pytest
from steps import remember

from desktop.services.domain.muting import MuteKind
from desktop.views.mute_step import brought_back_step, muted_step


@pytest.fixture
def mutes(stage):
    return stage.session.mutes


def labels(mutes) -> list[str]:
    return [mute.label for mute in mutes.all()]


def test_a_mute_is_taken_back_and_made_again_as_often_as_one_likes(mutes, stage, window):
    steps, shown = remember(stage.tasks, window), []
    mute = mutes.mute_word("soldes")
    steps.history.push(muted_step(mutes, mute, window, shown.append))
    for _ in range(2):
        steps.undo()
        assert labels(mutes) == []
        steps.redo()
        assert labels(mutes) == ["soldes"]
    assert len(shown) == 4


def test_bringing_back_is_the_same_the_other_way_round(mutes, stage, window):
    steps = remember(stage.tasks, window)
    mute = mutes.mute_word("soldes")
    mutes.unmute(mute)
    steps.history.push(brought_back_step(mutes, mute, window, lambda _outcome: None))
    for _ in range(2):
        steps.undo()
        assert labels(mutes) == ["soldes"]
        steps.redo()
        assert labels(mutes) == []


@pytest.mark.parametrize(
    ("kind", "hidden", "back"),
    [
        (MuteKind.PERSON, "@anna is muted", "@anna is shown again"),
        (MuteKind.WORD, "“anna” is muted", "“anna” is shown again"),
        (MuteKind.THREAD, "The conversation is muted", "The conversation is shown again"),
    ],
)
def test_each_kind_has_its_sentences(mutes, window, kind, hidden, back):
    mute = replace(mutes.mute_word("anna"), kind=kind)
    step = muted_step(mutes, mute, window, print)
    plain = [each.replace("\u2068", "").replace("\u2069", "") for each in (step.done, step.undone)]

    assert plain == [hidden, back]
