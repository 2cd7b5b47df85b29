import re
from pathlib import Path

import pytest
from services.networks.demo.conftest import FOLDER

from desktop.services.networks.demo.material import SLOT, Material, Subject, pattern

REAL_NAMES = {
    *("twitter", "tweet", "facebook", "instagram", "mastodon", "bluesky", "bsky", "threads"),
    *("tiktok", "linkedin", "snapchat", "youtube", "whatsapp", "telegram", "pinterest"),
    *("reddit", "google", "tumblr", "misskey", "piaille", "mamot", "toot", "skeet"),
}


def test_the_people_are_many_and_each_has_a_handle_of_their_own(material: Material):
    assert len(material.personas) >= 120
    assert len({one.handle for one in material.personas}) == len(material.personas)


def test_the_sentences_are_many_and_different(material: Material):
    said = {
        lang: [
            one.text
            for subject in material.subjects
            if subject.lang == lang
            for one in subject.patterns
        ]
        for lang in ("fr", "en")
    }

    assert len(said["fr"]) >= 250
    assert len(said["en"]) >= 80
    assert all(len(texts) == len(set(texts)) for texts in said.values())


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.*")), ids=lambda path: path.name)
def test_no_real_network_is_named(file: Path):
    words = re.findall(r"\w+", file.read_text(encoding="utf-8").casefold())

    assert not REAL_NAMES & set(words)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_every_address_is_one_that_nobody_can_own(file: Path):
    text = re.sub(r'"[\w.]+":', "", file.read_text(encoding="utf-8"))
    hosts = re.findall(r"[\w-]+\.(?:com|fr|org|net|io|social|example)\b", text)

    assert [host for host in hosts if not host.endswith(".example")] == []


def test_every_slot_can_be_filled(material: Material):
    families = [subject.patterns for subject in material.subjects]
    families += [*material.replies.values(), *material.crisis.values()]
    asked = {name for family in families for one in family for name in SLOT.findall(one.text)}
    slots = material.slots["fr"] | material.slots["en"]
    known = {*slots, "shop", "first"} | {f"site_{name}" for name in material.cards}
    known |= {name.rpartition("_")[0] for name in slots if name.endswith("_hiver")}

    assert {re.sub("_(maj|min)$", "", name) for name in asked} <= known


def test_every_subject_is_told_by_somebody_known(material: Material):
    known = {one.role for one in material.personas} | {"shop"}
    known |= {"@" + one.handle for one in material.personas}

    assert {name for subject in material.subjects for name in subject.by} <= known


def test_every_picture_that_is_named_exists_and_is_light(material: Material):
    named = {card.picture for card in material.cards.values()} - {""}
    named |= {one.picture for subject in material.subjects for one in subject.patterns} - {""}
    named |= {entry.get("picture", "") for entry in material.showcase["recent"]} - {""}
    drawn = {path.stem for path in (FOLDER / "pictures").iterdir()}

    assert named <= set(material.alts)
    assert set(material.alts) == drawn
    for path in (FOLDER / "pictures").iterdir():
        assert 1_000 < path.stat().st_size <= 80_000
        assert path.read_bytes()[8:12] == b"WEBP"


def test_every_picture_is_described_in_both_languages(material: Material):
    assert all(
        alts[lang] and all(alts[lang]) for alts in material.alts.values() for lang in ("fr", "en")
    )


def test_a_season_may_run_over_the_new_year():
    winter = Subject("winter", "fr", ("shop",), 1, (7, 9), (pattern("Froid"),), ("1227", "0110"))

    assert winter.is_in_season("1231")
    assert winter.is_in_season("0105")
    assert not winter.is_in_season("0701")


def test_what_later_screens_need_is_told_about_the_shop(material: Material):
    handles = {one.handle for one in material.personas}

    assert set(material.shop["competitors"]) <= handles
    assert set(material.shop["ambassadors"]) <= handles
    assert material.shop["confidential"]["name"] in material.shop["confidential"]["words"]
    assert len(material.campaigns) == 2
